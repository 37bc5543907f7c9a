import type { DemoAppointment, DemoClinic, DemoResourceType, DemoWeek } from './demo-clinic.js';
import { PATAS_SERVICES, SERVICE_NAMES, TYPE_NAMES } from './patas-services.js';

const HOUR_SEC = 3_600;
const FRIDAY = 5;
const SATURDAY = 6;

function week(opens: string, lunch: { from: string; to: string }, closes: string): DemoWeek {
  const windows = [
    { from: opens, to: lunch.from },
    { from: lunch.to, to: closes },
  ];
  const weekdays = Array.from({ length: FRIDAY }, (_, index) => ({ weekday: index + 1, windows}));
  return [...weekdays, { weekday: SATURDAY, windows: [{ from: '09:00', to: '13:00' }]}];
}

/** The breaks follow one another, so that one person is always there. */
const NOON = { from: '12:00', to: '13:00' };
const ONE = { from: '13:00', to: '14:00' };

const weeks = {
  'lia@patas.example': week('08:00', NOON, '17:00'),
  'caio@patas.example': week('08:00', NOON, '17:00'),
  'yara@patas.example': week('09:00', ONE, '18:00'),
  'helena@patas.example': week('09:00', ONE, '18:00'),
};

const resourceTypes: readonly DemoResourceType[] = [
  {
    name: TYPE_NAMES.room,
    kind: 'unit',
    cell: '5min',
    pad_after_min: 5,
    resources: [{ name: 'Consultório 1' }, { name: 'Consultório 2' }],
  },
  {
    name: TYPE_NAMES.table,
    kind: 'unit',
    cell: '5min',
    resources: [
      { name: 'Mesa 1', attributes: { max_kg: 25 } },
      { name: 'Mesa 2', attributes: { max_kg: 25 } },
      { name: 'Mesa grande', attributes: { max_kg: 80 } },
    ],
  },
  {
    name: TYPE_NAMES.kennel,
    kind: 'pool',
    cell: 'night',
    resources: [{ name: 'Canil', capacity: 6, attributes: { species: ['dog'] } }],
  },
  {
    name: TYPE_NAMES.playground,
    kind: 'pool',
    cell: 'half_day',
    resources: [{ name: 'Pátio', capacity: 12, attributes: { species: ['dog'] } }],
  },
];

const appointments: readonly DemoAppointment[] = [
  {
    key: 'bob',
    service: SERVICE_NAMES.consultation,
    customer: 'Carla Dias',
    pets: ['Bob'],
    day: 0,
    from: '10:00',
    paid: 'card',
  },
  { key: 'amora', service: SERVICE_NAMES.groom, customer: 'Rafael Moura', pets: ['Amora'], day: 0, from: '09:00' },
  { key: 'rex', service: SERVICE_NAMES.daycare, customer: 'Liam Carter', pets: ['Rex'], day: 0, from: '08:00' },
  {
    key: 'fred',
    service: SERVICE_NAMES.boarding,
    customer: 'Pedro Alves',
    pets: ['Fred'],
    day: 1,
    from: '09:00',
    nights: 3,
    paid: 'cash',
  },
  {
    key: 'luna',
    service: SERVICE_NAMES.groom,
    customer: 'Mia Rossi',
    pets: ['Luna'],
    day: 1,
    from: '14:00',
    heldSec: HOUR_SEC,
  },
];

export const PATAS_CLINIC: DemoClinic = { weeks, resourceTypes, services: PATAS_SERVICES, appointments };
