import { Button } from '@mantine/core';
import { IconArrowLeft, IconPrinter } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { getRouteApi, Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { companyQuery } from '#web/lib/session/session.ts';
import { dateOf, useTimeSettings } from '#web/lib/time/company-time.ts';
import { useNow } from '#web/lib/time/ticker.ts';
import { Failure } from '#web/ui/failure.tsx';
import { boardingDay } from './boarding-rows.ts';
import { followCalendar } from './calendar-live.ts';
import { BoardingSheet } from './components/boarding-sheet.tsx';
import { SheetTable } from './components/sheet-table.tsx';
import { sheetParts } from './day-sheet-rows.ts';
import type { Diary } from './diary-merge.ts';
import { diaryQuery } from './diary-queries.ts';
import { periodWords } from './period-words.ts';
import { useSheetWords } from './use-sheet-words.ts';
import classes from './day-sheet.module.css';

followCalendar();

const route = getRouteApi('/staff/calendar/print');

/** The appointments of a day for paper, by person. */
export function DaySheetPage() {
  const { t } = useTranslation('calendar');
  const time = useTimeSettings();
  const navigate = route.useNavigate();
  const today = dateOf(useNow(), time);
  const { day = today } = route.useSearch();
  const range = { from: day, to: day };
  const { data: diary, error, refetch } = useQuery(diaryQuery(range));
  const { data: company } = useQuery(companyQuery);
  return (
    <div className={classes.page} tabIndex={0} role="region" aria-label={t('sheet.title')}>
      <div className={classes.tools}>
        <Link to="/calendar" search={{ day: day === today ? undefined : day }} className={classes.back}>
          <IconArrowLeft size={18} aria-hidden />
          {t('title')}
        </Link>
        <input
          className={classes.date}
          type="date"
          value={day}
          aria-label={t('goToDay')}
          onChange={({ currentTarget: { value } }) =>
            value !== '' && void navigate({ search: { day: value }, replace: true })
          }
        />
        <Button leftSection={<IconPrinter size={18} aria-hidden />} disabled={!diary} onClick={() => window.print()}>
          {t('sheet.print')}
        </Button>
      </div>
      {error && !diary && <Failure error={error} onRetry={() => void refetch()} />}
      {diary && (
        <article className={classes.sheet}>
          <header className={classes.head}>
            <h1 className={classes.title}>{periodWords('staff', day, time, range)}</h1>
            <span>{company?.name}</span>
          </header>
          <Sheet diary={diary} day={day} />
        </article>
      )}
    </div>
  );
}

function Sheet({ diary, day }: { diary: Diary; day: string }) {
  const { t } = useTranslation('calendar');
  const time = useTimeSettings();
  const words = useSheetWords();
  const parts = sheetParts(diary);
  const stays = boardingDay(diary, day, time);
  const hasStays = Object.values(stays).some((rows: unknown[]) => rows.length > 0);
  return (
    <>
      {diary.closures.map(({ _id, name, starts_at }) => (
        <p key={`${_id}${starts_at}`}>{t('closed', { name })}</p>
      ))}
      {parts.length === 0 && !hasStays && <p>{t('empty.day')}</p>}
      {parts.map(({ person, timesOff, visits }) => (
        <section key={person?._id ?? ''} className={classes.part}>
          <h2 className={classes.person}>
            {person?.name ?? t('nobody')}
            <span className={classes.hours}>{words.hoursOf(person?.windows ?? [], timesOff)}</span>
          </h2>
          {visits.length === 0 ? <p>{t('sheet.free')}</p> : <SheetTable visits={visits} words={words} />}
        </section>
      ))}
      {hasStays && <BoardingSheet stays={stays} diary={diary} words={words} />}
    </>
  );
}
