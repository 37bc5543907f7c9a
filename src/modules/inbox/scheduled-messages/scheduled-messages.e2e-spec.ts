import request from 'supertest';
import { MEDIA_FILES } from '../../../../sandbox/media-files.js';
import { aStaffMember, registerCompany, type RegisteredCompany } from '../../../../test/builders/accounts.js';
import { aContact } from '../../../../test/builders/contacts.js';
import { DoomedProcesses } from '../../../../test/support/doomed-process.js';
import { StaffSocket } from '../../../../test/support/inbox.js';
import { MadeUpChannel } from '../../../../test/support/made-up-channel.js';
import { CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { AccountsRepository } from '../../accounts/users/index.js';
import { ChannelsService } from '../channels/index.js';
import { ConversationsRepository } from '../conversations/index.js';
import type { MessageDto } from '../messages/dto/message-response.dto.js';
import type { ScheduledMessageDto } from './dto/scheduled-message.dto.js';
import { ScheduledMessagesRepository } from './scheduled-messages.repository.js';
import { CLAIM_MS, MAX_LATE_MS, ScheduledMessageSender } from './scheduled-message-sender.service.js';

const HOUR_MS = 3_600_000;
const PARROT = { platform: 'parrot', provider: 'cage', label: 'Parrot', isConnectedByToken: true };
const ACCOUNT = 'cage-1';

describe('scheduled messages', () => {
  let processes: DoomedProcesses;
  let company: RegisteredCompany;
  let scope: CompanyScope;
  let staff: StaffSocket;
  let parrots: MadeUpChannel;
  let sender: ScheduledMessageSender;
  let customers = 0;
  let customer: string;
  let conversation: string;
  let contact: string;

  beforeAll(async () => {
    processes = await DoomedProcesses.open({ FRONTEND_URL: 'http://localhost:4000' });
    company = await registerCompany(processes.survivor);
    scope = CompanyScope.of(company.company._id);
    staff = await StaffSocket.connect(processes.survivor, company.tokens.accessToken);
    sender = get(ScheduledMessageSender);
    parrots = MadeUpChannel.register(processes.survivor, {
      ...PARROT,
      textLimit: { limit: 30, unit: 'characters' },
      contentLimits: {
        media: [{ kind: 'file', maxBytes: 1_000_000, types: null }],
        ...{ buttons: 0, quickReplies: 0, listRows: 0 },
      },
      replyWindowMs: 24 * HOUR_MS,
      humanAgentExtensionMs: 0,
    });
    const account = { platform: 'parrot', external_id: ACCOUNT, access_token: 'good' };
    await get(ChannelsService).connect(scope, account, PARROT.provider);
  });
  beforeEach(async () => {
    customer = `bird ${(customers += 1)}`;
    const { contact_id, conversation_id } = await writes('hello');
    [contact, conversation] = [contact_id, conversation_id];
    parrots.sent.length = 0;
  });
  afterAll(async () => {
    staff.close();
    await processes.close();
  });

  function get<T>(type: abstract new (...args: never[]) => T): T {
    return processes.survivor.app.get(type as never, { strict: false });
  }
  const api = (method: 'get' | 'post' | 'patch' | 'delete', path: string, url = processes.survivor.url, by = company) =>
    request(url)[method](`/api/v1${path}`).set(by.auth);
  const writes = async (words: string): Promise<MessageDto> => {
    const text = `${words} of ${customer}`;
    await parrots.receive(ACCOUNT, customer, text);
    const { message } = await staff.next('message:new', (event) => (event['message'] as MessageDto).content === text);
    return message as MessageDto;
  };
  const inHours = (hours: number): string => new Date(Date.now() + hours * HOUR_MS).toISOString();
  const schedule = async (content: string, more: object = {}): Promise<ScheduledMessageDto> => {
    const body = { content, send_at: inHours(1), ...more };
    return (await api('post', `/conversations/${conversation}/scheduled-messages`).send(body).expect(201)).body;
  };
  const listed = async (): Promise<ScheduledMessageDto[]> =>
    (await api('get', `/conversations/${conversation}/scheduled-messages`).expect(200)).body.items;
  const sweep = (hoursLater: number): Promise<void> => sender.sweep(new Date(Date.now() + hoursLater * HOUR_MS));
  const texts = (): (string | undefined)[] => parrots.sent.map(({ part }) => part.text);
  const sentAll = async (): Promise<MessageDto[]> => {
    const { body } = await api('get', `/conversations/${conversation}/messages`).expect(200);
    return (body.items as MessageDto[]).filter(({ direction }) => direction === 'outbound').reverse();
  };
  const delivered = (count: number): Promise<unknown> =>
    Promise.all(
      Array.from({ length: count }, async (_, index) => {
        const { _id } = (await sentAll())[index]!;
        await staff.next('message:status', ({ messageId, status }) => messageId === _id && status === 'sent');
      }),
    );

  it('sends a message at its time, once, however many processes look, and in the name of its author', async () => {
    const scheduled = await schedule('see you');
    expect(await listed()).toMatchObject([{ _id: scheduled._id, state: 'scheduled', reason: null, version: 0 }]);
    await sweep(0.5);
    expect(await sentAll()).toEqual([]);
    await Promise.all(Array.from({ length: 10 }, () => sweep(1.1)));
    await delivered(1);
    expect(texts()).toEqual(['see you']);
    expect(await sentAll()).toMatchObject([{ content: 'see you', author: { kind: 'user', id: company.user._id } }]);
    expect(await listed()).toEqual([]);
  });

  it('sends messages in the order of their times, and leaves the conversation unread', async () => {
    await schedule('second', { send_at: inHours(2) });
    await schedule('first');
    await sweep(3);
    await delivered(2);
    expect(texts()).toEqual(['first', 'second']);
    const { body } = await api('get', `/conversations/${conversation}`).expect(200);
    expect(body.unread_count).toBe(1);
  });

  it('is cancelled by a reply of the customer if it should be, and says why', async () => {
    await schedule('are you there?', { cancel_on_reply: true });
    await schedule('in any case');
    await writes('I am here');
    const isOurs = (event: Record<string, unknown>): boolean => event['conversationId'] === conversation;
    await staff.next('scheduled:updated', isOurs);
    await sweep(1.1);
    await delivered(1);
    expect(texts()).toEqual(['in any case']);
    expect(await listed()).toMatchObject([{ state: 'cancelled', reason: { code: 'CUSTOMER_REPLIED' } }]);
  });

  it('is either sent or cancelled when the reply comes at the time of sending', async () => {
    await schedule('hello?', { cancel_on_reply: true });
    await Promise.all([sweep(1.1), writes('at the same time')]);
    await sweep(1.1);
    const outcome = [(await sentAll()).length, (await listed()).map(({ state }) => state)];
    expect([
      [1, []],
      [0, ['cancelled']],
    ]).toContainEqual(outcome);
  });

  it('can be changed, sent at once and deleted until it is sent', async () => {
    const { _id, version } = await schedule('old words');
    const changes = { content: 'new words', send_at: inHours(5) };
    const { body } = await api('patch', `/scheduled-messages/${_id}`)
      .set('if-match', `"${version}"`)
      .send(changes)
      .expect(200);
    expect(body).toMatchObject({ ...changes, state: 'scheduled', version: version + 1 });
    await api('patch', `/scheduled-messages/${_id}`).set('if-match', `"${version}"`).send(changes).expect(412);
    await sweep(2);
    await api('post', `/scheduled-messages/${_id}/send-now`).expect(204);
    await delivered(1);
    expect(texts()).toEqual(['new words']);
    const other = await schedule('never');
    await api('delete', `/scheduled-messages/${other._id}`).expect(204);
    await api('delete', `/scheduled-messages/${other._id}`).expect(404);
    await sweep(2);
    expect(texts()).toEqual(['new words']);
  });

  it('refuses what could not be sent', async () => {
    const refused = async (body: object, status: number, code: string): Promise<void> => {
      const answer = await api('post', `/conversations/${conversation}/scheduled-messages`).send(body).expect(status);
      expect(answer.body.code).toBe(code);
    };
    await refused({ content: 'a', send_at: inHours(-1) }, 400, 'VALIDATION_ERROR');
    await refused({ content: 'a', send_at: inHours(6 * 365 * 24) }, 400, 'VALIDATION_ERROR');
    await refused({ content: ' ', send_at: inHours(1) }, 400, 'VALIDATION_ERROR');
    await refused({ content: 'x'.repeat(31), send_at: inHours(1) }, 422, 'TEXT_TOO_LONG');
    const attachments = [{ type: 'image', url: 'https://files.example/luna.png' }];
    await refused({ attachments, send_at: inHours(1) }, 422, 'FILE_TYPE_UNSUPPORTED');
  });

  it('refuses to send an uploaded file that is too large for the channel, now and later', async () => {
    const { body: file } = await api('post', '/media').attach('file', Buffer.alloc(1_000_001), 'card.bin').expect(201);
    const attachments = [{ type: 'file', url: file.url }];
    const message = { contact_id: contact, role: 'operator', direction: 'outbound', platform: 'parrot', attachments };
    const { body } = await api('post', '/messages').send(message).expect(413);
    const details = { platform: 'parrot', kind: 'file', max_bytes: 1_000_000, size: 1_000_001 };
    expect(body).toMatchObject({ code: 'FILE_TOO_LARGE', details });
    const later = { attachments, send_at: inHours(1) };
    await api('post', `/conversations/${conversation}/scheduled-messages`).send(later).expect(413);
  });

  it('keeps an uploaded file until it is sent', async () => {
    const { bytes } = MEDIA_FILES.find(({ name }) => name === 'vaccination.pdf')!;
    const { body: file } = await api('post', '/media').attach('file', bytes, 'card.pdf').expect(201);
    await schedule('the card', { attachments: [{ type: 'file', url: file.url }] });
    expect(await listed()).toMatchObject([{ attachments: [{ type: 'file', name: 'card.pdf', size: bytes.length }] }]);
    await sweep(1.1);
    await delivered(1);
    expect(await sentAll()).toMatchObject([{ attachments: [{ name: 'card.pdf', mime_type: 'application/pdf' }] }]);
  });

  it('fails with the reason where the reply window is closed at its time', async () => {
    const { _id } = await schedule('too late to answer');
    const closed = { $set: { 'reply_window.expires_at': new Date(Date.now() - HOUR_MS) } };
    await get(ConversationsRepository).change(scope, toObjectId(conversation), {}, closed);
    await sweep(1.1);
    expect(await listed()).toMatchObject([{ _id, state: 'failed', reason: { code: 'WINDOW_CLOSED' } }]);
    await writes('I write again');
    await api('post', `/scheduled-messages/${_id}/send-now`).expect(204);
    await delivered(1);
    expect(texts()).toEqual(['too late to answer']);
  });

  it('fails with words where no process ran for a day after its time', async () => {
    await schedule('yesterday');
    await sweep(1.1 + MAX_LATE_MS / HOUR_MS);
    expect(await listed()).toMatchObject([{ state: 'failed', reason: { code: 'TOO_LATE' } }]);
  });

  it('fails with words where its author may no longer log in', async () => {
    const colleague = await aStaffMember(processes.survivor, company);
    const path = `/conversations/${conversation}/scheduled-messages`;
    const body = { content: 'by a colleague', send_at: inHours(1) };
    await request(processes.survivor.url).post(`/api/v1${path}`).set(colleague.auth).send(body).expect(201);
    await get(AccountsRepository).updateById(scope, colleague.user._id, { $set: { state: 'disabled' } });
    await sweep(1.1);
    expect(await listed()).toMatchObject([{ state: 'failed', reason: { code: 'AUTHOR_GONE' } }]);
  });

  it('goes with the contact', async () => {
    const { _id } = await schedule('for nobody');
    await api('delete', `/contacts/${contact}`).expect(204);
    await api('delete', `/scheduled-messages/${_id}`).expect(404);
    await sweep(1.1);
    expect(parrots.sent).toEqual([]);
  });

  it('is sent by another process if the one that has claimed it dies', async () => {
    const { _id } = await schedule('in spite of it', { cancel_on_reply: true });
    const repository = get(ScheduledMessagesRepository);
    const seen = await repository.getById(scope, _id);
    await repository.claim(scope, seen, new Date(Date.now() + CLAIM_MS));
    expect(await repository.claim(scope, seen, new Date())).toBeNull();
    await writes('too late to stop it');
    await sweep(0);
    expect(await listed()).toMatchObject([{ state: 'sending' }]);
    await sweep(1.1);
    await delivered(1);
    expect(texts()).toEqual(['in spite of it']);
  });

  it('is sent exactly once if a process is killed after it has stored the message', async () => {
    const { _id: contact_id } = await aContact(processes.survivor, company);
    const said = { contact_id, role: 'user', direction: 'inbound', platform: 'web', content: 'hi' };
    const { body } = await api('post', '/messages').send(said).expect(201);
    conversation = body.messageData.conversation_id as string;
    const { _id } = await schedule('only once');
    await processes.killedAt('scheduled.posted', async (url) => {
      await api('post', `/scheduled-messages/${_id}/send-now`, url).timeout(5_000);
    });
    expect(await listed()).toMatchObject([{ state: 'sending' }]);
    await api('delete', `/scheduled-messages/${_id}`).expect(409);
    await sweep(1.1 + MAX_LATE_MS / HOUR_MS);
    expect(await sentAll()).toMatchObject([{ content: 'only once' }]);
    expect(await listed()).toEqual([]);
  });
});
