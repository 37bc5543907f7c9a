import request from 'supertest';
import { anEmail } from '../../../../../test/builders/accounts.js';
import { aContact } from '../../../../../test/builders/contacts.js';
import {
  aPublicSalon,
  aWeekday,
  codeFor,
  type PublicSalon,
  Visitor,
} from '../../../../../test/builders/public-booking.js';
import { receiveMails } from '../../../../../test/support/mailbox.js';
import { openRawDatabase } from '../../../../../test/support/raw-database.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import { WaitlistOfferScheduler } from '../waitlist-offer-scheduler.js';

const DEPOSIT = { kind: 'fixed', value: 2_000 };

interface Row {
  _id: string;
  state: string;
  source: string;
  told: object | null;
  answer: object | null;
  offer: { appointment_id: string } | null;
}

describe('a visitor on the waitlist', () => {
  let app: TestApp;
  let salon: PublicSalon;
  let visitor: Visitor;
  const day = aWeekday();
  const window = { date_from: day, date_to: day, from: '09:00', to: '09:30' };
  const start = `${day}T09:00:00.000Z`;
  let requests = 0;

  beforeAll(async () => {
    app = await startTestApp({ RATE_LIMIT_PER_MINUTE: '6000' });
  });
  beforeEach(async () => {
    salon = await aPublicSalon(app);
    visitor = new Visitor(app, salon);
  });
  afterAll(() => app.close());

  const staff = (method: 'get' | 'post', path: string, body?: object) =>
    request(app.url)[method](`/api/v1${path}`).set(salon.auth).send(body);
  const change = (path: string, body: object) =>
    request(app.url).patch(`/api/v1${path}`).set(salon.auth).send(body).expect(200);
  const link = (method: 'get' | 'post' | 'delete', token: string, path = '') =>
    request(app.url)[method](`/api/v1/public/manage/waitlist/${token}${path}`);
  const wish = (email: string, more: object = {}): object => ({
    ...{ client_key: `w${++requests}`, service_id: salon.serviceId, window },
    ...{ contact: { full_name: 'Vera Visitor', email }, pets: [{ name: 'Rex', species: 'dog' }], ...more },
  });
  const ask = async (who: Visitor, body: object) => {
    const response = await who.post('waitlist', body);
    who.token ??= response.headers['x-visitor-token'] as string;
    return response;
  };
  /** Asks, proves the address and joins. @returns the token of the entry */
  const joins = async (email: string, who = visitor, more: object = {}): Promise<string> => {
    const body = wish(email, more);
    expect((await ask(who, body)).status).toBe(202);
    const joined = await ask(who, { ...body, code: await codeFor(app, email) });
    expect([joined.status, joined.body.code]).toEqual([201, undefined]);
    return joined.body.wait_token as string;
  };
  const rows = async (): Promise<Row[]> => (await staff('get', '/waitlist').expect(200)).body.items as Row[];
  const taken = async (): Promise<string> => {
    const { _id } = await aContact(app, salon);
    const input = { service_id: salon.serviceId, contact_id: _id, starts_at: start };
    return (await staff('post', '/appointments', input).expect(201)).body.appointment._id as string;
  };
  const frees = async (id: string): Promise<void> => {
    await staff('post', `/appointments/${id}/cancel`, {}).expect(200);
    await sweep();
  };
  const sweep = (): Promise<void> =>
    app.app.get(WaitlistOfferScheduler, { strict: false }).sweep(new Date(Date.now() + 3_600_000));
  /** The tokens of the offers that were mailed. */
  const offersTo = async (email: string): Promise<string[]> =>
    (await receiveMails(app, email)).flatMap(({ raw }) =>
      raw.includes('has become free') ? (/booking\/waitlist\/([\w.-]+)/.exec(raw)?.[1] ?? []) : [],
    );
  const confirmed = async (): Promise<unknown[]> =>
    (await staff('get', '/appointments?status=confirmed').expect(200)).body.items as unknown[];

  it('joins with a mailed code, gets a link by mail, and leaves by it', async () => {
    const booked = await taken();
    const email = anEmail();
    const body = wish(email);
    expect((await ask(visitor, body)).status).toBe(202);
    expect(await rows()).toEqual([]);
    expect((await ask(visitor, { ...body, code: '000000' })).body).toMatchObject({ code: 'VERIFICATION_FAILED' });
    const proven = { ...body, code: await codeFor(app, email) };
    const both = await Promise.all([ask(visitor, proven), ask(visitor, proven)]);
    expect(both.map(({ status }) => status)).toEqual([201, 201]);
    expect(await rows()).toMatchObject([{ state: 'waiting', source: 'public', pets: [{ name: 'Rex' }], answer: null }]);
    const mails = (await receiveMails(app, email)).filter(({ subject }) =>
      subject.startsWith('You are on the waitlist'),
    );
    expect(mails).toHaveLength(1);
    const token = /booking\/waitlist\/([\w.-]+)/.exec(mails[0]?.raw ?? '')?.[1] ?? '';
    expect((await link('get', token).expect(200)).body).toMatchObject({
      state: 'waiting',
      offer: null,
      link_offer: null,
    });
    await link('get', `${token}x`).expect(404);
    await link('delete', token).expect(204);
    await link('delete', token).expect(204);
    expect((await link('get', token).expect(200)).body).toMatchObject({ state: 'left' });
    await frees(booked);
    expect([await rows(), await offersTo(email)]).toEqual([[], []]);
  });

  it('needs no second code within the hour, but another visitor does', async () => {
    const email = anEmail();
    await joins(email, visitor, { window: { ...window, from: '20:00', to: '21:00' } });
    expect((await ask(visitor, wish(email))).status).toBe(201);
    expect((await ask(new Visitor(app, salon), wish(email))).status).toBe(202);
    expect((await ask(visitor, wish(anEmail()))).status).toBe(202);
  });

  it('limits the entries of a visitor, of an address and of a customer', async () => {
    const never = { window: { ...window, from: '20:00', to: '21:00' } };
    const email = anEmail();
    await joins(email, visitor, never);
    for (const _ of [2, 3]) expect((await ask(visitor, wish(email, never))).status).toBe(201);
    expect((await ask(visitor, wish(email, never))).body).toMatchObject({
      code: 'TOO_MANY_WAITS',
      details: { limit: 3 },
    });
    const other = new Visitor(app, salon);
    const body = wish(email, never);
    expect((await ask(other, body)).status).toBe(202);
    const late = await ask(other, { ...body, code: await codeFor(app, email) });
    expect(late.body).toMatchObject({ code: 'TOO_MANY_WAITS', details: { limit: 3 } });
    const mine = anEmail();
    await joins(mine, other, never);
    const parallel = await Promise.all(Array.from({ length: 5 }, () => ask(other, wish(mine, never))));
    expect(parallel.filter(({ status }) => status === 201)).toHaveLength(2);
    const third = await ask(new Visitor(app, salon), wish(anEmail(), never));
    expect(third.body).toMatchObject({ code: 'TOO_MANY_WAITS', details: { limit: 6 } });
  });

  it('refuses what the page does not offer', async () => {
    const email = anEmail();
    const refused = async (more: object) => (await ask(visitor, wish(email, more))).status;
    expect(await refused({ service_id: salon.company._id })).toBe(404);
    expect(await refused({ contact: { full_name: 'Vera' } })).toBe(400);
    expect(await refused({ window: { date_from: '2020-01-01', date_to: '2020-01-02' }, code: '123456' })).toBe(422);
    const pets = Array.from({ length: 9 }, (_, at) => ({ name: `Pet ${at}` }));
    expect(await refused({ pets })).toBe(400);
  });

  it('gets an offer by mail without staff at work, and books it once, however often it is tapped', async () => {
    const booked = await taken();
    const email = anEmail();
    const token = await joins(email);
    await frees(booked);
    const [offered = '', ...others] = await offersTo(email);
    expect(others).toEqual([]);
    const { body } = await link('get', offered).expect(200);
    expect(body).toMatchObject({ state: 'offered', link_offer: 'open', offer: { starts_at: start, price: 8_000 } });
    expect(await rows()).toMatchObject([{ state: 'offered', told: { way: 'mail', state: 'sent' }, answer: null }]);
    const offer_id = body.offer._id as string;
    const [{ _id: entry } = { _id: '' }] = await rows();
    const taps = await Promise.all([
      link('post', offered, '/accept').send({ offer_id }),
      link('post', token, '/accept').send({ offer_id }),
      staff('post', `/waitlist/${entry}/accept`, {}),
    ]);
    expect(taps.map(({ status }) => status)).toEqual([200, 200, 201]);
    expect(await confirmed()).toHaveLength(1);
    expect((await link('get', offered).expect(200)).body).toMatchObject({
      state: 'booked',
      link_offer: 'booked',
      is_pending: false,
    });
    expect(await rows()).toMatchObject([{ state: 'booked', answer: { choice: 'accepted', starts_at: start } }]);
    const { manage_token } = taps[0].body as { manage_token: string };
    await request(app.url).get(`/api/v1/public/manage/${manage_token}`).expect(200);
    await link('post', offered, '/decline').send({ offer_id }).expect(409);
    expect(await confirmed()).toHaveLength(1);
  });

  it('declines, and the next one gets the time; a link of a past offer says so', async () => {
    const booked = await taken();
    const [first, second] = [anEmail(), anEmail()];
    await joins(first);
    await joins(second, new Visitor(app, salon));
    await frees(booked);
    const [offered = ''] = await offersTo(first);
    const { body } = await link('get', offered).expect(200);
    const answer = { offer_id: body.offer._id as string };
    expect((await link('post', offered, '/decline').send(answer).expect(200)).body).toMatchObject({
      state: 'waiting',
      link_offer: 'declined',
    });
    await link('post', offered, '/decline').send(answer).expect(200);
    await sweep();
    expect((await link('post', offered, '/accept').send(answer).expect(409)).body).toMatchObject({
      code: 'OFFER_ENDED',
    });
    const [next = ''] = await offersTo(second);
    expect((await link('get', next).expect(200)).body).toMatchObject({
      link_offer: 'open',
      offer: { starts_at: start },
    });
    expect(await rows()).toMatchObject([
      { state: 'waiting', answer: { choice: 'declined', way: 'link' }, told: { way: 'mail' } },
      { state: 'offered' },
    ]);
  });

  it('is told that an offer has expired, and books nothing', async () => {
    const booked = await taken();
    const email = anEmail();
    await joins(email);
    await frees(booked);
    const [offered = ''] = await offersTo(email);
    const offer_id = (await link('get', offered).expect(200)).body.offer._id as string;
    const raw = await openRawDatabase(app);
    await raw.db.collection('appointments').updateMany({ state: 'HELD' }, { $set: { exp: new Date(0) } });
    await raw.db.collection('waitlist').updateMany({ state: 'offered' }, { $set: { 'offer.expires_at': new Date(0) } });
    await raw.close();
    expect((await link('get', offered).expect(200)).body).toMatchObject({
      state: 'waiting',
      offer: null,
      link_offer: 'ended',
    });
    expect((await link('post', offered, '/accept').send({ offer_id })).body).toMatchObject({ code: 'HOLD_EXPIRED' });
    await sweep();
    expect((await link('post', offered, '/accept').send({ offer_id })).body).toMatchObject({ code: 'OFFER_ENDED' });
    expect((await link('get', offered).expect(200)).body).toMatchObject({ state: 'waiting', link_offer: 'ended' });
    expect(await confirmed()).toEqual([]);
  });

  it.each([
    ['bookings of customers do', () => change('/booking-settings', { public_approval: true })],
    ['the service demands a deposit', () => change(`/services/${salon.serviceId}`, { deposit: DEPOSIT })],
  ])('waits for the company where %s', async (_, prepare) => {
    await prepare();
    const email = anEmail();
    await joins(email);
    await sweep();
    const [offered = ''] = await offersTo(email);
    const offer_id = (await link('get', offered).expect(200)).body.offer._id as string;
    const { body } = await link('post', offered, '/accept').send({ offer_id }).expect(200);
    expect(body).toMatchObject({ state: 'booked', is_pending: true });
  });

  it('keeps companies apart', async () => {
    const token = await joins(anEmail(), visitor, { window: { ...window, from: '20:00', to: '21:00' } });
    const stranger = await aPublicSalon(app);
    const { body } = await request(app.url).get('/api/v1/waitlist').set(stranger.auth).expect(200);
    expect(body.items).toEqual([]);
    const [row] = await rows();
    await request(app.url)
      .delete(`/api/v1/waitlist/${String(row?._id)}`)
      .set(stranger.auth)
      .expect(404);
    await link('post', token, '/accept').send({ offer_id: stranger.company._id }).expect(409);
  });
});
