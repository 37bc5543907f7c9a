import { Types } from 'mongoose';
import request from 'supertest';
import { aService } from '../../../../../test/builders/catalog.js';
import { aPublicSalon, aWeekday, type PublicSalon } from '../../../../../test/builders/public-booking.js';
import { AssistantCustomer } from '../../../../../test/support/assistant-customer.js';
import { QueryRecorder } from '../../../../../test/support/query-recorder.js';
import { openRawDatabase, type RawDatabase } from '../../../../../test/support/raw-database.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';

/** With a cached catalog. */
const MOST_QUERIES = 9;

describe('the facts of a turn', () => {
  let app: TestApp;
  let raw: RawDatabase;
  let salon: PublicSalon;
  let customer: AssistantCustomer;

  beforeAll(async () => {
    app = await startTestApp();
    raw = await openRawDatabase(app);
  });
  beforeEach(() => open());
  afterAll(async () => {
    await raw.close();
    await app.close();
  });

  const open = async (settings: Record<string, unknown> = {}, service: Record<string, unknown> = {}): Promise<void> => {
    salon = await aPublicSalon(app, settings, service);
    customer = await AssistantCustomer.of(app, salon, { full_name: 'Carla Dias', phone: '+55 11 98888-7777' });
  };
  const company = (fields: Record<string, unknown>): Promise<unknown> =>
    request(app.url).patch('/api/v1/companies/me').set(salon.auth).send(fields).expect(200);
  const post = async (path: string, body: object): Promise<Record<string, string>> => {
    const answer = await request(app.url).post(`/api/v1${path}`).set(salon.auth).send(body).expect(201);
    return answer.body as Record<string, string>;
  };
  const book = async (time: string, pet_ids: string[], fields: object = {}): Promise<string> => {
    const body = { service_id: salon.serviceId, contact_id: customer.contactId, pet_ids };
    const booked = await post('/appointments', { ...body, starts_at: `${aWeekday()}T${time}:00.000Z`, ...fields });
    return (booked['appointment'] as unknown as { _id: string })._id;
  };
  const brazilian = { locale: 'pt-BR', currency: 'BRL' };

  it('tells the company, the customer and what the settings say', async () => {
    await company({
      ...brazilian,
      phone: '+55 11 3333-4444',
      email: 'oi@patas.com',
      website: 'https://www.patas.com/x',
    });
    const facts = await customer.load({ emergency_phone: '+55 11 1111-1111', policies: ['No refunds.'] });
    expect(facts.company).toMatchObject({
      ...{ name: 'Happy Paws', locale: 'pt-BR', time_zone: 'UTC', emergency_phone: '+55 11 1111-1111' },
      ...{ policies: ['No refunds.'], emails: ['oi@patas.com'], link_hosts: ['patas.com'] },
    });
    expect(facts.contact).toEqual({ full_name: 'Carla Dias', phone: '+55 11 98888-7777', email: null });
    expect(facts).toMatchObject({ pets: [], appointments: [], memory: [], turns: [], silence: null });
  });

  it('tells hours by day, and the days that differ', async () => {
    const holiday = aWeekday(1);
    await post('/closures', { name: 'Holiday', starts_on: holiday, ends_on: holiday, scope: 'all' });
    const { opening } = await customer.load();
    const usual = [{ from: '09:00', to: '18:00' }];
    expect(opening.week).toEqual([[], usual, usual, usual, usual, usual, []]);
    expect(opening.special_days).toEqual([{ date: holiday, windows: [] }]);
    expect(opening.is_open_now ? opening.opens_at : Date.parse(opening.opens_at ?? '') > Date.now()).not.toBe(false);
  });

  it('tells no hours where nobody works', async () => {
    await raw.db.collection('staff_schedules').deleteMany({ company_id: customer.scope.companyId });
    await aService(app, salon, { name: 'Any change makes a new catalog' });
    expect((await customer.load()).opening).toMatchObject({ week: [], special_days: [], is_open_now: false });
  });

  it('tells the public services with the prices of the booking page', async () => {
    await company(brazilian);
    await aService(app, salon, { name: 'Secret', public: false });
    await aService(app, salon, { name: 'Old', active: false });
    const size = { ...row, size: 'large', price_delta: 4_000 };
    await aService(app, salon, { name: 'Groom', price: 8_000, pet_matrix: [size], accepted_species: ['dog'] });
    await aService(app, salon, { name: 'Gift', price: 0 });
    await aService(app, salon, { name: 'Ask', price: null });
    const { services } = await customer.load();
    const priceOf = (name: string) => plain(services.find((one) => one.name === name)?.price ?? null);
    expect(services.map(({ alias, name }) => `${alias} ${name}`)).toEqual(['s1 Bath', 's2 Groom', 's3 Gift', 's4 Ask']);
    expect([priceOf('Bath'), priceOf('Groom'), priceOf('Gift'), priceOf('Ask')]).toEqual([
      ...['R$ 80,00', 'R$ 80,00–120,00', 'Grátis', null],
    ]);
    expect(services[1]).toMatchObject({ species: ['dog'], duration_min: 30, is_bookable: true });
  });

  it('tells the price of the own pet, if its size is known', async () => {
    const rows = [{ ...row, size: 'large', price_delta: 4_000 }];
    await open(
      {
        sizes: [
          { name: 'small', max_kg: 10 },
          { name: 'large', max_kg: null },
        ],
      },
      { pet_matrix: rows },
    );
    const pet = await customer.pet({ weight_kg: null });
    expect(plain((await customer.load()).services[0]?.price ?? null)).toMatch(/80\.00 – .*120\.00/);
    await request(app.url).patch(`/api/v1/pets/${pet}`).set(salon.auth).send({ weight_kg: 30 }).expect(200);
    expect((await customer.load()).services[0]?.price).toMatch(/^[^–]*120\.00$/);
  });

  it('tells own appointments that have not begun, with what the policy allows', async () => {
    const policy = { free_cancel_hours: 0, free_reschedule_hours: 8_000, late_fee_percent: 50, max_reschedules: 1 };
    await open({ policy: { ...policy, no_show_fee_percent: 0 } });
    const [luna, rex] = [await customer.pet({ name: 'Luna' }), await customer.pet({ name: 'Rex' })];
    const later = await book('14:00', [rex]);
    await book('09:00', [luna]);
    const gone = await book('16:00', [rex]);
    await request(app.url).post(`/api/v1/appointments/${gone}/cancel`).set(salon.auth).send({}).expect(200);
    const [first, second, ...others] = (await customer.load()).appointments;
    expect(others).toEqual([]);
    expect(first).toMatchObject({ service: 'Bath', pet: { alias: 'p1', name: 'Luna' }, status: 'booked' });
    expect(plain(second?.move_fee ?? null)).toMatch(/40\.00$/);
    expect(second?.cancel_fee).toBeNull();
    await raw.db.collection('appointments').updateOne({ _id: new Types.ObjectId(later) }, { $set: { reschedules: 1 } });
    expect((await customer.load()).appointments[1]).toMatchObject({
      may_move: false,
      may_cancel: true,
      cancel_fee: null,
    });
  });

  it('appends aliases of new documents, and never reuses those of deleted ones', async () => {
    const [luna] = [await customer.pet({ name: 'Luna' }), await customer.pet({ name: 'Rex' })];
    expect((await customer.load()).pets.map(({ alias, name }) => `${alias} ${name}`)).toEqual(['p1 Luna', 'p2 Rex']);
    await request(app.url).delete(`/api/v1/pets/${luna}`).set(salon.auth).expect(204);
    await request(app.url).delete(`/api/v1/services/${salon.serviceId}`).set(salon.auth);
    await customer.pet({ name: 'Mia' });
    await aService(app, salon, { name: 'Groom' });
    const facts = await customer.load();
    expect(facts.pets.map(({ alias, name }) => `${alias} ${name}`)).toEqual(['p2 Rex', 'p3 Mia']);
    expect(facts.services.map(({ alias, name }) => `${alias} ${name}`)).toEqual(['s2 Groom']);
  });

  it('leaves out notes, removed messages and failed messages', async () => {
    const old = await customer.message('before the episode');
    const first = await customer.message('hello');
    const answer = await customer.message('how can we help?', 'operator');
    await raw.db.collection('messages').updateOne({ _id: answer._id }, { $set: { status: 'sent' } });
    // No channel sends it, so it fails.
    await customer.message('never sent', 'operator');
    await request(app.url)
      .post(`/api/v1/conversations/${customer.conversation._id.toHexString()}/notes`)
      .set(salon.auth)
      .send({ content: 'a difficult customer' })
      .expect(201);
    const removed = await customer.message('removed');
    await raw.db.collection('messages').updateOne({ _id: removed._id }, { $set: { deleted_at: new Date() } });
    const asked = [await customer.message('a bath please'), await customer.message('tomorrow')];
    const facts = await customer.load({ messages: asked, episode_since_seq: old.seq + 1 });
    expect(first.seq).toBe(old.seq + 1);
    expect(facts.turns).toEqual([
      { from: 'customer', text: 'hello' },
      { from: 'staff', text: 'how can we help?' },
    ]);
    expect(facts.messages.map(({ text, tapped }) => [text, tapped])).toEqual([
      ['a bath please', null],
      ['tomorrow', null],
    ]);
    const long = Array.from({ length: 14 }, (_, place) => customer.message(`line ${place}`));
    await Promise.all(long);
    expect((await customer.load()).turns).toHaveLength(12);
  });

  it('knows the tapped choice by the payload of the assistant, and of no other button', async () => {
    const message = await customer.message('Banho');
    const tapped = async (payload: string) =>
      (await customer.load({ messages: [{ ...message, context: { button: { payload } } }] })).messages[0]?.tapped;
    expect(await tapped('assistant:6500:service:s1')).toBe('service:s1');
    expect(await tapped('flow:6500:service:s1')).toBeNull();
  });

  it('needs few queries, as many for one pet as for five', async () => {
    const recorder = new QueryRecorder(app.app);
    // The smallest count of several loads, because listeners of earlier changes may read at the same time.
    const count = async (): Promise<number> => {
      const counts: number[] = [];
      for (let loads = 0; loads < 5; loads++) {
        const before = recorder.commands.length;
        await customer.load();
        counts.push(recorder.commands.length - before);
      }
      return Math.min(...counts);
    };
    await customer.pet();
    // The test reads the conversation, as the pipeline does.
    expect(await count()).toBe(MOST_QUERIES + 1);
    for (const name of ['a', 'b', 'c', 'd']) await customer.pet({ name });
    expect(await count()).toBe(MOST_QUERIES + 1);
  });
});

const row = { species: null, size: null, coat: null, breed: null, minutes: null, minutes_delta: null, price: null };

/** Intl writes a space that does not break. */
const plain = (text: string | null): string | null => text && text.replaceAll(/[\u00a0\u202f]/g, ' ');
