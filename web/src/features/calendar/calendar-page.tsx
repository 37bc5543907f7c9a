import { getRouteApi } from '@tanstack/react-router';
import { useEffect, useState } from 'react';
import { useTranslation } from 'react-i18next';
import { useAction } from '#web/app/actions/actions.ts';
import { queryClient } from '#web/lib/query-client.ts';
import { dateOf, useTimeSettings } from '#web/lib/time/company-time.ts';
import { useNow } from '#web/lib/time/ticker.ts';
import { PHONE, useMedia } from '#web/lib/use-media.ts';
import { type DayRange, rangeOf, stepDay } from './calendar-days.ts';
import { followCalendar } from './calendar-live.ts';
import type { CalendarSearch } from './calendar-search.ts';
import { BoardingList } from './components/boarding-list.tsx';
import { BoardingTimeline } from './components/boarding-timeline.tsx';
import { AppointmentPanel } from './components/appointment-panel.tsx';
import { CalendarHeader } from './components/calendar-header.tsx';
import { DayList } from './components/day-list.tsx';
import { DayGrid } from './components/day-grid.tsx';
import { MoveHost } from './components/move-dialog.tsx';
import { MonthGrid } from './components/month-grid.tsx';
import type { Diary } from './diary-merge.ts';
import { diaryQuery } from './diary-queries.ts';
import { isMovable } from './grid-events.ts';
import { moveDialog } from './move-commands.ts';
import { useHasBoarding } from './use-has-boarding.ts';
import classes from './calendar-page.module.css';

followCalendar();

const route = getRouteApi('/staff/calendar');

/** The days of the company: by staff, by resource, a week, a month; a list on a phone. */
export function CalendarPage() {
  const { t } = useTranslation('calendar');
  const search = route.useSearch();
  const navigate = route.useNavigate();
  const time = useTimeSettings();
  const today = dateOf(useNow(), time);
  const isPhone = useMedia(PHONE);
  const [openId, setOpenId] = useState<string>();
  const { view = 'staff', day = today, staff = [], weeks = 2 } = search;
  const hasBoarding = useHasBoarding();

  const go = (change: CalendarSearch) => void navigate({ search: { ...search, ...change } });
  const goToDay = (date: string) => go({ day: date === today ? undefined : date });

  useAction({ id: 'calendar.today', label: t('today'), run: () => goToDay(today) });
  useAction({ id: 'calendar.day', label: t('views.staff'), run: () => go({ view: undefined }) });
  useAction({ id: 'calendar.week', label: t('views.week'), run: () => go({ view: 'week' }) });

  const range = rangeOf(isPhone && view !== 'month' ? 'staff' : view, day, weeks);
  useAction({ id: 'calendar.move', label: t('move'), when: view !== 'month', run: () => openMove(openId, range) });

  useEffect(() => {
    if (view === 'month') return;
    for (const step of [1, -1] as const)
      void queryClient.prefetchQuery(diaryQuery(rangeOf(view, stepDay(view, day, step), weeks)));
  }, [view, day, weeks]);

  const open = (appointment: { _id: string }) => setOpenId(appointment._id);
  return (
    <section className={classes.page} aria-label={t('title')}>
      <CalendarHeader
        view={view}
        day={day}
        range={range}
        today={today}
        isPhone={isPhone}
        hasBoarding={hasBoarding}
        onDay={goToDay}
        onView={(next) => go({ view: next })}
      />
      <div className={classes.body}>
        {view === 'month' ? (
          <MonthGrid day={day} today={today} onDay={(date) => go({ view: undefined, day: date })} />
        ) : view === 'boarding' ? (
          isPhone ? (
            <BoardingList day={day} onOpen={open} />
          ) : (
            <BoardingTimeline
              day={day}
              today={today}
              weeks={weeks}
              onWeeks={(next) => go({ weeks: next })}
              onOpen={open}
            />
          )
        ) : isPhone ? (
          <DayList day={day} staff={staff} onStaff={(ids) => go({ staff: ids })} onOpen={open} />
        ) : (
          <DayGrid view={view} day={day} staff={staff} onStaff={(ids) => go({ staff: ids })} onOpen={open} />
        )}
        {openId !== undefined && view !== 'month' && (
          <AppointmentPanel key={openId} id={openId} range={range} onClose={() => setOpenId(undefined)} />
        )}
      </div>
      {view !== 'month' && <MoveHost range={range} />}
    </section>
  );
}

/** Opens the Move dialog for the block that has the focus, or for the open appointment. */
function openMove(openId: string | undefined, range: DayRange): void {
  const focused =
    document.activeElement instanceof HTMLElement ? document.activeElement.dataset.appointment : undefined;
  const id = focused ?? openId;
  const row = queryClient.getQueryData<Diary>(diaryQuery(range).queryKey)?.appointments.find(({ _id }) => _id === id);
  if (row && isMovable(row)) moveDialog.set({ row });
}
