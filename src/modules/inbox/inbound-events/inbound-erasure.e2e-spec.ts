import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import request from 'supertest';
import { buildPayload, messengerDeleted, messengerText, type WebhookEvent } from '../../../../sandbox/events/index.js';
import { type RegisteredCompany, registerCompany } from '../../../../test/builders/accounts.js';
import { aPage, companyWithChannels, type Inbox, startInbox } from '../../../../test/support/inbox.js';
import { toObjectId } from '../../../core/tenancy/index.js';
import type { Message } from '../message-log/schemas/message.schema.js';
import { InboundDrain } from './drain/inbound-drain.js';
import { InboundEventsRepository } from './inbound-events.repository.js';
import { InboundEventRecord } from './schemas/inbound-event-record.schema.js';
import { toInboundEvent } from './inbound-event-factory.js';
import { splitDelivery } from '../meta/webhook/split-delivery.js';

describe('words that were deleted', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;

  beforeAll(async () => {
    inbox = await startInbox();
    company = await companyWithChannels(inbox, ['facebook']);
  });
  afterAll(() => inbox.close());

  const model = <T>(name: string): Model<T> => inbox.app.app.get<Model<T>>(getModelToken(name), { strict: false });
  const company_id = () => toObjectId(company.company._id);
  const deliver = async (event: WebhookEvent): Promise<void> => {
    await inbox.sandbox.webhooks.send(event);
    await inbox.app.app.get(InboundDrain, { strict: false }).idle();
  };
  const store = async (event: WebhookEvent, fields: Partial<InboundEventRecord>): Promise<InboundEventRecord> => {
    const [item] = splitDelivery(buildPayload([event]));
    const record = { ...toInboundEvent('meta', item!, new Date()), ...fields };
    await inbox.app.app.get(InboundEventsRepository, { strict: false }).store([record]);
    return record;
  };
  const park = (event: WebhookEvent): Promise<InboundEventRecord> =>
    store(event, { state: 'parked', company_id: company_id() });
  const stored = (record: InboundEventRecord): Promise<unknown> =>
    model<InboundEventRecord>(InboundEventRecord.name).findById(record._id).lean().exec();

  it('removes words and pets of a deleted contact from stored events and from the event log', async () => {
    const customerId = '8801';
    const text = `secret of ${customerId}`;
    const event = messengerText({ customerId, text });
    await deliver(event);
    const parked = await park(messengerText({ customerId, text }));
    const message = await model<Message>('Message').findOne({ company_id: company_id(), external_id: event.creates });
    const contact_id = String(message?.contact_id);
    const told = async (): Promise<string> =>
      JSON.stringify(await model('RealtimeEventRecord').find({ company_id: company_id() }).lean());
    const pet = { contact_id, name: 'Zephyrine', species: 'cat' };
    await request(inbox.app.url).post('/api/v1/pets').set(company.auth).send(pet).expect(201);
    while (!(await told()).includes(pet.name)) await new Promise(setImmediate);
    expect(await told()).toContain(text);
    const contact = `/api/v1/contacts/${contact_id}`;
    await request(inbox.app.url).delete(contact).set(company.auth).expect(204);
    expect(await stored(parked)).toMatchObject({ state: 'done', item: '{}', key: parked.key });
    expect(JSON.stringify(await model(InboundEventRecord.name).find({ lane: parked.lane }).lean())).not.toContain(text);
    expect(await told()).not.toContain(text);
    expect(await told()).not.toContain(pet.name);
  });

  it('by their customer leave a parked event, which would show them when it is replayed', async () => {
    const said = messengerText({ customerId: '8802', text: 'said and taken back' });
    const parked = await park(said);
    await deliver(messengerDeleted({ customerId: '8802', mid: String(said.creates) }));
    expect(await stored(parked)).toMatchObject({ state: 'done', item: '{}' });
  });

  it('of a contact leave no event of the company that held the account, and all events of the next holder', async () => {
    const next = await registerCompany(inbox.app);
    const account = aPage(inbox);
    const connect = async ({ auth }: RegisteredCompany): Promise<string> =>
      (await request(inbox.app.url).post('/api/v1/channels').set(auth).send(account).expect(201)).body._id as string;
    const said = (): WebhookEvent =>
      messengerText({ customerId: '8803', channelId: account.external_id, text: 'of 8803' });
    const waiting = { attempts: 1, last_error: 'failed', not_before: new Date(Date.now() + 3_600_000) };

    const channelId = await connect(company);
    const event = said();
    await deliver(event);
    const message = await model<Message>('Message').findOne({ company_id: company_id(), external_id: event.creates });
    const ours = [await store(said(), waiting), await park(said())];
    await request(inbox.app.url).delete(`/api/v1/channels/${channelId}`).set(company.auth).expect(204);
    await connect(next);
    const nextId = toObjectId(next.company._id);
    const theirs = [
      await store(said(), waiting),
      await store(said(), { ...waiting, company_id: nextId }),
      await store(said(), { state: 'parked', company_id: nextId }),
    ];
    const contact = `/api/v1/contacts/${String(message?.contact_id)}`;
    await request(inbox.app.url).delete(contact).set(company.auth).expect(204);
    for (const record of ours) expect(await stored(record)).toMatchObject({ state: 'done', item: '{}' });
    for (const record of theirs) expect(await stored(record)).toMatchObject({ state: record.state, item: record.item });
  });
});
