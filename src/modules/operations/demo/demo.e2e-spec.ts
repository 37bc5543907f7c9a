import { readFileSync } from 'node:fs';
import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import request from 'supertest';
import { channelToken } from '../../../../sandbox/channels.js';
import { logIn, registerCompany } from '../../../../test/builders/accounts.js';
import { openRawDatabase } from '../../../../test/support/raw-database.js';
import { ACCOUNTS, startInbox } from '../../../../test/support/inbox.js';
import { startTestApp, type TestApp } from '../../../../test/support/test-app.js';
import type { Customer } from '../../../../sandbox/customers.js';
import type { PaymentDto } from '../../billing/payments/dto/payment.dto.js';
import type { AppointmentView } from '../../booking/appointments/index.js';
import type { ChannelView } from '../../inbox/channels/index.js';
import type { DashboardStatsDto } from '../dashboard/dto/dashboard-stats.dto.js';
import { DEMO_COMPANIES, DEMO_LOGIN, DEMO_PASSWORD } from './data/index.js';
import { DemoSeedsRepository } from './demo-seeds.repository.js';
import { DemoSeeder } from './demo-seeder.js';
import { DemoSeed } from './schemas/demo-seed.schema.js';
import { sandboxMemoryFile } from './sandbox/sandbox-memory.js';

type Row = Record<'_id' | 'contact_id' | 'platform' | 'direction' | 'visibility' | 'status', string>;

const SANDBOX_ON = { SANDBOX: 'on' };
const MORE_THAN_ALL = 100;
const DAY_MS = 86_400_000;

