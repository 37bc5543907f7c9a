import { getModelToken } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import request from 'supertest';
import { DEFAULT_WABA_ID } from '../../../../sandbox/channels.js';
import { messengerText, whatsappText } from '../../../../sandbox/events/index.js';
import { type LoggedIn, type RegisteredCompany, registerCompany } from '../../../../test/builders/accounts.js';
import {
  ACCOUNTS,
  companyWithChannels,
  type Inbox,
  StaffSocket,
  startInbox,
  whileMetaFails,
} from '../../../../test/support/inbox.js';
import { type InlineJobs, Jobs } from '../../../core/jobs/index.js';
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

  /** Receives a customer's message that was written some days ago. */
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

  it('refuses an API key in the days that are for people only', async () => {
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

  it('returns the stored message for a repeated request after the end of the window', async () => {
    const message = await written('whatsapp', '5511988887525');
    const first = await reply(message, 'in time', { client_id: 'in-time' }).expect(201);
    // An unprocessed event might be a message that opens the window.
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

  describe('templates', () => {
    const REMINDER = {
      name: 'appointment_reminder',
      language: 'pt_BR',
      variables: { '1': 'Ana', '2': 'Luna', '3': 'sexta, 10:00' },
    };
    const WORDS = 'Oi Ana, lembrete da visita de Luna em sexta, 10:00.';
    let channelId: string;

    const sync = async (): Promise<void> => {
      await api('post', '/message-templates/sync').send({ channel_id: channelId }).expect(200);
    };
    const shown = (customerId: string): unknown[] => [...inbox.sandbox.devices.messages(ACCOUNTS.whatsapp, customerId)];

    beforeAll(async () => {
      await inbox.app.app.get<unknown, InlineJobs>(Jobs).drain();
      const { body } = await api('get', '/channels?platform=whatsapp').expect(200);
      channelId = body.items[0]._id;
    });

    it('are read when the channel is connected, and are sent outside the window with their values', async () => {
      const message = await written('whatsapp', '5511988887601', 3);
      const { body } = await post(message, { template: REMINDER }).expect(201);
      expect(body).toMatchObject({
        forwarding: { status: 'success' },
        messageData: { content: WORDS, template: REMINDER, status: expect.stringMatching(/sent|delivered|read/) },
      });
      expect(shown('5511988887601').at(-1)).toMatchObject({
        text: WORDS,
        buttons: [{ title: 'Confirmar' }, { title: 'Remarcar' }],
      });
    });

    it('keep their order with other messages, and are stored once for each client id', async () => {
      const message = await written('whatsapp', '5511988887602');
      const texts = ['one', 'two', WORDS, 'three'];
      for (const content of texts) {
        const what = content === WORDS ? { template: REMINDER } : { content };
        await post(message, { ...what, client_id: content }).expect(201);
      }
      await sync();
      const again = await post(message, { template: REMINDER, client_id: WORDS }).expect(201);
      const other = { ...REMINDER, variables: { ...REMINDER.variables, '1': 'Bia' } };
      expect((await post(message, { template: other, client_id: WORDS }).expect(409)).body.code).toBe(
        'CLIENT_ID_REUSED',
      );
      expect(again.body.messageData.content).toBe(WORDS);
      const ours = shown('5511988887602').filter((one) => (one as { from: string }).from === 'business');
      expect(ours.map((one) => (one as { text: string }).text)).toEqual(texts);
    });

    it.each([
      ['a missing value', { variables: { '1': 'Ana', '3': 'sexta' } }, 'VARIABLE_MISSING', { variable: '2' }],
      ['a blank value', { variables: { ...REMINDER.variables, '3': ' ' } }, 'VARIABLE_MISSING', { variable: '3' }],
      ['an unknown value', { variables: { ...REMINDER.variables, '4': 'x' } }, 'VARIABLE_UNKNOWN', { variable: '4' }],
      ['a line break', { variables: { ...REMINDER.variables, '1': 'A\nB' } }, 'VARIABLE_INVALID', { variable: '1' }],
      [
        'a long text',
        { variables: { ...REMINDER.variables, '1': 'x'.repeat(1_020) } },
        'TEMPLATE_TOO_LONG',
        { limit: 1_024 },
      ],
      ['an unknown language', { language: 'fr' }, 'TEMPLATE_NOT_FOUND', { language: 'fr' }],
      ['a paused template', { name: 'summer_sale', language: 'en_US' }, 'TEMPLATE_NOT_APPROVED', { status: 'paused' }],
      ['a code', { name: 'booking_code' }, 'TEMPLATE_UNSUPPORTED', { unsupported: 'code' }],
    ])('are refused before they are stored for %s', async (_, change, code, details) => {
      const message = await written('whatsapp', '5511988887603');
      const { body } = await post(message, { template: { ...REMINDER, ...change } }).expect(422);
      expect(body).toMatchObject({ code, details });
    });

    it('are refused with other content, and on other platforms', async () => {
      const message = await written('whatsapp', '5511988887604');
      await post(message, { template: REMINDER, content: 'more' }).expect(400);
      await post(message, { template: REMINDER, role: 'assistant' }).expect(400);
      const page = await written('facebook', '7604');
      expect((await post(page, { template: REMINDER }).expect(422)).body.code).toBe('TEMPLATE_NOT_FOUND');
    });

    it('fail with the next step if WhatsApp has paused one that is stored as approved', async () => {
      const message = await written('whatsapp', '5511988887605');
      const inBook = inbox.sandbox.state.templates.find(DEFAULT_WABA_ID, REMINDER);
      Object.assign(inBook ?? {}, { status: 'PAUSED' });
      const { body } = await post(message, { template: REMINDER }).expect(201);
      expect(body.messageData.error).toMatchObject({
        code: 'TEMPLATE_PAUSED',
        message: expect.stringContaining('another'),
      });
      Object.assign(inBook ?? {}, { status: 'APPROVED' });
    });

    it('are created, approved by a notice, sent with named values, and deleted', async () => {
      const fields = {
        channel_id: channelId,
        name: 'visit_tomorrow',
        language: 'en_US',
        category: 'utility',
        header: 'About {{pet_name}}',
        body: 'Hi {{customer_name}}, see you and {{pet_name}} tomorrow.',
        footer: 'Patas & Cia',
        buttons: [{ type: 'url', text: 'Manage', url: 'https://example.com/v/{{1}}' }],
        examples: { 'header.pet_name': 'Luna', customer_name: 'Ana', pet_name: 'Luna', 'button.0': 'abc' },
      };
      const { body: made } = await api('post', '/message-templates').send(fields).expect(201);
      expect(made).toMatchObject({ status: 'pending', category: 'utility', unsupported: null });
      expect((await api('post', '/message-templates').send(fields).expect(409)).body.code).toBe('TEMPLATE_EXISTS');
      const message = await written('whatsapp', '5511988887606', 2);
      const variables = { 'header.pet_name': 'Rex', customer_name: 'Bia', pet_name: 'Rex', 'button.0': 'x1' };
      const template = { name: 'visit_tomorrow', language: 'en_US', variables };
      expect((await post(message, { template }).expect(422)).body.details).toEqual({ status: 'pending' });

      await inbox.sandbox.reviews.decide(DEFAULT_WABA_ID, template, { status: 'APPROVED' });
      await inbox.app.app.get<unknown, InlineJobs>(Jobs).drain();
      const { body: listed } = await api('get', '/message-templates?q=visit_to&status=approved').expect(200);
      expect(listed.items).toMatchObject([{ _id: made._id, variables: [{ key: 'header.pet_name' }, {}, {}, {}] }]);
      const { body } = await post(message, { template }).expect(201);
      expect(body.messageData.content).toBe('About Rex\n\nHi Bia, see you and Rex tomorrow.\n\nPatas & Cia');
      expect(shown('5511988887606').at(-1)).toMatchObject({
        text: body.messageData.content,
        buttons: [{ kind: 'url', payload: 'https://example.com/v/x1' }],
      });

      await api('delete', `/message-templates/${made._id}`).expect(204);
      await api('get', `/message-templates/${made._id}`).expect(404);
      expect(inbox.sandbox.state.templates.find(DEFAULT_WABA_ID, template)).toBeUndefined();
    });

    it('show the reason of a refusal by WhatsApp, and belong to one company', async () => {
      const fields = {
        channel_id: channelId,
        name: 'too_much',
        language: 'en_US',
        category: 'utility',
        body: 'Hi {{1}}!',
      };
      expect((await api('post', '/message-templates').send(fields).expect(400)).body.message).toContain('examples');
      await whileMetaFails(inbox, () =>
        api('post', '/message-templates/sync').send({ channel_id: channelId }).expect(503),
      );
      const other = await registerCompany(inbox.app);
      expect((await api('get', '/message-templates', other).expect(200)).body.items).toEqual([]);
      await api('post', '/message-templates/sync', other).send({ channel_id: channelId }).expect(404);
      const { body } = await api('get', '/message-templates?limit=1').expect(200);
      await api('delete', `/message-templates/${body.items[0]._id}`, other).expect(404);
    });
  });
});
