import request from 'supertest';
import { instagramEcho, instagramText } from '../../../../../sandbox/events/index.js';
import type { RegisteredCompany } from '../../../../../test/builders/accounts.js';
import { beforeNext } from '../../../../../test/support/before-next.js';
import { companyWithChannels, type Inbox, StaffSocket, startInbox } from '../../../../../test/support/inbox.js';
import { ConversationsRepository } from '../../conversations/index.js';
import { InboundDrain } from '../../inbound-events/drain/inbound-drain.js';
import { MessageLog } from '../../message-log/message-log.js';
import type { Message } from '../../message-log/schemas/message.schema.js';

type Json = Record<string, unknown>;

const WORDS = 'echo of a bot';

describe('the echo of an assistant message', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;
  let staff: StaffSocket;
  let customers = 0;
  let customerId: string;
  let contact_id: string;
  let conversationId: string;
  let before: Json;

  beforeAll(async () => {
    inbox = await startInbox();
    Object.assign(inbox.sandbox.receipts.knobs, { statuses: false });
    company = await companyWithChannels(inbox);
    staff = await StaffSocket.connect(inbox.app, company.tokens.accessToken);
  });
  afterAll(async () => {
    staff.close();
    await inbox.close();
  });
  /** A new customer of Instagram, where echoes carry nothing of ours, has written twice. */
  beforeEach(async () => {
    customerId = `9918${(customers += 1)}`;
    for (const text of [`hello of ${customerId}`, `more of ${customerId}`]) {
      await inbox.sandbox.webhooks.send(instagramText({ customerId, text }));
      const isText = ({ message }: Json): boolean => (message as Message).content === text;
      const { message } = await staff.next('message:new', isText);
      ({ contact_id, conversation_id: conversationId } = message as { contact_id: string; conversation_id: string });
    }
    before = await conversation();
  });

  const api = (method: 'get' | 'post', path: string): request.Test =>
    request(inbox.app.url)[method](`/api/v1${path}`).set(company.auth);
  const post = async (more: Json = {}): Promise<string> => {
    const body = {
      contact_id,
      role: 'assistant',
      direction: 'outbound',
      platform: 'instagram',
      content: WORDS,
      ...more,
    };
    return (await api('post', '/messages').send(body).expect(201)).body.messageData._id as string;
  };
  const echo = async (): Promise<void> => {
    await inbox.sandbox.webhooks.send(instagramEcho({ customerId, text: WORDS, mid: `mid.of.${customerId}` }));
    await inbox.sandbox.idle();
    await inbox.app.app.get(InboundDrain, { strict: false }).idle();
  };
  const conversation = async (): Promise<Json> =>
    (await api('get', `/conversations/${conversationId}`).expect(200)).body as Json;
  const outbound = async (): Promise<Json[]> => {
    const { body } = await api('get', `/conversations/${conversationId}/messages`).expect(200);
    return body.items.filter(({ direction }: Json) => direction === 'outbound');
  };
  const expectOneOfAssistant = async (_id: string | undefined): Promise<void> => {
    const row = { role: 'assistant', author: { kind: 'bot' }, status: 'sent', external_id: `mid.of.${customerId}` };
    expect(await outbound()).toMatchObject([{ _id, ...row }]);
    const { waiting_since } = before;
    expect(await conversation()).toMatchObject({ owner: { kind: 'none' }, waiting_since });
  };

  it('becomes the message when the message is posted later', async () => {
    await echo();
    expect(await outbound()).toMatchObject([{ author: { kind: 'phone' } }]);
    const id = await post({ client_id: 'early' });
    expect(await post({ client_id: 'early' })).toBe(id);
    await expectOneOfAssistant(id);
    expect(await post({ client_id: 'later' })).not.toBe(id);
  });

  it('becomes the message when the message is posted just before the echo is stored', async () => {
    let id: string | undefined;
    beforeNext(inbox.app.app.get(MessageLog, { strict: false }), 'append', async () => (id = await post()));
    await echo();
    await expectOneOfAssistant(id);
  });

  it('becomes the message when the message is posted before the conversation shows the echo', async () => {
    let id: string | undefined;
    const rows = inbox.app.app.get(ConversationsRepository, { strict: false });
    beforeNext(rows, 'summarize', async () => (id = await post()));
    await echo();
    await expectOneOfAssistant(id);
  });
});