describe('the demo companies', () => {
  let app: TestApp;
  const seed = (): Promise<boolean> => app.app.get(DemoSeeder).run();

  /** What a demo person sees of everything, without times and ids. */
  async function sights(email: string): Promise<Record<string, unknown>> {
    const { auth } = await logIn(app, email, DEMO_PASSWORD);
    const read = async (path: string): Promise<Record<string, never>[]> => {
      const { body } = await request(app.url).get(`/api/v1/${path}?limit=${MORE_THAN_ALL}`).set(auth).expect(200);
      return body.items;
    };
    const conversations = await read('conversations');
    const messages = await Promise.all(conversations.map(({ _id }) => read(`conversations/${String(_id)}/messages`)));
    const names = async (path: string): Promise<unknown[]> => (await read(path)).map(({ name }) => name).sort();
    return {
      services: await names('services'),
      resource_types: await names('resource-types'),
      resources: await names('resources'),
      schedules: (await read('staff-schedules')).length,
      appointments: (await read('appointments')).map(({ starts_at, status }) => ({ starts_at, status })),
      contacts: (await read('contacts')).map(({ full_name }) => full_name).sort(),
      pets: (await read('pets')).map(({ name }) => name).sort(),
      canned_replies: (await read('canned-replies')).map(({ shortcut }) => shortcut),
      labels: await names('labels'),
      channels: (await read('channels')).map(({ platform }) => platform).sort(),
      users: (await read('users')).map((user) => user['email']).sort(),
      messages: messages.map((list) => list.length).sort(),
      statuses: conversations.map(({ status, labels, unread_count }) => ({ status, labels, unread_count })),
    };
  }

  describe('after three processes have started at once', () => {
    let seeded: boolean[];
    beforeAll(async () => {
      app = await startTestApp(SANDBOX_ON);
      seeded = await Promise.all([seed(), seed(), seed()]);
    });
    afterAll(() => app.close());

    it('are what the data says, once, whoever starts how often', async () => {
      expect(seeded).toEqual([true, true, true]);
      for (const { owner, staff, customers, cannedReplies, channels, clinic } of DEMO_COMPANIES) {
        const seen = await sights(owner.email);
        expect(seen['contacts']).toEqual(customers.map(({ name }) => name).sort());
        expect(seen['pets']).toEqual(customers.flatMap(({ pets }) => pets.map(({ name }) => name)).sort());
        expect(seen['channels']).toEqual(channels.map(({ platform }) => platform).sort());
        const labels = customers.flatMap(({ outcome }) => outcome?.labels ?? []);
        expect(seen['labels']).toEqual([...new Set(labels)].sort());
        expect(seen['canned_replies']).toEqual(cannedReplies.map(({ shortcut }) => shortcut).sort());
        expect(seen['users']).toEqual([owner, ...staff].map(({ email }) => email).sort());
        expect(seen['services']).toEqual((clinic?.services ?? []).map(({ name }) => name).sort());
        const resources = (clinic?.resourceTypes ?? []).flatMap((type) => type.resources.map(({ name }) => name));
        expect(seen['resources']).toEqual(resources.sort());
        expect(seen['schedules']).toBe(Object.keys(clinic?.weeks ?? {}).length);
        expect(seen['appointments']).toHaveLength((clinic?.appointments ?? []).length);
        expect(seen['messages']).toEqual(customers.map(({ history }) => history.length).sort());
      }
    });

    it('have a dashboard that agrees with their lists', async () => {
      const { auth } = await logIn(app, DEMO_LOGIN.email, DEMO_LOGIN.password);
      const read = async <Body>(path: string): Promise<Body> =>
        (await request(app.url).get(`/api/v1/${path}`).set(auth).expect(200)).body as Body;
      const list = async <Row>(path: string): Promise<Row[]> => (await read<{ items: Row[] }>(path)).items;
      const day = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, 10);
      const period = `from=${day(-100)}&to=${day(100)}`;
      const stats = await read<DashboardStatsDto>(`dashboard/stats?${period}`);
      const conversations = await list<Row>(`conversations?limit=${MORE_THAN_ALL}`);
      const threads = conversations.map(({ _id }) => list<Row>(`conversations/${_id}/messages?limit=${MORE_THAN_ALL}`));
      const messages = (await Promise.all(threads)).flat().filter(({ visibility }) => visibility === 'public');
      const inbound = messages.filter(({ direction }) => direction === 'inbound').length;
      const all = await list<AppointmentView>(`appointments?${period}&limit=${MORE_THAN_ALL}`);
      const booked = all.filter(({ status }) => status !== 'cancelled' && status !== 'held');
      const sum = (values: (number | null)[]): number => values.reduce<number>((total, one) => total + (one ?? 0), 0);
      const payments = await list<PaymentDto>('payments');
      const paid = DEMO_COMPANIES[0]?.clinic?.appointments.filter((one) => one.paid) ?? [];
      expect(payments).toHaveLength(paid.length);
      const revenue = sum(payments.map(({ received, refunded }) => received - refunded));
      expect(revenue).toBeGreaterThan(0);
      expect(stats).toMatchObject({
        messages_in: inbound,
        messages_out: messages.filter(({ direction, status }) => direction === 'outbound' && status !== 'failed')
          .length,
        bookings: booked.length,
        no_shows: booked.filter(({ status }) => status === 'no_show').length,
        revenue,
      });
      expect([sum(stats.by_day.map((one) => one.messages_in)), stats.by_day.length]).toEqual([inbound, 201]);
      expect(sum(stats.by_channel.map((one) => one.messages_in))).toBe(inbound);
      expect(sum(stats.by_service.map((one) => one.revenue))).toBe(revenue);

      const [first] = conversations;
      const [contact_id, platform] = [first!.contact_id, first!.platform];
      const message = { contact_id, platform, role: 'user', direction: 'inbound', content: 'one more' };
      await request(app.url).post('/api/v1/messages').set(auth).send(message).expect(201);
      expect(await read<DashboardStatsDto>(`dashboard/stats?${period}`)).toMatchObject({ messages_in: inbound + 1 });
    });

    it('have arrivals of today and the customers who wait longest', async () => {
      const { auth } = await logIn(app, DEMO_LOGIN.email, DEMO_LOGIN.password);
      const { body } = await request(app.url).get('/api/v1/dashboard/today').set(auth).expect(200);
      const { body: day } = await request(app.url)
        .get(`/api/v1/appointments?from=${body.date}&to=${body.date}&limit=${MORE_THAN_ALL}`)
        .set(auth)
        .expect(200);
      const booked = (day.items as AppointmentView[]).filter(({ status }) => !['cancelled', 'held'].includes(status));
      expect(body.arrivals.map(({ _id }: Row) => _id)).toEqual(booked.map(({ _id }) => _id));
      const { body: list } = await request(app.url)
        .get('/api/v1/conversations?view=waiting&sort=waiting&limit=5')
        .set(auth)
        .expect(200);
      expect(body.waiting.map(({ _id }: Row) => _id)).toEqual(list.items.map(({ _id }: Row) => _id));
      expect(body.waiting_count).toBeGreaterThanOrEqual(body.waiting.length);
      // This test has no sandbox, so Meta does not answer.
      const troubles = body.channels.map(({ health }: ChannelView) => health.last_error?.message);
      expect(new Set(troubles)).toEqual(new Set(['Meta does not answer']));
    });

    it('lie in two time zones and show the latest talk on top', async () => {
      const { auth } = await logIn(app, DEMO_LOGIN.email, DEMO_LOGIN.password);
      const { body: company } = await request(app.url).get('/api/v1/companies/me').set(auth).expect(200);
      expect(company).toMatchObject({ name: 'Patas & Cia', time_zone: 'America/Sao_Paulo', locale: 'pt-BR' });
      expect(new Set(DEMO_COMPANIES.map(({ time_zone }) => time_zone)).size).toBe(2);
      const { body } = await request(app.url).get('/api/v1/conversations').set(auth).expect(200);
      const times: string[] = body.items.map(
        ({ last_message }: { last_message: { sent_at: string } }) => last_message.sent_at,
      );
      expect(times).toEqual([...times].sort().reverse());
      expect(body.items[0].reply_window.kind).toBe('standard');
    });

    it('tell the sandbox the reply windows that the inbox shows', async () => {
      const { auth } = await logIn(app, DEMO_LOGIN.email, DEMO_LOGIN.password);
      const { body } = await request(app.url).get('/api/v1/conversations?platform=whatsapp').set(auth).expect(200);
      const known = readFileSync(sandboxMemoryFile(app.config.dataDir), 'utf8')
        .trim()
        .split('\n')
        .map((line) => (JSON.parse(line) as { customer?: Customer }).customer);
      const dayMs = 24 * 3_600_000;
      for (const { contact, reply_window } of body.items) {
        const customer = known.find((person) => person?.name === contact.full_name);
        expect(new Date((customer?.lastInboundAt ?? 0) + dayMs).toISOString()).toBe(reply_window.expires_at);
      }
    });

    it('are not doubled by a crash right before the end', async () => {
      const before = await sights(DEMO_LOGIN.email);
      const seeds = app.app.get<Model<DemoSeed>>(getModelToken(DemoSeed.name), { strict: false });
      await seeds.updateOne({}, { $set: { finished_at: null } });
      expect(await seed()).toBe(true);
      expect(await sights(DEMO_LOGIN.email)).toEqual(before);
    });

    it('book anew what a crash left unconfirmed until it ran out', async () => {
      const { appointments } = await sights(DEMO_LOGIN.email);
      const raw = await openRawDatabase(app);
      await raw.db.collection('demo_seeds').updateOne({}, { $set: { finished_at: null } });
      const lapsed = { $set: { state: 'HELD', exp: new Date(0) } };
      await raw.db.collection('appointments').updateOne({ client_key: 'demo.bob' }, lapsed);
      await raw.close();
      expect(await Promise.all([seed(), seed()])).toEqual([true, true]);
      const again = await sights(DEMO_LOGIN.email);
      const confirmed = (list: unknown): unknown[] =>
        (list as { status: string }[]).filter(({ status }) => status === 'confirmed');
      expect(confirmed(again['appointments'])).toEqual(confirmed(appointments));
    });
  });

  describe('in a database of their own', () => {
    afterEach(() => app.close());

    it('are finished by the next start where the first was cut short', async () => {
      const inbox = await startInbox({ env: SANDBOX_ON });
      app = { ...inbox.app, close: () => inbox.close() };
      await app.app.get(DemoSeedsRepository).begin();
      const stranger = await registerCompany(app);
      // Amid the seeding, after the people and some of the channels.
      const access_token = channelToken({ platform: 'whatsapp' });
      const account = { platform: 'whatsapp', external_id: ACCOUNTS.whatsapp, access_token };
      const { body: taken } = await request(app.url)
        .post('/api/v1/channels')
        .set(stranger.auth)
        .send(account)
        .expect(201);
      await expect(seed()).rejects.toMatchObject({ code: 'CHANNEL_TAKEN' });
      await request(app.url).delete(`/api/v1/channels/${taken._id}`).set(stranger.auth).expect(204);
      expect(await seed()).toBe(true);
      const whole = await sights(DEMO_LOGIN.email);
      expect(whole['channels']).toEqual(['facebook', 'instagram', 'whatsapp']);
    });

    it('stay away where somebody has registered already', async () => {
      app = await startTestApp(SANDBOX_ON);
      await registerCompany(app);
      expect(await seed()).toBe(false);
      await request(app.url).post('/api/v1/auth/login').send(DEMO_LOGIN).expect(401);
    });

    it('stay away where the sandbox is off', async () => {
      app = await startTestApp({ SANDBOX: 'off' });
      expect(await seed()).toBe(false);
      await request(app.url).post('/api/v1/auth/login').send(DEMO_LOGIN).expect(401);
    });
  });
});
