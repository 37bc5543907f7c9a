import type { DemoService } from './demo-clinic.js';

export const TYPE_NAMES = { room: 'Consultório', table: 'Mesa', kennel: 'Canil', playground: 'Creche' } as const;

export const SERVICE_NAMES = {
  consultation: 'Consulta',
  groom: 'Banho e tosa',
  nails: 'Corte de unhas',
  daycare: 'Creche meio período',
  boarding: 'Hotel',
} as const;

const GROOMERS = ['lia@patas.example', 'caio@patas.example', 'yara@patas.example'];
const VETS = ['helena@patas.example', 'yara@patas.example'];

/** A warning only: nobody is turned away for it. */
const RABIES = { kind: 'vaccination', name: 'Rabies', mode: 'warn' } as const;

/** Prices in centavos. */
export const PATAS_SERVICES: readonly DemoService[] = [
  {
    name: SERVICE_NAMES.consultation,
    duration_min: 30,
    price: 18_000,
    public_lead_time_min: 120,
    horizon_days: 90,
    staff: VETS,
    takes: [TYPE_NAMES.room],
    add_ons: [{ key: 'microchip', name: 'Microchip', minutes: 10, price: 12_000 }],
  },
  {
    name: SERVICE_NAMES.groom,
    description: 'Banho, secagem e tosa; até três pets da família ao mesmo tempo.',
    duration_min: 60,
    buffer_after_min: 10,
    price: 9_000,
    public_lead_time_min: 240,
    staff: GROOMERS,
    takes: [TYPE_NAMES.table],
    // The groomer is free while the dryer runs.
    segments: [
      { name: 'Banho', minutes: 20, staff: true },
      { name: 'Secagem', minutes: 20, staff: false },
      { name: 'Tosa', minutes: 20, staff: true },
    ],
    pets: { max: 3 },
    accepted_species: ['dog', 'cat'],
    pet_matrix: [
      { size: 'small', minutes: 45, price: 7_000 },
      { size: 'small', coat: 'long', minutes: 60, price: 8_500 },
      { size: 'large', minutes: 90, price: 13_000 },
      { size: 'giant', minutes: 120, price: 17_000 },
      { species: 'cat', size: 'small', minutes: 60, price: 11_000 },
    ],
    add_ons: [
      { key: 'hydration', name: 'Hidratação', minutes: 10, price: 3_500 },
      { key: 'teeth', name: 'Escovação de dentes', minutes: 5, price: 2_000 },
    ],
    policy: {
      free_cancel_hours: 24,
      free_reschedule_hours: 12,
      late_fee_percent: 50,
      max_reschedules: 2,
      no_show_fee_percent: 50,
    },
  },
  {
    name: SERVICE_NAMES.nails,
    duration_min: 15,
    price: 2_500,
    public_lead_time_min: 60,
    staff: GROOMERS,
    takes: [TYPE_NAMES.table],
    pets: { max: 3, plan: 'sequence' },
  },
  {
    name: SERVICE_NAMES.daycare,
    kind: 'daycare',
    duration_min: 240,
    price: 6_000,
    half_day: true,
    halves: { morning_until: '12:30', afternoon_arrival: { from: '12:00', to: '14:00' } },
    arrival: { from: '07:30', to: '09:30' },
    pickup: { from: '11:30', to: '18:30' },
    weekdays: [1, 2, 3, 4, 5],
    takes: [TYPE_NAMES.playground],
    accepted_species: ['dog'],
    gates: [RABIES],
  },
  {
    name: SERVICE_NAMES.boarding,
    kind: 'boarding',
    duration_min: 1_440,
    price: 9_500,
    min_nights: 1,
    max_nights: 30,
    public_lead_time_min: 1_440,
    horizon_days: 180,
    arrival: { from: '08:00', to: '18:00' },
    pickup: { from: '08:00', to: '12:00' },
    takes: [TYPE_NAMES.kennel],
    accepted_species: ['dog'],
    add_ons: [{ key: 'bath', name: 'Banho na saída', minutes: 0, price: 6_000 }],
    gates: [RABIES],
    policy: {
      free_cancel_hours: 72,
      free_reschedule_hours: 48,
      late_fee_percent: 50,
      max_reschedules: 2,
      no_show_fee_percent: 100,
    },
  },
];
