import request from 'supertest';
import { instagramText, messengerText, whatsappText } from '../../../../sandbox/events/index.js';
import { aStaffMember, type LoggedIn, type RegisteredCompany } from '../../../../test/builders/accounts.js';
import { companyWithChannels, type Inbox, StaffSocket, startInbox } from '../../../../test/support/inbox.js';
import { MadeUpChannel } from '../../../../test/support/made-up-channel.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { channelKind, type ChannelKindDefinition, ChannelsService } from '../channels/index.js';
import type { ConversationDto } from '../conversations/dto/conversation-response.dto.js';
import type { MessageDto } from './dto/message-response.dto.js';

const DAY_MS = 86_400_000;
const IMAGE = { type: 'image', url: 'https://example.com/a.png' };

/** What may be posted, by whom and when, over real HTTP against the sandbox's Graph API. */
describe('rules of posting a message', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;
  let staff: StaffSocket;
  let manager: LoggedIn;
  let member: LoggedIn;

  beforeAll(async () => {
    inbox = await startInbox();
    company = await companyWithChannels(inbox);
    [manager, member] = await Promise.all([
      aStaffMember(inbox.app, company, { role: 'manager' }),
      aStaffMember(inbox.app, company),
    ]);
    staff = await StaffSocket.connect(inbox.app, company.tokens.accessToken);
  });

  afterAll(async () => {
    staff.close();
    await inbox.close();
  });

  const api = (method: 'get' | 'post' | 'patch' | 'delete', path: string, { auth }: LoggedIn = company): request.Test =>
    request(inbox.app.url)[method](`/api/v1${path}`).set(auth);

  const BUILDERS = { facebook: messengerText, instagram: instagramText, whatsapp: whatsappText };

  const received = async (text: string): Promise<MessageDto> => {
    const isIt = ({ message }: Record<string, unknown>): boolean => (message as MessageDto).content === text;
    return (await staff.next('message:new', isIt))['message'] as MessageDto;
  };

  /** A customer's message that was written some time ago. */
  const written = async (platform: keyof typeof BUILDERS, customerId: string, daysAgo = 0): Promise<MessageDto> => {
    const text = `hello from ${customerId}`;
    await inbox.sandbox.webhooks.send(BUILDERS[platform]({ customerId, text, at: Date.now() - daysAgo * DAY_MS }));
    return received(text);
  };

  const reply = ({ contact_id, platform }: MessageDto, content: string, more: object = {}, by: LoggedIn = company) =>
    api('post', '/messages', by).send({
      contact_id,
      role: 'operator',
      direction: 'outbound',
      platform,
      content,
      ...more,
    });

  const conversationOf = async ({ conversation_id }: MessageDto): Promise<ConversationDto> =>
    (await api('get', `/conversations/${conversation_id}`).expect(200)).body as ConversationDto;
  /** Waits for the reply window, which is stored just after the message. */
  const windowOf = async (message: MessageDto): Promise<ConversationDto['reply_window']> =>
    (await conversationOf(message)).reply_window ?? windowOf(message);
  const historyOf = async ({ conversation_id }: MessageDto): Promise<string[]> => {
    const { body } = await api('get', `/conversations/${conversation_id}/messages`).expect(200);
    return (body.items as MessageDto[]).map(({ content }) => content);
  };
  const graphCalls = (): number => inbox.sandbox.ledger.entries({ kind: 'graph.call' }).length;

  describe('in the customer’s name', () => {
    const said = { role: 'user', direction: 'inbound' };

    it('is for owners and managers, says who wrote it, and opens no reply window', async () => {
      const message = await written('facebook', '7501', 3);
      const before = await conversationOf(message);
      await reply(message, 'I said so', said, member).expect(403);
      const { body } = await reply(message, 'I said so on the phone', said, manager).expect(201);
      expect(body.messageData.author).toEqual({ kind: 'user', id: manager.user._id, on_behalf: 'contact' });
      expect(await conversationOf(message)).toMatchObject({ reply_window: before.reply_window, unread_count: 2 });
      expect(await historyOf(message)).toEqual(['I said so on the phone', message.content]);
    });
  });

  describe('with a text that the platform would not take', () => {
    it('is refused with the limit, and nothing is stored', async () => {
      const message = await written('instagram', '7510');
      const { body } = await reply(message, 'x'.repeat(1_001)).expect(422);
      expect(body).toMatchObject({
        code: 'TEXT_TOO_LONG',
        details: { platform: 'instagram', limit: 1_000, unit: 'bytes', length: 1_001 },
      });
      expect(await historyOf(message)).toEqual([message.content]);
      await reply(message, 'x'.repeat(1_000)).expect(201);
    });

    it('is refused when a failed message is edited to it', async () => {
      const message = await written('whatsapp', '5511988887511');
      inbox.sandbox.graph.failNext({ scenario: 'person_unavailable' });
      const { body } = await reply(message, 'too early').expect(201);
      const edit = (content: string) => api('patch', `/messages/${body.messageData._id}`).send({ content });
      expect((await edit('x'.repeat(4_097)).expect(422)).body.code).toBe('TEXT_TOO_LONG');
      await edit('x'.repeat(4_096)).expect(200);
      expect((await conversationOf(message)).last_message?.content).toBe('x'.repeat(160));
    });
  });

  describe('after the standard window', () => {
    it('is refused on WhatsApp after the reply window; the error names the allowed kinds, and nothing is stored', async () => {
      const message = await written('whatsapp', '5511988887520', 2);
      const { reply_window } = await conversationOf(message);
      expect(reply_window?.kind).toBe('standard');
      expect(new Date(reply_window?.expires_at ?? 0).getTime()).toBeLessThan(Date.now());
      const calls = graphCalls();
      const { body } = await reply(message, 'are you there?').expect(409);
      expect(body).toMatchObject({
        code: 'WINDOW_CLOSED',
        message: expect.stringContaining('Send a template'),
        details: { allowed: ['template'], human_agent_until: null },
      });
      expect(graphCalls()).toBe(calls);
      expect(await historyOf(message)).toEqual([message.content]);
    });

    it.each(['facebook', 'instagram'] as const)(
      'goes out by a person on %s for seven days, and says so',
      async (on) => {
        const message = await written(on, `753${on.length}`, 3);
        expect(await windowOf(message)).toMatchObject({ kind: 'human_agent' });
        const { body } = await reply(message, 'sorry for the wait').expect(201);
        expect(body.forwarding).toEqual({ status: 'success' });
        const late = await written(on, `754${on.length}`, 8);
        expect(await windowOf(late)).toMatchObject({ kind: 'human_agent' });
        const calls = graphCalls();
        const answer = await reply(late, 'sorry for the week').expect(409);
        expect(answer.body).toMatchObject({ code: 'WINDOW_CLOSED', details: { allowed: [] } });
        expect(graphCalls()).toBe(calls);
      },
    );
  });

  it('shows Meta’s own reason for a refusal', async () => {
    const message = await written('facebook', '7550');
    inbox.sandbox.graph.knobs.mode = '400';
    const { body } = await reply(message, 'refused').expect(201);
    inbox.sandbox.graph.knobs.mode = 'ok';
    expect(body.forwarding.error).toBe('Bad request');
    expect(body.messageData.error).toEqual({
      code: 'BAD_REQUEST',
      message: 'Bad request',
      details: expect.stringMatching(/\(#?\d+\)|parameter/i),
    });
  });

  it('keeps a client id for one message', async () => {
    const message = await written('facebook', '7560');
    const first = await reply(message, 'the first words', { client_id: 'one' }).expect(201);
    const again = await reply(message, 'the first words', { client_id: 'one' }).expect(201);
    expect(again.body.messageData._id).toBe(first.body.messageData._id);
    const other = await reply(message, 'other words', { client_id: 'one' }).expect(409);
    expect(other.body).toMatchObject({
      code: 'CLIENT_ID_REUSED',
      details: { message_id: first.body.messageData._id },
    });
    const attachments = [{ type: 'image', url: 'https://files.example/luna.png' }];
    await reply(message, 'the first words', { client_id: 'one', attachments }).expect(409);
  });

  it('names the newest of the replies that a screen has not shown', async () => {
    const message = await written('facebook', '7570');
    await reply(message, 'one', {}, manager).expect(201);
    const newest = await reply(message, 'two', {}, manager).expect(201);
    const { body } = await reply(message, 'three', { last_seen_seq: message.seq }).expect(409);
    expect(body).toMatchObject({ code: 'NEWER_REPLY', details: { seq: newest.body.messageData.seq } });
  });

  describe('by a channel that another module registers', () => {
    const kind = {
      textLimit: { limit: 30, unit: 'characters' },
      contentLimits: { media: [], buttons: 0, quickReplies: 0, listRows: 0 },
      replyWindowMs: null,
      humanAgentExtensionMs: 0,
    } as const;

    /** Other test files of the worker share the declared kinds, so a new kind of WhatsApp must not take less. */
    const limitsOfWhatsapp = (): Pick<ChannelKindDefinition, 'textLimit' | 'contentLimits'> => {
      const { textLimit, contentLimits } = channelKind({ platform: 'whatsapp', provider: 'graph' })!;
      return { textLimit, contentLimits };
    };

    it('connects, receives, sends, tests and disconnects an account of a new platform', async () => {
      const pigeon = { platform: 'pigeon', provider: 'loft', label: 'Pigeon', isConnectedByToken: true };
      const pigeons = MadeUpChannel.register(inbox.app, { ...kind, ...pigeon });
      const connect = (access_token: string) =>
        api('post', '/channels').send({ platform: 'pigeon', external_id: 'loft-1', access_token }).expect(201);
      const { body: claim } = await connect('bad');
      expect(claim).toMatchObject({ state: 'unverified', health: { last_error: { code: 'LOST' } } });
      const { body: channel } = await connect('good');
      expect(channel).toMatchObject({ _id: claim._id, platform: 'pigeon', state: 'live' });

      await pigeons.receive('loft-1', 'customer 4321', 'coo');
      const message = await received('coo');
      const contact = { full_name: 'Pigeon customer 4321' };
      expect(await conversationOf(message)).toMatchObject({ contact, reply_window: null });
      const { body } = await reply(message, 'fly home').expect(201);
      expect(body).toMatchObject({ forwarding: { status: 'success' }, messageData: { status: 'sent' } });
      const command = { recipientId: 'customer 4321', accessToken: 'good', part: { text: 'fly home' } };
      expect(pigeons.sent).toMatchObject([command]);
      const { body: refusal } = await reply(message, 'x'.repeat(31)).expect(422);
      expect(refusal.code).toBe('TEXT_TOO_LONG');

      const { body: report } = await api('post', `/channels/${channel._id}/self-test`).expect(200);
      expect(report).toMatchObject({ ok: true, steps: [{ step: 'token', ok: true }] });
      await api('delete', `/channels/${channel._id}`).expect(204);
      expect(pigeons.disconnected).toEqual(['loft-1']);
    });

    it('sends by the provider of the channel where two providers carry one platform', async () => {
      const balloon = { platform: 'whatsapp', provider: 'balloon', label: 'WhatsApp', isConnectedByToken: false };
      const balloons = MadeUpChannel.register(inbox.app, { ...kind, ...balloon, ...limitsOfWhatsapp() });
      const scope = CompanyScope.of(company.company._id);
      const account = { platform: 'whatsapp', external_id: 'basket', access_token: 'good' };
      await inbox.app.app.get(ChannelsService, { strict: false }).connect(scope, account, 'balloon');

      await balloons.receive('basket', '5511988887099', 'from a balloon');
      const message = await received('from a balloon');
      const before = graphCalls();
      await reply(message, 'to a balloon', { attachments: [IMAGE] }).expect(201);
      expect(balloons.sent).toMatchObject([{ part: { text: 'to a balloon', attachments: [IMAGE] } }]);
      expect(graphCalls()).toBe(before);
      expect(await conversationOf(message)).toMatchObject({ reply_window: null });
    });

    it('applies the reply window of the new provider when an account is connected again with another one', async () => {
      const ofWhatsapp = { platform: 'whatsapp', label: 'WhatsApp', isConnectedByToken: false };
      const kites = { ...kind, ...ofWhatsapp, ...limitsOfWhatsapp(), provider: 'kite' };
      const kite = MadeUpChannel.register(inbox.app, kites);
      MadeUpChannel.register(inbox.app, { ...kites, provider: 'rocket', replyWindowMs: DAY_MS });
      const scope = CompanyScope.of(company.company._id);
      const account = { platform: 'whatsapp', external_id: 'tail', access_token: 'good' };
      const channels = inbox.app.app.get(ChannelsService, { strict: false });
      const { _id } = await channels.connect(scope, account, 'kite');
      await kite.receive('tail', '5511988887098', 'by kite');
      expect(await conversationOf(await received('by kite'))).toMatchObject({ reply_window: null });
      await channels.disconnect(scope, _id);
      await channels.connect(scope, account, 'rocket');
      await kite.receive('tail', '5511988887098', 'by rocket');
      const { reply_window } = await conversationOf(await received('by rocket'));
      expect(reply_window).toMatchObject({ kind: 'standard' });
    });
  });
});
