import type { CalendarOptions } from 'fullcalendar';
import interactionPlugin from 'fullcalendar/interaction';
import classicTheme from 'fullcalendar/themes/classic';
import 'fullcalendar-scheduler';
import resourceTimeGridPlugin from 'fullcalendar-scheduler/resource-timegrid';
import scrollGridPlugin from 'fullcalendar-scheduler/scrollgrid';
import ptBr from 'fullcalendar/locales/pt-br';
import type { TFunction } from 'i18next';
import type { TimeSettings } from '#web/lib/time/company-time.ts';
import type { DiaryAppointment } from '../diary-merge.ts';
import type { GridColumn, GridEvent } from '../grid-events.ts';
import { eventContent } from './event-content.ts';

/** See the licence of the scheduler in NOTICE. */
const SCHEDULER_LICENSE = 'AGPL-My-Frontend-And-Backend-Are-Open-Source';
const LEAST_COLUMN_PX = 140;

export interface Words {
  t: TFunction<'calendar'>;
  time: TimeSettings;
}

interface GridInput {
  events: () => readonly GridEvent[];
  columns: () => readonly GridColumn[];
  /** `HH:MM` at the top when the grid opens. */
  scrollTo: string;
  words: () => Words;
  onOpen: (appointment: DiaryAppointment) => void;
}

const CLOCK = { hour: '2-digit', minute: '2-digit', hour12: false } as const;

export function gridOptions({ events, columns, scrollTo, words, onOpen }: GridInput): CalendarOptions {
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
    editable: false,
    resources: (_info, done) => done(columns().map(({ id, title }, place) => ({ id, title, place }))),
    events: (_info, done) => done(events().map(toEventInput)),
    eventContent: ({ event }) => eventContent(event.extendedProps.source as GridEvent, words()),
    eventDidMount: ({ event, el }) => mark(el, event.extendedProps.source as GridEvent),
    eventClick: ({ event }) => {
      const { appointment } = event.extendedProps.source as GridEvent;
      if (appointment) onOpen(appointment);
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
