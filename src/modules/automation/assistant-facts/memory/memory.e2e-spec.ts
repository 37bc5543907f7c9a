import { Types } from 'mongoose';
import request from 'supertest';
import { aContact } from '../../../../../test/builders/contacts.js';
import { aPublicSalon, type PublicSalon } from '../../../../../test/builders/public-booking.js';
import { AssistantCustomer, codeOf, valueOf } from '../../../../../test/support/assistant-customer.js';
import { openRawDatabase, type RawDatabase } from '../../../../../test/support/raw-database.js';
import { startTestApp, type TestApp } from '../../../../../test/support/test-app.js';
import { RealtimeService } from '../../../../core/realtime/index.js';
import type { ToolOutcome } from '../../assistant-core/index.js';
import type { FactDto } from './dto/memory.dto.js';
import { MAX_FACTS } from './memory.repository.js';

describe('the memory of the assistant', () => {
  let app: TestApp;
  let raw: RawDatabase;
  let salon: PublicSalon;
  let customer: AssistantCustomer;
  let rex: string;

  beforeAll(async () => {
    app = await startTestApp();
    raw = await openRawDatabase(app);
    salon = await aPublicSalon(app);
  });
  beforeEach(async () => {
    customer = await AssistantCustomer.of(app, salon);
    rex = await customer.pet({ name: 'Rex' });
    await customer.load();
  });
  afterAll(async () => {
    await raw.close();
    await app.close();
  });

  const path = (factId = ''): string => `/api/v1/contacts/${customer.contactId}/memory${factId && `/${factId}`}`;
  const call = (method: 'get' | 'post' | 'patch' | 'delete', factId?: string): request.Test =>
    request(app.url)[method](path(factId)).set(salon.auth);
  const add = async (body: object, status = 201): Promise<FactDto> =>
    (await call('post').send(body).expect(status)).body as FactDto;
  const change = async (fact: FactDto, body: object, status = 200): Promise<FactDto> =>
    (await call('patch', fact._id).send(body).expect(status)).body as FactDto;
  const list = async (): Promise<FactDto[]> => ((await call('get').expect(200)).body as { items: FactDto[] }).items;
  const tell = (field: string, value: string, message_id: Types.ObjectId | null = null): Promise<ToolOutcome> =>
    customer.run({ name: 'upsert_pet_fact', args: { pet: 'p1', field: field as 'breed', value } }, { message_id });
  const notes = async (): Promise<readonly string[]> => (await customer.load()).pets[0]?.notes ?? [];
  const stored = (): Promise<number> =>
    raw.db.collection('assistant_memory').countDocuments({ company_id: customer.scope.companyId });

  it('stores a told fact with its source; a medical fact waits for approval', async () => {
    const message_id = new Types.ObjectId();
    expect(valueOf(await tell('behaviour', 'afraid of dryers', message_id))).toEqual({ status: 'saved' });
    expect(valueOf(await tell('allergies', 'chicken'))).toEqual({ status: 'for_approval' });
    const [fact, medical] = await list();
    expect(fact).toMatchObject({
      ...{ contact_id: customer.contactId, pet: { _id: rex, name: 'Rex' }, field: 'behaviour' },
      ...{ value: 'afraid of dryers', status: 'active', confidence: 0.8, expires_at: null },
      source: { kind: 'customer', message_id: message_id.toHexString(), user: null },
    });
    expect(await notes()).toEqual(['afraid of dryers']);
    expect(await change(medical!, { status: 'active' })).toMatchObject({ status: 'active', confidence: 1 });
    expect(await notes()).toEqual(['afraid of dryers', 'allergy: chicken']);
    expect(valueOf(await tell('allergies', 'Chicken'))).toEqual({ status: 'saved' });
    expect(await list()).toHaveLength(2);
  });

  it('keeps the newest weight, and refuses an invalid weight', async () => {
    for (const weight of ['8 kg', '8,5kg']) expect((await tell('weight_kg', weight)).ok).toBe(true);
    expect(await list()).toMatchObject([{ value: '8.5', expires_at: expect.any(String) }]);
    expect((await customer.load()).pets[0]?.weight_kg).toBe(8.5);
    for (const weight of ['heavy', '0', '900 kg', '-3'])
      expect(codeOf(await tell('weight_kg', weight))).toBe('BAD_VALUE');
    await request(app.url).patch(`/api/v1/pets/${rex}`).set(salon.auth).send({ weight_kg: 12 }).expect(200);
    expect((await customer.load()).pets[0]?.weight_kg).toBe(12);
  });

  it('prefers a fact of staff to a fact of the customer', async () => {
    await tell('breed', 'Poodle');
    const fact = await add({ field: 'breed', value: 'Toy Poodle', pet_id: rex });
    expect(fact.source).toMatchObject({ kind: 'staff', user: { _id: salon.user._id, full_name: 'Ana Lima' } });
    await tell('breed', 'Maltese');
    expect((await customer.load()).pets[0]?.breed).toBe('Toy Poodle');
    expect((await list()).map(({ value }) => value)).toEqual(['Maltese', 'Toy Poodle']);
  });

  it('lets staff add, change and delete facts, and forgets a deleted one at once', async () => {
    const fact = await add({ field: 'preference', value: 'Comes on Saturdays' });
    expect((await customer.load()).memory).toEqual(['Comes on Saturdays']);
    expect(await change(fact, { value: 'Comes on Fridays' })).toMatchObject({ value: 'Comes on Fridays' });
    await call('delete', fact._id).expect(204);
    expect((await customer.load()).memory).toEqual([]);
    await call('delete', fact._id).expect(404);
    await change(fact, { value: 'again' }, 404);
  });

  it('does not use a fact after its expiry', async () => {
    const fact = await add({ field: 'note', value: 'On holiday', expires_at: '2020-01-01T00:00:00Z' });
    expect((await customer.load()).memory).toEqual([]);
    expect(await change(fact, { expires_at: null })).toMatchObject({ expires_at: null });
    expect((await customer.load()).memory).toEqual(['On holiday']);
  });

  it('makes staff the source of a fact that they change', async () => {
    await tell('condition', 'diabetes');
    const [told] = await list();
    const changed = await change(told!, { value: 'Diabetes, type 1' });
    expect(changed).toMatchObject({ status: 'active', confidence: 1, source: { kind: 'staff', message_id: null } });
  });

  it('refuses pets of others, fields of pets without a pet, and too many facts', async () => {
    const other = await AssistantCustomer.of(app, salon);
    await add({ field: 'note', value: 'x', pet_id: await other.pet() }, 422);
    await add({ field: 'note', value: 'x', pet_id: new Types.ObjectId().toHexString() }, 404);
    await add({ field: 'breed', value: 'Poodle' }, 400);
    await add({ field: 'weight_kg', value: 'heavy', pet_id: rex }, 400);
    const foreign = await add({ field: 'note', value: 'mine' });
    await request(app.url)
      .delete(`/api/v1/contacts/${other.contactId}/memory/${foreign._id}`)
      .set(salon.auth)
      .expect(404);
    for (let place = 1; place < MAX_FACTS; place++) await add({ field: 'note', value: `note ${place}` });
    await add({ field: 'note', value: 'one more' }, 409);
    await add({ field: 'note', value: 'Mine' });
    expect(codeOf(await tell('breed', 'Poodle'))).toBe('TOO_MANY_FACTS');
  });

  it('loses the facts of a deleted pet, and follows a pet to its new owner', async () => {
    const before = await stored();
    await tell('behaviour', 'bites');
    const { _id: owner } = await aContact(app, salon);
    await request(app.url).patch(`/api/v1/pets/${rex}`).set(salon.auth).send({ contact_id: owner }).expect(200);
    await becomes(async () => (await list()).length, 0);
    const ofOwner = await request(app.url).get(`/api/v1/contacts/${owner}/memory`).set(salon.auth).expect(200);
    expect(ofOwner.body).toMatchObject({ items: [{ value: 'bites', pet: { name: 'Rex' } }] });
    await request(app.url).delete(`/api/v1/pets/${rex}`).set(salon.auth).expect(204);
    await becomes(stored, before);
  });

  it('moves with a merge and its undo, and ends with the contact', async () => {
    const before = await stored();
    await add({ field: 'note', value: 'likes tea' });
    const { _id: survivor } = await aContact(app, salon);
    const merged = await request(app.url)
      .post(`/api/v1/contacts/${survivor}/merge`)
      .set(salon.auth)
      .send({ contact_id: customer.contactId })
      .expect(200);
    const ofSurvivor = `/api/v1/contacts/${survivor}/memory`;
    expect((await request(app.url).get(ofSurvivor).set(salon.auth)).body).toMatchObject({
      items: [{ value: 'likes tea' }],
    });
    await add({ field: 'note', value: 'too late' }, 409);
    const { _id: mergeId } = (merged.body as { merge: { _id: string } }).merge;
    await request(app.url).post(`/api/v1/contacts/merges/${mergeId}/undo`).set(salon.auth).expect(200);
    expect(await list()).toMatchObject([{ value: 'likes tea' }]);
    await request(app.url).delete(`/api/v1/contacts/${customer.contactId}`).set(salon.auth).expect(204);
    expect(await stored()).toBe(before);
  });

  it('deletes the facts of a message that the customer has removed', async () => {
    const message_id = new Types.ObjectId();
    await tell('behaviour', 'bites', message_id);
    await tell('behaviour', 'calm', new Types.ObjectId());
    await app.app.get(RealtimeService, { strict: false }).forgetMessage(customer.scope, message_id);
    expect(await notes()).toEqual(['calm']);
  });
});

/** Waits for what follows an event. Each look is a round trip, so this does not spin. */
async function becomes(look: () => Promise<number>, expected: number): Promise<void> {
  while ((await look()) !== expected);
}
