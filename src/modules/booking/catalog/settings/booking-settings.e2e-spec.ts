import request from 'supertest';
import {
  aStaffMember,
  type LoggedIn,
  type RegisteredCompany,
  registerCompany,
} from '../../../../../test/builders/accounts.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';

describe('booking settings over HTTP', () => {
  let app: TestApp;
  let owner: RegisteredCompany;

  beforeAll(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    owner = await registerCompany(app);
  });
  afterAll(() => app.close());

  const get = (by: Pick<LoggedIn, 'auth'> = owner) => request(app.url).get('/api/v1/booking-settings').set(by.auth);
  const patch = (fields: object, by: Pick<LoggedIn, 'auth'> = owner) =>
    request(app.url).patch('/api/v1/booking-settings').set(by.auth).send(fields);

  it('returns defaults at first', async () => {
    expect((await get().expect(200)).body).toEqual({
      version: 0,
      sizes: [
        { name: 'small', max_kg: 10 },
        { name: 'medium', max_kg: 25 },
        { name: 'large', max_kg: 45 },
        { name: 'giant', max_kg: null },
      ],
      hold_minutes: 10,
      holds_per_visitor: 2,
      public_page: true,
      public_approval: false,
      show_staff_names: true,
      contact_check: true,
      code_template: { name: 'booking_code', language: null },
      deposit_minutes: 30,
      deposit_refund: true,
      hide_dead_gaps: false,
      waitlist_offer_minutes: 15,
      request_hours: 48,
      quiet_hours: { from: '21:00', to: '08:00' },
      customer_notices: { mail: true, message: true },
      policy: expect.objectContaining({ free_cancel_hours: 24, late_fee_percent: 0 }),
    });
  });

  it('changes single fields, also in parallel', async () => {
    const defaults = (await get()).body;
    const changes = [{ hold_minutes: 15 }, { public_page: false }, { holds_per_visitor: 3 }, { hide_dead_gaps: true }];
    await Promise.all(changes.map((change) => patch(change).expect(200)));
    expect((await get()).body).toEqual({ ...defaults, ...Object.assign({}, ...changes), version: changes.length });
    const sizes = [{ name: 'tiny', max_kg: 2.5 }, { name: 'big' }];
    expect((await patch({ sizes }).expect(200)).body.sizes).toEqual([
      { name: 'tiny', max_kg: 2.5 },
      { name: 'big', max_kg: null },
    ]);
  });

  it('accepts one of two parallel first changes', async () => {
    const { etag } = (await get()).headers;
    const first = (fields: object) => patch(fields).set('if-match', String(etag));
    const statuses = (await Promise.all([first({ hold_minutes: 15 }), first({ hold_minutes: 20 })])).map(
      (r) => r.status,
    );
    expect(statuses.sort()).toEqual([200, 412]);
    await patch({ hold_minutes: 25 }).set('if-match', '"7"').expect(412);
  });

  it.each([
    ['no sizes', { sizes: [] }, 'sizes'],
    [
      'sizes that shrink',
      {
        sizes: [
          { name: 'a', max_kg: 5 },
          { name: 'b', max_kg: 4 },
        ],
      },
      'sizes',
    ],
    ['a size after the endless one', { sizes: [{ name: 'a' }, { name: 'b', max_kg: 4 }] }, 'sizes'],
    ['two endless sizes', { sizes: [{ name: 'a' }, { name: 'b' }] }, 'sizes'],
    ['a size of nothing', { sizes: [{ name: 'a', max_kg: 0 }] }, 'sizes'],
    ['a name twice', { sizes: [{ name: 'a', max_kg: 4 }, { name: 'A' }] }, 'sizes'],
    ['a hold without time', { hold_minutes: 0 }, 'hold_minutes'],
    ['a template that can have no such name', { code_template: { name: 'Booking code' } }, 'code_template.name'],
    ['a language of ours', { code_template: { name: 'code', language: 'pt-BR' } }, 'code_template.language'],
    ['half a policy', { policy: { free_cancel_hours: 2 } }, 'policy.free_reschedule_hours'],
  ])('refuses %s', async (_, fields, field) => {
    const { body } = await patch(fields).expect(400);
    expect(body.code).toBe('VALIDATION_ERROR');
    expect(body.details[0].field).toBe(field);
  });

  it('keeps companies apart and lets only managers change', async () => {
    const [staff, stranger] = [await aStaffMember(app, owner), await registerCompany(app)];
    await patch({ hold_minutes: 5 }).expect(200);
    expect((await get(staff).expect(200)).body.hold_minutes).toBe(5);
    await patch({ hold_minutes: 6 }, staff).expect(403);
    expect((await get(stranger)).body.hold_minutes).toBe(10);
  });
});
