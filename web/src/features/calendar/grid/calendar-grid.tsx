import 'fullcalendar/skeleton.css';
import 'fullcalendar/themes/classic/theme.css';
import { Calendar } from 'fullcalendar';
import { useEffect, useEffectEvent, useRef } from 'react';
import { useTranslation } from 'react-i18next';
import { clockTime, useTimeSettings } from '#web/lib/time/company-time.ts';
import { SPECIES } from '#web/features/pets/pet-facts.ts';
import { SpeciesGlyph } from '#web/ui/species-glyph.tsx';
import { rangeOf } from '../calendar-days.ts';
import type { GridView } from '../calendar-search.ts';
import type { DiaryAppointment } from '../diary-merge.ts';
import type { GridColumn, GridEvent } from '../grid-events.ts';
import { tickHolds } from './event-content.ts';
import { ALLOWED, gridOptions, VISITS } from './grid-options.ts';
import { moveFocus, keepFocus } from './grid-focus.ts';
import './calendar-grid.css';

const HOUR_MS = 3_600_000;

export interface CalendarGridProps {
  view: GridView;
  day: string;
  columns: readonly GridColumn[];
  events: readonly GridEvent[];
  /** Starts that are shaded while an appointment is dragged. */
  allowed: readonly GridEvent[];
  hours: { min: string; max: string };
  onOpen: (appointment: DiaryAppointment) => void;
  /** A drag begins with an appointment, and ends with null. */
  onDrag: (appointment: DiaryAppointment | null) => void;
  /** Whether the dragged appointment may start there as far as is known. */
  isAllowed: (startsAt: string, columnId: string) => boolean;
  onDrop: (source: GridEvent, startsAt: string, columnId: string) => void;
  onResize: (source: GridEvent, minutes: number) => void;
  onChoose: (startsAt: string, columnId: string) => void;
  /** Alt and an arrow on a block. */
  onNudge: (source: GridEvent, key: string) => void;
}

/** The only place that knows FullCalendar: days with a column for each person or table. */
export function CalendarGrid(props: CalendarGridProps) {
  const { view, day, columns, events, allowed, hours } = props;
  const { t } = useTranslation('calendar');
  const time = useTimeSettings();
  const node = useRef<HTMLDivElement>(null);
  const calendar = useRef<Calendar>(null);
  const shown = useRef(events);
  const shaded = useRef(allowed);
  const isDragging = useRef(false);
  const open = useEffectEvent(props.onOpen);
  const draw = useEffectEvent(() => {
    if (node.current) keepFocus(node.current, () => calendar.current?.getEventSourceById(VISITS)?.refetch());
  });
  const drag = useEffectEvent((row: DiaryAppointment | null) => {
    isDragging.current = row !== null;
    props.onDrag(row);
    // What came during the drag.
    if (!row) draw();
  });
  const hover = useEffectEvent((startsAt: string, columnId: string) => {
    node.current?.toggleAttribute('data-refused', !props.isAllowed(startsAt, columnId));
  });
  const drop = useEffectEvent(props.onDrop);
  const resize = useEffectEvent(props.onResize);
  const choose = useEffectEvent(props.onChoose);
  const titled = useEffectEvent(() => columns.map((column) => ({ ...column, title: column.title || t('nobody') })));
  const scrollTarget = useEffectEvent(() => clockTime(Date.now() - HOUR_MS, time));
  const sentences = useEffectEvent(() => ({ t, time }));

  useEffect(() => {
    if (!node.current) return;
    const made = new Calendar(
      node.current,
      gridOptions({
        events: () => shown.current,
        allowed: () => shaded.current,
        columns: () => titled(),
        words: () => sentences(),
        scrollTo: scrollTarget(),
        onOpen: (row) => open(row),
        onDrag: (row) => drag(row),
        onHover: (startsAt, columnId) => hover(startsAt, columnId),
        onDrop: (source, startsAt, columnId) => drop(source, startsAt, columnId),
        onResize: (source, minutes) => resize(source, minutes),
        onChoose: (startsAt, columnId) => choose(startsAt, columnId),
      }),
    );
    made.render();
    calendar.current = made;
    const stopTicking = tickHolds(node.current);
    return () => {
      stopTicking();
      made.destroy();
      calendar.current = null;
    };
  }, []);

  const { zone, locale } = time;
  useEffect(() => {
    calendar.current?.setOption('timeZone', zone);
    calendar.current?.setOption('locale', locale.toLowerCase());
  }, [zone, locale]);

  useEffect(() => {
    calendar.current?.changeView(
      view === 'week' ? 'resourceTimeGridWeek' : 'resourceTimeGridDay',
      rangeOf(view, day).from,
    );
  }, [view, day]);

  useEffect(() => {
    calendar.current?.setOption('slotMinTime', hours.min);
    calendar.current?.setOption('slotMaxTime', hours.max);
  }, [hours.min, hours.max]);

  const columnKey = columns.map(({ id, title }) => `${id} ${title}`).join();
  useEffect(() => {
    calendar.current?.refetchResources();
  }, [columnKey]);

  useEffect(() => {
    shown.current = events;
    calendar.current?.setOption(
      'allDaySlot',
      events.some(({ isWholeDay }) => isWholeDay),
    );
    if (!isDragging.current) draw();
  }, [events]);

  useEffect(() => {
    shaded.current = allowed;
    calendar.current?.getEventSourceById(ALLOWED)?.refetch();
  }, [allowed]);

  const onKeyDown = ({ nativeEvent: event }: React.KeyboardEvent) => {
    const { appointment, column } = (event.target as HTMLElement).dataset;
    const source = events.find(({ id }) => id === `${appointment ?? ''}|${column ?? ''}`);
    if (!event.altKey || !source || !event.key.startsWith('Arrow')) return moveFocus(event);
    event.preventDefault();
    props.onNudge(source, event.key);
  };

  return (
    <>
      <div ref={node} className="pb-grid" role="region" tabIndex={0} aria-label={t('grid')} onKeyDown={onKeyDown} />
      {/* The blocks copy their glyphs from here. */}
      <div hidden>
        {[...SPECIES, 'other'].map((species) => (
          <span key={species} data-glyph={species}>
            <SpeciesGlyph species={species} size={14} />
          </span>
        ))}
      </div>
    </>
  );
}
