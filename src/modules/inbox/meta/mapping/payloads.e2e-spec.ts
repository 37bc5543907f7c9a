import { getModelToken } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import request from 'supertest';
import * as events from '../../../../../sandbox/events/index.js';
import type { RegisteredCompany } from '../../../../../test/builders/accounts.js';
import { companyWithChannels, type Inbox, startInbox } from '../../../../../test/support/inbox.js';
import { toObjectId } from '../../../../core/tenancy/index.js';
import { InboundDrain } from '../../inbound-events/drain/inbound-drain.js';
import { InboundEventRecord } from '../../inbound-events/schemas/inbound-event-record.schema.js';
import type { MessageDto } from '../../messages/dto/message-response.dto.js';

const SECOND_MS = 1_000;

describe('payloads of real customers', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;

  beforeAll(async () => {
    inbox = await startInbox();
    Object.assign(inbox.sandbox.receipts.knobs, { statuses: false });
    company = await companyWithChannels(inbox);
  });
  afterAll(() => inbox.close());

  const get = (path: string): request.Test => request(inbox.app.url).get(`/api/v1${path}`).set(company.auth);
  const drained = async (): Promise<void> => {
    await inbox.sandbox.idle();
    await inbox.app.app.get(InboundDrain, { strict: false }).idle();
  };
  const deliver = async (...list: events.WebhookEvent[]): Promise<void> => {
    for (const event of list) await inbox.sandbox.webhooks.send(event);
    await drained();
  };
  const retryWaitingEvents = async (): Promise<void> => {
    const model = inbox.app.app.get<Model<InboundEventRecord>>(getModelToken(InboundEventRecord.name));
    await model.updateMany({ state: 'new' }, { $set: { not_before: new Date(0) } });
    await drained();
  };
  /** The conversation of the one contact with this name. */
  const threadOf = async (name: string): Promise<MessageDto[]> => {
    const { body } = await get('/conversations?limit=100').expect(200);
    const rows = body.items.filter(({ contact }: { contact: { full_name: string } }) => contact.full_name === name);
    expect(rows).toHaveLength(1);
    return (await get(`/conversations/${rows[0]._id}/messages?limit=100`).expect(200)).body.items as MessageDto[];
  };

  describe('a message from the app of the business', () => {
    const at = Date.now() - 60 * SECOND_MS;
    const customer = (to: string, name: string): events.WebhookEvent =>
      events.whatsappText({ customerId: to, name, text: 'hello', at });
    const sent = (to: string, id: string): events.WebhookEvent =>
      events.whatsappBusinessAppEcho({ to, id, text: 'see you at 5 street secret', at: at + SECOND_MS });
    const revoked = (to: string, originalId: string): events.WebhookEvent =>
      events.whatsappBusinessAppRevoked({ to, originalId, id: `${originalId}.r`, at: at + 3 * SECOND_MS });

    it('changes when it is edited there, each time', async () => {
      const to = '5511970010001';
      const edit = (text: string): events.WebhookEvent =>
        events.whatsappBusinessAppEdited({
          to,
          originalId: 'app.1',
          id: `app.1.${text}`,
          text,
          at: at + 2 * SECOND_MS,
        });
      await deliver(customer(to, 'Edited Ana'), sent(to, 'app.1'), edit('six'), edit('seven'), edit('seven'));
      const [message] = await threadOf('Edited Ana');
      expect(message).toMatchObject({ content: 'seven', edited_at: expect.any(String), author: { kind: 'phone' } });
      const { body } = await get('/search?q=seven').expect(200);
      expect(JSON.stringify(body)).toContain(message?._id);
      expect(JSON.stringify((await get('/search?q=secret').expect(200)).body)).not.toContain(message?._id);
    });

    it('is removed when it is revoked there, and an edit does not bring it back', async () => {
      const to = '5511970010002';
      const late = events.whatsappBusinessAppEdited({ to, originalId: 'app.2', id: 'app.2.e', text: 'again', at });
      await deliver(customer(to, 'Revoked Bia'), sent(to, 'app.2'), revoked(to, 'app.2'), revoked(to, 'app.2'), late);
      const [message] = await threadOf('Revoked Bia');
      expect(message).toMatchObject({ content: '', deleted_at: expect.any(String) });
      const log = inbox.app.app.get<Model<object>>(getModelToken('RealtimeEventRecord'), { strict: false });
      const told = await log.find({ company_id: toObjectId(company.company._id) }).lean();
      const ofMessage = told.map((row) => JSON.stringify(row)).filter((row) => row.includes(String(message?._id)));
      expect(ofMessage).not.toEqual([]);
      expect(ofMessage.join()).not.toContain('street secret');
    });

    it('is removed when its removal comes first', async () => {
      const to = '5511970010003';
      await deliver(customer(to, 'Early Caio'), revoked(to, 'app.3'), sent(to, 'app.3'));
      await retryWaitingEvents();
      expect((await threadOf('Early Caio'))[0]).toMatchObject({ content: '', deleted_at: expect.any(String) });
    });
  });
});
