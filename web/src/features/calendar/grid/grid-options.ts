import type { CalendarOptions, EventApi } from 'fullcalendar';
import interactionPlugin from 'fullcalendar/interaction';
import classicTheme from 'fullcalendar/themes/classic';
import 'fullcalendar-scheduler';
import resourceTimeGridPlugin from 'fullcalendar-scheduler/resource-timegrid';
import scrollGridPlugin from 'fullcalendar-scheduler/scrollgrid';
import ptBr from 'fullcalendar/locales/pt-br';
import type { DiaryAppointment } from '../diary-merge.ts';
import { type GridColumn, type GridEvent, isDraggable } from '../grid-events.ts';
import { eventContent, type Words } from './event-content.ts';

/** See the licence of the scheduler in NOTICE. */
const SCHEDULER_LICENSE = 'AGPL-My-Frontend-And-Backend-Are-Open-Source';
const LEAST_COLUMN_PX = 140;

/** The event sources. */
export const VISITS = 'visits';
export const ALLOWED = 'allowed';

interface GridInput {
  events: () => readonly GridEvent[];
  /** Shaded starts. */
  allowed: () => readonly GridEvent[];
  columns: () => readonly GridColumn[];
  /** `HH:MM` at the top when the grid opens. */
  scrollTo: string;
  words: () => Words;
  onOpen: (appointment: DiaryAppointment) => void;
  onDrag: (appointment: DiaryAppointment | null) => void;
  /** The dragged appointment is over this start. */
  onHover: (startsAt: string, columnId: string) => void;
  onDrop: (source: GridEvent, startsAt: string, columnId: string) => void;
  onResize: (source: GridEvent, minutes: number) => void;
  /** Free time of a column was chosen by a drag. */
  onChoose: (startsAt: string, columnId: string) => void;
}

const CLOCK = { hour: '2-digit', minute: '2-digit', hour12: false } as const;

export function gridOptions({
  events,
  allowed,
  columns,
  scrollTo,
  words,
  onOpen,
  ...moves
}: GridInput): CalendarOptions {
  return {
    schedulerLicenseKey: SCHEDULER_LICENSE,
    plugins: [classicTheme, interactionPlugin, resourceTimeGridPlugin, scrollGridPlugin],
    locales: [ptBr],
    initialView: 'resourceTimeGridDay',
    headerToolbar: false,
    height: '100%',
    firstDay: 1,
    datesAboveResources: true,
    resourceOrder: 'place',
    dayMinWidth: LEAST_COLUMN_PX,
    slotDuration: '00:15:00',
    slotHeaderInterval: '01:00:00',
    slotHeaderFormat: CLOCK,
    eventTimeFormat: CLOCK,
    snapDuration: '00:05:00',
    nowIndicator: true,
    scrollTime: scrollTo,
    scrollTimeReset: false,
    eventInteractive: true,
    eventMinHeight: 20,
    slotEventOverlap: false,
    resources: (_info, done) => done(columns().map(({ id, title }, place) => ({ id, title, place }))),
    // Shaded starts come during a drag, which a new reading of the visits would break.
    eventSources: [
      { id: VISITS, events: (_info, done) => done(events().map(toEventInput)) },
      { id: ALLOWED, events: (_info, done) => done(allowed().map(toEventInput)) },
    ],
    eventContent: ({ event }) => eventContent(event.extendedProps.source as GridEvent, words()),
    eventDidMount: ({ event, el, isMirror }) => {
      el.toggleAttribute('data-mirror', isMirror);
      mark(el, event.extendedProps.source as GridEvent);
    },
    ...dragOptions(moves),
    eventClick: ({ event }) => {
      const { appointment } = event.extendedProps.source as GridEvent;
      if (appointment) onOpen(appointment);
    },
  };
}

type Moves = Pick<GridInput, 'onDrag' | 'onHover' | 'onDrop' | 'onResize' | 'onChoose'>;

const MINUTE_MS = 60_000;
const LONG_PRESS_MS = 350;
/** A click beside an appointment chooses nothing. */
const LEAST_DRAG_PX = 5;
const sourceOf = (event: EventApi): GridEvent => event.extendedProps.source as GridEvent;

/** The column is a field that the scheduler adds. */
const columnOf = (span: object): string => (span as { resource?: { id: string } }).resource?.id ?? '';

function dragOptions({ onDrag, onHover, onDrop, onResize, onChoose }: Moves): CalendarOptions {
  const begin = ({ event }: { event: EventApi }) => onDrag(sourceOf(event).appointment ?? null);
  return {
    eventLongPressDelay: LONG_PRESS_MS,
    selectable: true,
    selectMinDistance: LEAST_DRAG_PX,
    selectLongPressDelay: LONG_PRESS_MS,
    select: (span) => onChoose(span.start.toISOString(), columnOf(span)),
    eventDragStart: begin,
    eventDragStop: () => onDrag(null),
    // A drop elsewhere asks for a reason in the Move dialog.
    eventAllow: (span) => {
      onHover(span.start.toISOString(), columnOf(span));
      return true;
    },
    eventDrop: (info) => {
      const source = sourceOf(info.event);
      const { newResource } = info as { newResource?: { id: string } | null };
      onDrop(source, (info.event.start ?? new Date(source.start)).toISOString(), newResource?.id ?? source.columnId);
    },
    eventResize: ({ event }) => {
      const minutes = Math.round((Number(event.end) - Number(event.start)) / MINUTE_MS);
      onResize(sourceOf(event), minutes);
    },
  };
}

function toEventInput(source: GridEvent) {
  const { id, columnId, start, end, isWholeDay = false, kind, appointment } = source;
  const isVisit = kind === 'visit' || kind === 'hold';
  return {
    id,
    resourceId: columnId,
    start,
    end,
    allDay: isWholeDay,
    className: `pb-event pb-${kind} ${appointment ? `pb-${appointment.status}` : ''}`,
    extendedProps: { source },
    interactive: isVisit,
    editable: kind === 'visit' && appointment !== undefined && isDraggable(appointment),
    durationEditable: appointment?.lines.length === 1,
    ...(isVisit ? {} : { display: 'background' }),
  };
}

/** Marks a block for the keys and for its panel. */
function mark(el: HTMLElement, { appointment, columnId }: GridEvent): void {
  if (!appointment) return;
  el.dataset.appointment = appointment._id;
  el.dataset.column = columnId;
  el.setAttribute('role', 'button');
}
