import request from 'supertest';
import type { LoggedIn } from '../builders/accounts.js';
import { aResource, aResourceType, aSchedule, aService } from '../builders/catalog.js';
import type { TestApp } from './test-app.js';

/** A booking catalog with at least one document of every kind. */
export async function fullCatalog(
  app: TestApp,
  owner: Pick<LoggedIn, 'auth'>,
  { user }: LoggedIn,
): Promise<Record<string, string>> {
  const post = async <Answer = { _id: string }>(path: string, fields: object): Promise<Answer> =>
    (await request(app.url).post(`/api/v1${path}`).set(owner.auth).send(fields).expect(201)).body;
  const type = await aResourceType(app, owner, { pad_after_min: 5 });
  const resource = await aResource(app, owner, type._id, { attributes: { area: 'upstairs', species: ['cat'] } });
  const service = await aService(app, owner, {
    description: 'with warm water',
    staff_ids: [user._id],
    requirements: [{ resource_type_id: type._id, resource_ids: [resource._id] }],
    gates: [{ kind: 'vaccination', name: 'Rabies', mode: 'warn' }],
    add_ons: [{ key: 'nails', name: 'Nails', minutes: 10, price: 1_500 }],
  });
  await aSchedule(app, owner, user._id);
  const times = { starts_at: '2030-01-07T09:00:00Z', ends_at: '2030-01-08T09:00:00Z' };
  const { time_off } = await post<{ time_off: { _id: string } }>('/time-off', {
    staff_id: user._id,
    ...times,
    reason: 'a wedding',
  });
  const closure = await post('/closures', { name: 'Summer', starts_on: '2030-08-01', ends_on: '2030-08-15' });
  const limits = { per: 'staff', cell: 'day', max: 2, size: 'large', service_ids: [service._id] };
  const quota = await post('/quotas', { name: 'Two large dogs', ...limits });
  const reminders = await post('/reminder-rules', {
    ...{ kind: 'reminder', minutes_before: 1_440, channels: ['message', 'mail'], active: true },
    text: { en: 'See you on {{date}} at {{time}}, bring the blue lead' },
  });
  await request(app.url).patch('/api/v1/booking-settings').set(owner.auth).send({ hold_minutes: 12 }).expect(200);
  return {
    services: service._id,
    'resource-types': type._id,
    resources: resource._id,
    'time-off': time_off._id,
    closures: closure._id,
    quotas: quota._id,
    'reminder-rules': reminders._id,
  };
}
