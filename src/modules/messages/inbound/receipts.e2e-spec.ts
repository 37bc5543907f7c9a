import fc from 'fast-check';
import request from 'supertest';
import { whatsappText } from '../../../../sandbox/events/index.js';
import type { RegisteredCompany } from '../../../../test/builders/accounts.js';
import { companyWithChannels, type Inbox, StaffSocket, startInbox } from '../../../../test/support/inbox.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import type { InboundChannel, InboundStatus } from './inbound-event.js';
import { InboundEvents } from './inbound-events.js';

const CUSTOMER = '5511970006001';
const RUNS = 25;

type Receipt = InboundStatus['status'];

const RANK: Readonly<Record<string, number>> = { queued: 0, sent: 1, delivered: 2, read: 3 };

/** What a person would make of receipts in this order: up the ladder, and failed only below delivered, for good. */
function statusAfter(receipts: readonly Receipt[]): string {
  return receipts.reduce<string>((status, receipt) => {
    if (status === 'failed') return status;
    if (receipt === 'failed') return (RANK[status] ?? 0) < 2 ? 'failed' : status;
    return (RANK[receipt] ?? 0) > (RANK[status] ?? 0) ? receipt : status;
  }, 'sent');
}

describe('receipts', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;
  let staff: StaffSocket;
  let scope: CompanyScope;
  let channel: InboundChannel;
  let contactId: string;
  let messages = 0;

  beforeAll(async () => {
    inbox = await startInbox();
    Object.assign(inbox.sandbox.receipts.knobs, { statuses: false });
    company = await companyWithChannels(inbox, ['whatsapp']);
    scope = CompanyScope.of(company.company._id);
    staff = await StaffSocket.connect(inbox.app, company.tokens.accessToken);
    await inbox.sandbox.webhooks.send(whatsappText({ customerId: CUSTOMER, text: 'hello' }));
    const { message } = await staff.next('message:new');
    const { contact_id, channel_id } = message as { contact_id: string; channel_id: string };
    [contactId, channel] = [contact_id, { _id: channel_id, platform: 'whatsapp' }];
  });
  afterAll(async () => {
    staff.close();
    await inbox.close();
  });

  const api = (method: 'get' | 'post', path: string): request.Test =>
    request(inbox.app.url)[method](`/api/v1${path}`).set(company.auth);

  const sendOne = async (): Promise<{ id: string; externalId: string }> => {
    const body = { contact_id: contactId, role: 'operator', direction: 'outbound', platform: 'whatsapp' };
    const { body: answer } = await api('post', '/messages').send({ ...body, content: `message ${messages++}` });
    expect(answer.messageData.status).toBe('sent');
    return { id: answer.messageData._id as string, externalId: answer.messageData.external_id as string };
  };

  const receive = (externalId: string, status: Receipt): Promise<unknown> =>
    inbox.app.app.get(InboundEvents).apply(scope, channel, {
      kind: 'status',
      customer_id: CUSTOMER,
      at: new Date(),
      status,
      external_ids: [externalId],
    });

  const stored = async (id: string): Promise<Record<string, unknown>> =>
    (await api('get', `/messages/${id}`).expect(200)).body as Record<string, unknown>;

  const told = (id: string): string[] =>
    staff.received
      .filter(({ event, data }) => event === 'message:status' && data['messageId'] === id)
      .map(({ data }) => String(data['status']));

  const receipts = fc.array(fc.constantFrom<Receipt>('sent', 'delivered', 'read', 'failed'), {
    minLength: 1,
    maxLength: 8,
  });

  it('lead up the ladder whatever their order, and sockets see only steps up', async () => {
    await fc.assert(
      fc.asyncProperty(receipts, async (sequence) => {
        const { id, externalId } = await sendOne();
        for (const receipt of sequence) await receive(externalId, receipt);
        const { status, delivered, read } = await stored(id);
        const expected = statusAfter(sequence);
        expect({ status, delivered, read }).toEqual({
          status: expected,
          delivered: (RANK[expected] ?? 0) >= 2,
          read: expected === 'read',
        });
        const steps = told(id).filter((one) => one !== 'failed');
        expect(steps).toEqual([...steps].sort((a, b) => (RANK[a] ?? 0) - (RANK[b] ?? 0)));
        expect(told(id).length).toBeLessThanOrEqual(3 + Number(sequence.includes('failed')));
      }),
      { numRuns: RUNS },
    );
  }, 60_000);

  it('come to the highest when they are applied at once', async () => {
    const ladder = fc.array(fc.constantFrom<Receipt>('sent', 'delivered', 'read'), { minLength: 2, maxLength: 8 });
    await fc.assert(
      fc.asyncProperty(ladder, async (sequence) => {
        const { id, externalId } = await sendOne();
        await Promise.all(sequence.map((receipt) => receive(externalId, receipt)));
        const expected = statusAfter(sequence);
        expect(await stored(id)).toMatchObject({ status: expected });
      }),
      { numRuns: RUNS },
    );
  }, 60_000);
});
