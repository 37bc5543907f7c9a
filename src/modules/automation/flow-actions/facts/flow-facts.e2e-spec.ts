import { Types } from 'mongoose';
import request from 'supertest';
import { aContact } from '../../../../../test/builders/contacts.js';
import { aPet } from '../../../../../test/builders/pets.js';
import { aPublicSalon, aWeekday, type PublicSalon } from '../../../../../test/builders/public-booking.js';
import { QueryRecorder } from '../../../../../test/support/query-recorder.js';
import { openRawDatabase } from '../../../../../test/support/raw-database.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { ConversationOpener } from '../../../inbox/conversations/index.js';
import type { FlowFacts } from '../../flow-core/index.js';
import { type FactsRequest, FlowFactsService } from '../index.js';

/** With a cached catalog. */
const MOST_QUERIES = 8;

describe('the facts of flows', () => {
  let app: TestApp;
  let salon: PublicSalon;
  let scope: CompanyScope;
  let asked: FactsRequest;
  let contactId: string;

  beforeAll(async () => {
    app = await startTestApp();
  });
  beforeEach(async () => {
    salon = await aPublicSalon(app);
    scope = CompanyScope.of(salon.company._id);
    const contact = await aContact(app, salon, { full_name: 'Carla Dias', phone: '+55 11 98888-7777', tags: ['vip'] });
    contactId = contact._id;
    const opener = app.app.get(ConversationOpener, { strict: false });
    const contact_id = new Types.ObjectId(contactId);
    asked = { contact_id, conversation: await opener.open(scope, contact_id, 'whatsapp') };
  });
  afterAll(() => app.close());

  const load = (more: Partial<FactsRequest> = {}): Promise<FlowFacts> =>
    app.app.get(FlowFactsService, { strict: false }).load(scope, { ...asked, ...more });
  const book = async (time: string, pet: string, company = salon): Promise<Types.ObjectId> => {
    const body = { service_id: salon.serviceId, contact_id: contactId, starts_at: `${aWeekday()}T${time}:00.000Z` };
    const appointment = { ...body, pet_ids: [pet] };
    const answer = await request(app.url).post('/api/v1/appointments').set(company.auth).send(appointment).expect(201);
    return new Types.ObjectId(answer.body.appointment._id as string);
  };

  it('tells who the customer is, and what is known of the company', async () => {
    await request(app.url).patch('/api/v1/companies/me').set(salon.auth).send({ phone: '+55 11 3333-4444' });
    expect(await load()).toMatchObject({
      contact: { full_name: 'Carla Dias', tags: ['vip'], email: null },
      pets: [],
      company: { name: 'Happy Paws', time_zone: 'UTC', locale: 'en' },
      appointment: null,
      platform: 'whatsapp',
      last_text: '',
      is_window_open: true,
    });
  });

  it('knows no name of a customer whom the channel has not named', async () => {
    const raw = await openRawDatabase(app);
    const _id = new Types.ObjectId(contactId);
    await raw.db.collection('contacts').updateOne({ _id }, { $set: { is_name_placeholder: true } });
    await raw.close();
    expect((await load()).contact.full_name).toBe('');
  });

  it('tells the next appointment, or the one that started the flow with its pet first', async () => {
    const [luna, rex] = [await aPet(app, salon, contactId, { name: 'Luna' }), await aPet(app, salon, contactId)];
    const later = await book('14:30', rex._id);
    const next = await book('09:00', luna._id);
    const facts = await load();
    expect(facts.appointment).toMatchObject({
      starts_at: `${aWeekday()}T09:00:00.000Z`,
      time: '09:00',
      staff: 'Ana Lima',
    });
    expect(facts.appointment?.date).toMatch(/day, [A-Z][a-z]+ \d{1,2}$/);
    expect(facts.pets.map(({ name }) => name)).toEqual(['Luna', 'Rex']);
    expect(facts.appointment_pet_id).toBeNull();
    const started = await load({ appointment_id: later });
    expect(started.appointment?.time).toBe('14:30');
    expect(started.pets.map(({ name }) => name)).toEqual(['Rex', 'Luna']);
    expect(started.appointment_pet_id).toBe(rex._id);
    scope = CompanyScope.of((await aPublicSalon(app)).company._id);
    await expect(load({ appointment_id: next })).rejects.toMatchObject({ code: 'NOT_FOUND' });
  });

  it('takes the longest vaccination of each name, and proofs that staff have accepted', async () => {
    const given = (name: string, expires_on: string | null, given_on: string | null = null) => ({
      name,
      given_on,
      expires_on,
    });
    const vaccinations = [given('Rabies', '2031-01-01'), given('rabies ', '2030-01-01'), given('DHPP', '2030-05-01')];
    const planned = given('DHPP', '2040-01-01', '2039-01-01');
    const pet = await aPet(app, salon, contactId, { vaccinations: [...vaccinations, planned] });
    await request(app.url)
      .post('/api/v1/pet-clearances')
      .set(salon.auth)
      .send({ pet_id: pet._id, name: 'dhpp', valid_until: '2035-01-01' })
      .expect(201);
    expect((await load()).pets[0]?.vaccinations).toEqual([
      { name: 'Rabies', expires_on: '2031-01-01' },
      { name: 'dhpp', expires_on: '2035-01-01' },
    ]);
  });

  it('needs few queries, as many for one pet as for five', async () => {
    const recorder = new QueryRecorder(app.app);
    // The smallest count of several loads, because listeners of earlier changes may read at the same time.
    const count = async (): Promise<number> => {
      const counts: number[] = [];
      for (let loads = 0; loads < 5; loads++) {
        const before = recorder.commands.length;
        await load();
        counts.push(recorder.commands.length - before);
      }
      return Math.min(...counts);
    };
    await aPet(app, salon, contactId);
    expect(await count()).toBe(MOST_QUERIES);
    for (const name of ['a', 'b', 'c', 'd']) await aPet(app, salon, contactId, { name });
    expect(await count()).toBe(MOST_QUERIES);
  });
});
