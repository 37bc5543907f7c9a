import type { Migration } from '../../../../core/database/index.js';

interface OldAppointment {
  service_id: unknown;
  staff_id?: unknown;
  starts_at: unknown;
  ends_at: unknown;
  price?: unknown;
  pet_ids?: unknown[];
  resource_ids?: unknown[];
  lines?: unknown[];
  legs?: OldLeg[];
}

interface OldLeg {
  lane: string;
  from: number;
  to: number;
  quantity: number;
}

const FREE_OF_CHARGE = {
  free_cancel_hours: 24,
  free_reschedule_hours: 24,
  late_fee_percent: 0,
  max_reschedules: 3,
  no_show_fee_percent: 0,
};
/** Defaults of fields that were added later. */
const EMPTY = {
  pet_ids: [],
  staff_ids: [],
  resource_ids: [],
  warnings: [],
  pending_on: [],
  is_pending: false,
  reschedules: 0,
  nights: null,
  fee: null,
  policy: FREE_OF_CHARGE,
};

export const appointmentLines: Migration = {
  name: 'appointments have lines and all that is read of them',
  collection: 'appointments',
  old: { $or: ['lines', 'busy', ...Object.keys(EMPTY)].map((field) => ({ [field]: { $exists: false } })) },
  guard: 'ver',
  changes: () =>
    Promise.resolve((document) => {
      const old = document as unknown as OldAppointment;
      const missing = Object.entries(EMPTY).filter(([field]) => !(field in document));
      const busy = (old.legs ?? []).map(({ lane, from, to, quantity }) => [lane, from, to, quantity].join('|'));
      return { $set: { ...Object.fromEntries(missing), lines: old.lines ?? linesOf(old), busy: busy.join('\n') } };
    }),
};

function linesOf({ pet_ids = [], service_id, staff_id, starts_at, ends_at, price, resource_ids = [] }: OldAppointment) {
  const pets = pet_ids.length > 0 ? pet_ids : [null];
  return pets.map((pet_id, index) => ({
    pet_id,
    service_id,
    staff_id: staff_id ?? null,
    starts_at,
    ends_at,
    price: index === 0 ? (price ?? null) : null,
    add_ons: [],
    resource_ids,
  }));
}
