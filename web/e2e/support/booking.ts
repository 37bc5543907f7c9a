import type { Company } from './company.ts';

const QUARTER_MS = 15 * 60_000;
/** A slow machine needs some of it. A time in the past cannot be booked. */
const TIME_TO_BOOK_MS = 2 * 60_000;
const WHOLE_DAY = [{ from: '00:00', to: '24:00' }];

interface Booked {
  _id: string;
  starts_at: string;
}

/** Books an appointment that begins in 2 to 17 minutes, and makes a service and a schedule of the owner for it. */
export async function bookSoon(company: Company, contact_id: string, service: string): Promise<Booked> {
  const service_id = await bookableService(company, service);
  const starts_at = new Date(Math.ceil((Date.now() + TIME_TO_BOOK_MS) / QUARTER_MS) * QUARTER_MS).toISOString();
  const body = { service_id, starts_at, contact_id };
  const { appointment } = await company.api<{ appointment: Booked }>('POST', '/appointments', body);
  return appointment;
}

const DAY_MS = 24 * 60 * 60_000;

/** Gives the company a public page: the owner works on one day, and a bath depends on the size of the dog. */
export async function openForBooking(company: Company): Promise<{ slug: string; date: string }> {
  const { _id: staff_id } = await company.api<{ _id: string }>('GET', '/users/me');
  const { slug } = await company.api<{ slug: string }>('GET', '/companies/me');
  const date = new Date(Date.now() + 3 * DAY_MS).toISOString().slice(0, 10);
  const windows = [{ from: '10:00', to: '18:00' }];
  await company.api('PUT', `/staff-schedules/${staff_id}`, { weekly: [], overrides: [{ date, windows }] });
  await company.api('POST', '/services', {
    name: 'Bath',
    duration_min: 60,
    price: 8_000,
    pet_matrix: [{ species: 'dog', size: 'large', minutes: 90, price: 12_000 }],
    policy: {
      free_cancel_hours: 24,
      free_reschedule_hours: 24,
      late_fee_percent: 50,
      max_reschedules: 3,
      no_show_fee_percent: 100,
    },
  });
  return { slug, date };
}

/** Makes a service of an hour that the owner does all day, and returns its id. */
export async function bookableService(company: Company, name: string, fields: object = {}): Promise<string> {
  const { _id } = await company.api<{ _id: string }>('POST', '/services', { name, duration_min: 60, ...fields });
  const { _id: owner } = await company.api<{ _id: string }>('GET', '/users/me');
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, windows: WHOLE_DAY }));
  await company.api('PUT', `/staff-schedules/${owner}`, { weekly });
  return _id;
}
