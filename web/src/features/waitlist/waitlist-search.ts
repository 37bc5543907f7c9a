export const WAITLIST_FILTERS = ['open', 'booked', 'expired'] as const;
export type WaitlistFilter = (typeof WAITLIST_FILTERS)[number];

/** The filters in the address. A filter that is absent shows all entries. */
export interface WaitlistSearch {
  /** Absent: `open`. */
  state?: Exclude<WaitlistFilter, 'open'> | undefined;
  /** `YYYY-MM-DD`: only entries that can come on this day. */
  day?: string | undefined;
  service?: string | undefined;
  /** The customer for whom an entry is being added. */
  contact?: string | undefined;
}

const ID = /^[0-9a-f]{24}$/;

/** Keeps valid filters and leaves out the rest. */
export function readWaitlistSearch({ state, day, service, contact }: Record<string, unknown>): WaitlistSearch {
  return {
    ...(state === 'booked' || state === 'expired' ? { state } : {}),
    ...(typeof day === 'string' && /^\d{4}-\d{2}-\d{2}$/.test(day) ? { day } : {}),
    ...(typeof service === 'string' && ID.test(service) ? { service } : {}),
    ...(typeof contact === 'string' && ID.test(contact) ? { contact } : {}),
  };
}
