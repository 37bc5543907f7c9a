import request from 'supertest';
import type { TestApp } from '../support/test-app.js';
import type { LoggedIn } from './accounts.js';

type By = Pick<LoggedIn, 'auth'>;
type Stored = Record<string, unknown> & { _id: string };

/** Stores a service over HTTP: half an hour, in steps of a quarter, by anybody. */
export function aService(app: TestApp, by: By, fields: Record<string, unknown> = {}): Promise<Stored> {
  return stored(app, by, '/services', { name: 'Bath', duration_min: 30, ...fields });
}

/** Stores a type of things that are claimed one by one, in cells of five minutes. */
export function aResourceType(app: TestApp, by: By, fields: Record<string, unknown> = {}): Promise<Stored> {
  return stored(app, by, '/resource-types', { name: 'Table', kind: 'unit', cell: '5min', ...fields });
}

export function aResource(app: TestApp, by: By, typeId: string, fields: Record<string, unknown> = {}): Promise<Stored> {
  return stored(app, by, '/resources', { resource_type_id: typeId, name: 'Table 1', ...fields });
}

/** Gives a staff member a schedule: every weekday from nine to six, unless other fields say so. */
export async function aSchedule(
  app: TestApp,
  by: By,
  staffId: string,
  fields: Record<string, unknown> = {},
): Promise<Stored> {
  const weekly = [1, 2, 3, 4, 5].map((weekday) => ({ weekday, windows: [{ from: '09:00', to: '18:00' }] }));
  const path = `/api/v1/staff-schedules/${staffId}`;
  const { body } = await request(app.url)
    .put(path)
    .set(by.auth)
    .send({ weekly, ...fields })
    .expect(200);
  return body as Stored;
}

async function stored(app: TestApp, by: By, path: string, fields: object): Promise<Stored> {
  const { body } = await request(app.url).post(`/api/v1${path}`).set(by.auth).send(fields).expect(201);
  return body as Stored;
}
