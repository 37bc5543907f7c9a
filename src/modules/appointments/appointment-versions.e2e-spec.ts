import type { Test } from 'supertest';
import { Salon } from '../../../test/support/salon.js';
import { startTestApp, type TestApp } from '../../../test/support/test-app.js';

const TIMES = ['09:00', '10:00', '11:00', '12:00', '13:00', '14:00'];
const FREE = '16:00';
const AT_ONCE = 12;

describe('an appointment that others change, too', () => {
  let app: TestApp;
  let salon: Salon;

  beforeAll(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    salon = await Salon.open(app);
  });
  afterAll(() => app.close());

  const booked = async (time = '09:00'): Promise<{ path: string; tag: string }> => {
    const path = `/appointments/${(await salon.booked(time))._id}`;
    return { path, tag: await tagOf(path) };
  };
  const tagOf = async (path: string): Promise<string> =>
    String((await salon.call('get', path).expect(200)).headers['etag']);
  const change = (path: string, tag: string, fields: object): Test =>
    salon.call('patch', path).set('if-match', tag).send(fields);

  it('tells its version, and keeps what somebody has seen', async () => {
    const { path, tag } = await booked();
    const { body, headers } = await change(path, tag, { notes: 'shy' }).expect(200);
    expect(headers['etag']).toBe(`"${body.appointment.version}"`);
    expect(headers['etag']).not.toBe(tag);
    expect(await tagOf(path)).toBe(headers['etag']);
    for (const fields of [{ notes: 'bold' }, { starts_at: salon.at('11:00') }, { status: 'cancelled' }, {}]) {
      const refused = await change(path, tag, fields).expect(412);
      expect(refused.body).toMatchObject({
        code: 'VERSION_MISMATCH',
        details: { version: body.appointment.version },
      });
    }
    const { body: kept } = await salon.call('get', path).expect(200);
    expect(kept).toMatchObject({ notes: 'shy', starts_at: salon.at('09:00'), status: 'confirmed' });
  });

  it('is changed in all ways by whoever knows it, or does not ask', async () => {
    const { path, tag } = await booked();
    const fields = { starts_at: salon.at('10:00'), notes: 'later' };
    const { body, headers } = await change(path, `W/${tag}`, fields).expect(200);
    expect(body.appointment).toMatchObject(fields);
    await change(path, '*', { notes: 'any' }).expect(200);
    await salon.call('patch', path).send({ notes: 'whatever' }).expect(200);
    await change(path, String(headers['etag']), { status: 'cancelled' }).expect(412);
    const { body: wrong } = await change(path, 'latest', { notes: 'x' }).expect(400);
    expect(wrong.code).toBe('VALIDATION_ERROR');
  });

  it.each([
    ['notes', (index: number) => ({ notes: `note ${index}` })],
    ['times', (index: number) => ({ starts_at: salon.at(TIMES[index % TIMES.length] as string) })],
    ['endings', (index: number) => (index % 2 ? { status: 'cancelled' } : { notes: `note ${index}` })],
  ])('takes one of many %s that are sent at once for the same version', async (_, fields) => {
    const { path, tag } = await booked('15:00');
    const sent = await Promise.all(Array.from({ length: AT_ONCE }, (_one, index) => change(path, tag, fields(index))));
    expect(sent.map(({ status }) => status).sort()).toEqual([200, ...Array<number>(AT_ONCE - 1).fill(412)]);
  });

  it('is no other one for having lost a race of its own', async () => {
    const rivals = [];
    for (const time of TIMES) rivals.push(await booked(time));
    const race = await Promise.all(rivals.map(({ path, tag }) => change(path, tag, { starts_at: salon.at(FREE) })));
    const codes = race.map(({ status, body }) => (status === 200 ? 'moved' : body.code)).sort();
    expect(codes).toEqual([...TIMES.slice(1).map(() => 'SLOT_TAKEN'), 'moved']);
  });
});
