import request from 'supertest';
import type { LoggedIn } from '../builders/accounts.js';
import { aMonday } from './salon.js';
import type { TestApp } from './test-app.js';

const LONG_HOLD_SEC = 3_600;

interface Stored {
  _id?: string;
  appointment?: { _id: string };
  hold?: { _id: string };
  series?: { _id: string };
}

/** An appointment, a hold, a series and what gates go by, of a company that has a service that anybody may book. */
export async function fullDiary(
  app: TestApp,
  owner: Pick<LoggedIn, 'auth'>,
  { services, contact_id, pet_id }: { services: string; contact_id: string; pet_id: string },
): Promise<Record<string, string>> {
  const post = async (path: string, body: object): Promise<Stored> =>
    (await request(app.url).post(`/api/v1${path}`).set(owner.auth).send(body).expect(201)).body as Stored;
  const visitRequest = { service_id: services, pet_ids: [pet_id], contact_id };
  const monday = aMonday();
  const { appointment } = await post('/appointments', {
    ...visitRequest,
    starts_at: `${monday}T10:00:00Z`,
    notes: 'shy',
  });
  const { hold } = await post('/appointments/holds', {
    ...visitRequest,
    starts_at: `${monday}T14:00:00Z`,
    ttl_sec: LONG_HOLD_SEC,
  });
  const repeated = {
    ...visitRequest,
    starts_at: `${monday}T16:00:00Z`,
    rule: { every_weeks: 1, count: 2 },
    commit: true,
  };
  const { series } = await post('/appointments/series', repeated);
  const never = { date_from: '2190-01-01', date_to: '2190-01-02' };
  const waiting = await post('/waitlist', { service_id: services, contact_id, pet_ids: [pet_id], windows: [never] });
  const agreement = await post('/agreements', { contact_id, name: 'Terms' });
  const clearance = await post('/pet-clearances', { pet_id, name: 'First visit' });
  return {
    appointments: appointment?._id ?? '',
    holds: hold?._id ?? '',
    series: series?._id ?? '',
    waitlist: waiting._id ?? '',
    agreements: agreement._id ?? '',
    'pet-clearances': clearance._id ?? '',
  };
}
