import type { Locator, Page } from '@playwright/test';
import type { Company } from './company.ts';
import { expect } from './test.ts';

export const ZONE = 'America/Sao_Paulo';
const WEEKDAYS = [1, 2, 3, 4, 5, 6, 7];
const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

/** The date in the zone of the company. */
export const dateIn = (days: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short' }).format(Date.now() + days * DAY_MS);

/** São Paulo has no clock changes: it is three hours behind. */
export const at = (date: string, time: string): string => new Date(`${date}T${time}:00-03:00`).toISOString();

export interface Salon {
  book: (time: string, fields?: object) => Promise<{ _id: string }>;
  owner: string;
  day: string;
}

/** A groomer with a bath of an hour, who works all day, and Luna of Mia Rossi. */
export async function openSalon(company: Company, day: string, customer: object = {}): Promise<Salon> {
  const windows = [{ from: '08:00', to: '20:00' }];
  const { _id: owner } = await company.api<{ _id: string }>('GET', '/users/me');
  await company.api('PUT', `/staff-schedules/${owner}`, { weekly: WEEKDAYS.map((weekday) => ({ weekday, windows })) });
  const fields = { name: 'Bath', duration_min: 60, step_min: 15, lead_time_min: 0 };
  const { _id: service_id } = await company.api<{ _id: string }>('POST', '/services', fields);
  const { _id: contact_id } = await company.api<{ _id: string }>('POST', '/contacts', {
    full_name: 'Mia Rossi',
    ...customer,
  });
  const pet = { name: 'Luna', species: 'dog', temperament: ['bites'] };
  const { _id: pet_id } = await company.api<{ _id: string }>('POST', `/contacts/${contact_id}/pets`, pet);
  const book = async (time: string, more: object = {}) => {
    const body = { service_id, contact_id, pet_ids: [pet_id], staff_id: owner, starts_at: at(day, time), ...more };
    return (await company.api<{ appointment: { _id: string } }>('POST', '/appointments', body)).appointment;
  };
  return { book, owner, day };
}

/** The block of an appointment in the calendar. */
export const visit = (page: Page, name: RegExp) =>
  page.getByRole('region', { name: 'Appointments of the day' }).getByRole('button', { name });

/** The calendar draws a changed appointment anew, so a block may have no box for a moment. */
export async function boxOf(block: Locator) {
  let box: Awaited<ReturnType<Locator['boundingBox']>> = null;
  await expect.poll(async () => (box = await block.boundingBox())).not.toBeNull();
  return box ?? { x: 0, y: 0, width: 0, height: 0 };
}
