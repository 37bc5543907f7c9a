import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import request from 'supertest';
import { buildPayload, messengerDeleted, messengerText, type WebhookEvent } from '../../../sandbox/events/index.js';
import type { RegisteredCompany } from '../../../test/builders/accounts.js';
import { companyWithChannels, type Inbox, startInbox } from '../../../test/support/inbox.js';
import { toObjectId } from '../../core/tenancy/index.js';
import type { Message } from '../messages/index.js';
import { InboundDrain } from './drain/inbound-drain.js';
import { InboundEventsRepository } from './inbound-events.repository.js';
import { InboundEventRecord } from './schemas/inbound-event-record.schema.js';
import { toInboundEvent } from './webhook/inbound-event-factory.js';
import { splitDelivery } from './webhook/split-delivery.js';

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
  const park = async (event: WebhookEvent): Promise<InboundEventRecord> => {
    const [item] = splitDelivery(buildPayload([event]));
    const record = { ...toInboundEvent(item!, new Date()), state: 'parked' as const, company_id: company_id() };
    await inbox.app.app.get(InboundEventsRepository, { strict: false }).store([record]);
    return record;
  };
  const stored = (record: InboundEventRecord): Promise<unknown> =>
    model<InboundEventRecord>(InboundEventRecord.name).findById(record._id).lean().exec();

  it('with their contact leave the stored events and what sockets can still ask for', async () => {
    const customerId = '8801';
    const text = `secret of ${customerId}`;
    const event = messengerText({ customerId, text });
    await deliver(event);
    const parked = await park(messengerText({ customerId, text }));
    const message = await model<Message>('Message').findOne({ company_id: company_id(), external_id: event.creates });
    const told = async (): Promise<string> =>
      JSON.stringify(await model('RealtimeEventRecord').find({ company_id: company_id() }).lean());
    expect(await told()).toContain(text);
    const contact = `/api/v1/contacts/${String(message?.contact_id)}`;
    await request(inbox.app.url).delete(contact).set(company.auth).expect(204);
    expect(await stored(parked)).toMatchObject({ state: 'done', item: '{}', key: parked.key });
    expect(JSON.stringify(await model(InboundEventRecord.name).find({ lane: parked.lane }).lean())).not.toContain(text);
    expect(await told()).not.toContain(text);
  });

  it('by their customer leave a parked event, which would show them when it is replayed', async () => {
    const said = messengerText({ customerId: '8802', text: 'said and taken back' });
    const parked = await park(said);
    await deliver(messengerDeleted({ customerId: '8802', mid: String(said.creates) }));
    expect(await stored(parked)).toMatchObject({ state: 'done', item: '{}' });
  });
});
