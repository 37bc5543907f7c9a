import { ActionIcon, Button, SegmentedControl } from '@mantine/core';
import { IconCalendarPlus, IconChevronLeft, IconChevronRight, IconPrinter } from '@tabler/icons-react';
import { Link } from '@tanstack/react-router';
import { useTranslation } from 'react-i18next';
import { openBookingPanel } from '#web/features/booking-panel/open-booking-panel.ts';
import { WaitlistLink } from '#web/features/waitlist/components/waitlist-link.tsx';
import { useTimeSettings } from '#web/lib/time/company-time.ts';
import { browserTimeZone } from '#web/lib/time/time-zones.ts';
import { type DayRange, stepDay } from '../calendar-days.ts';
import { CALENDAR_VIEWS, type CalendarView } from '../calendar-search.ts';
import { periodWords } from '../period-words.ts';
import classes from './calendar-header.module.css';

interface CalendarHeaderProps {
  view: CalendarView;
  day: string;
  range: DayRange;
  today: string;
  isPhone: boolean;
  hasBoarding: boolean;
  onDay: (date: string) => void;
  onView: (view: CalendarView) => void;
}

const PHONE_VIEWS: readonly CalendarView[] = ['staff', 'month', 'boarding'];

/** The shown period, steps to others, and the views. */
export function CalendarHeader(props: CalendarHeaderProps) {
  const { view, day, range, today, isPhone, hasBoarding, onDay, onView } = props;
  const { t } = useTranslation('calendar');
  const time = useTimeSettings();
  const views = (isPhone ? PHONE_VIEWS : CALENDAR_VIEWS).filter(
    (one) => one !== 'boarding' || hasBoarding || view === 'boarding',
  );
  const step = (by: 1 | -1) => onDay(stepDay(isPhone && view !== 'month' ? 'staff' : view, day, by));
  const book = () => openBookingPanel({ day: day > today ? day : undefined });
  return (
    <header className={classes.header}>
      <h1 className={classes.title} aria-live="polite">
        {periodWords(view, day, time, range)}
      </h1>
      <div className={classes.steps}>
        <ActionIcon variant="default" size={36} aria-label={t('earlier')} onClick={() => step(-1)}>
          <IconChevronLeft size={18} aria-hidden />
        </ActionIcon>
        <Button variant="default" size="sm" onClick={() => onDay(today)}>
          {t('today')}
        </Button>
        <ActionIcon variant="default" size={36} aria-label={t('later')} onClick={() => step(1)}>
          <IconChevronRight size={18} aria-hidden />
        </ActionIcon>
        <input
          className={classes.date}
          type="date"
          value={day}
          aria-label={t('goToDay')}
          onChange={({ target }) => target.value !== '' && onDay(target.value)}
        />
      </div>
      {browserTimeZone() !== time.zone && <span className={classes.zone}>{t('zone', { zone: time.zone })}</span>}
      <nav className={classes.links} aria-label={t('more')}>
        <WaitlistLink />
        <Link
          to="/calendar/print"
          search={{ day: day === today ? undefined : day }}
          className={classes.print}
          aria-label={t('sheet.title')}
          title={t('sheet.title')}
        >
          <IconPrinter size={18} stroke={1.75} aria-hidden />
        </Link>
      </nav>
      {isPhone ? (
        <ActionIcon size={44} aria-label={t('book')} onClick={book}>
          <IconCalendarPlus size={20} aria-hidden />
        </ActionIcon>
      ) : (
        <Button size="sm" leftSection={<IconCalendarPlus size={18} aria-hidden />} onClick={book}>
          {t('book')}
        </Button>
      )}
      <SegmentedControl
        aria-label={t('view')}
        value={views.includes(view) ? view : 'staff'}
        onChange={(value) => onView(value)}
        data={views.map((value) => ({
          value,
          label: t(isPhone && value === 'staff' ? 'views.day' : `views.${value}`),
        }))}
      />
    </header>
  );
}
