import { getModelToken } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import request from 'supertest';
import { messengerText, whatsappText } from '../../../../sandbox/events/index.js';
import type { LoggedIn, RegisteredCompany } from '../../../../test/builders/accounts.js';
import { companyWithChannels, type Inbox, StaffSocket, startInbox } from '../../../../test/support/inbox.js';
import type { ConversationDto } from '../conversations/dto/conversation-response.dto.js';
import { Conversation } from '../conversations/schemas/conversation.schema.js';
import { InboundDrain } from '../inbound-events/drain/inbound-drain.js';
import type { MessageDto } from './dto/message-response.dto.js';

const DAY_MS = 86_400_000;

describe('the reply window', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;
  let staff: StaffSocket;

  beforeAll(async () => {
    inbox = await startInbox();
    company = await companyWithChannels(inbox);
    staff = await StaffSocket.connect(inbox.app, company.tokens.accessToken);
  });

  afterAll(async () => {
    staff.close();
    await inbox.close();
  });

  type Caller = Pick<LoggedIn, 'auth'>;
  const api = (method: 'get' | 'post' | 'delete', path: string, { auth }: Caller = company): request.Test =>
    request(inbox.app.url)[method](`/api/v1${path}`).set(auth);

  /** A customer's message that was written some time ago. */
  const written = async (platform: 'facebook' | 'whatsapp', customerId: string, daysAgo = 0): Promise<MessageDto> => {
    const text = `hello from ${customerId}`;
    const build = platform === 'facebook' ? messengerText : whatsappText;
    await inbox.sandbox.webhooks.send(build({ customerId, text, at: Date.now() - daysAgo * DAY_MS }));
    const isIt = ({ message }: Record<string, unknown>): boolean => (message as MessageDto).content === text;
    return (await staff.next('message:new', isIt))['message'] as MessageDto;
  };

  const post = ({ contact_id, platform }: MessageDto, more: object, by: Caller = company): request.Test =>
    api('post', '/messages', by).send({ contact_id, role: 'operator', direction: 'outbound', platform, ...more });
  const reply = (to: MessageDto, content: string, more: object = {}, by: Caller = company): request.Test =>
    post(to, { content, ...more }, by);

  const conversationOf = async ({ conversation_id }: MessageDto): Promise<ConversationDto> =>
    (await api('get', `/conversations/${conversation_id}`).expect(200)).body as ConversationDto;

  it('lets no API key use the extra days of a person', async () => {
    const message = await written('facebook', '7545', 3);
    const key = { name: 'Robot', permissions: ['messages:send'] };
    const { body: made } = await api('post', '/api-keys').send(key).expect(201);
    const robot = { auth: { authorization: `Bearer ${String(made.key)}` } };
    const { body } = await reply(message, 'beep', {}, robot).expect(409);
    const { reply_window } = await conversationOf(message);
    expect(body).toMatchObject({
      code: 'WINDOW_CLOSED',
      details: { allowed: ['human_agent'], human_agent_until: reply_window?.expires_at },
    });
    const fresh = await written('facebook', '7546');
    const answer = await reply(fresh, 'beep at once', {}, robot).expect(201);
    expect(answer.body.messageData.author).toEqual({ kind: 'user', id: made._id, by_key: true, key_name: made.name });
  });

  it('answers a repetition after the end of the window with the stored message', async () => {
    const message = await written('whatsapp', '5511988887525');
    const first = await reply(message, 'in time', { client_id: 'in-time' }).expect(201);
    // A receipt that is not applied yet could be a message that opens the window.
    await inbox.sandbox.idle();
    await inbox.app.app.get(InboundDrain, { strict: false }).idle();
    const conversations = inbox.app.app.get<Model<Conversation>>(getModelToken(Conversation.name), { strict: false });
    await conversations.collection.updateOne(
      { _id: new Types.ObjectId(message.conversation_id), company_id: new Types.ObjectId(message.company_id) },
      { $set: { 'reply_window.expires_at': new Date(Date.now() - 1) } },
    );
    await reply(message, 'too late').expect(409);
    const again = await reply(message, 'in time', { client_id: 'in-time' }).expect(201);
    expect(again.body.messageData._id).toBe(first.body.messageData._id);
  });
});
