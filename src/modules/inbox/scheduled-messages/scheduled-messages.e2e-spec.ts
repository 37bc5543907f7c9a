import { getModelToken } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import request from 'supertest';
import { MEDIA_FILES } from '../../../../sandbox/media-files.js';
import { aStaffMember } from '../../../../test/builders/accounts.js';
import { aContact } from '../../../../test/builders/contacts.js';
import { Scheduling } from '../../../../test/support/scheduling.js';
import { toObjectId } from '../../../core/tenancy/index.js';
import { AccountsRepository } from '../../accounts/users/index.js';
import { ConversationsRepository } from '../conversations/index.js';
import { ScheduledMessagesRepository } from './scheduled-messages.repository.js';
import { ScheduledMessage } from './schemas/scheduled-message.schema.js';
import { CLAIM_MS, MAX_LATE_MS } from './scheduled-message-sender.service.js';

const HOUR_MS = 3_600_000;

describe('scheduled messages', () => {
  let inbox: Scheduling;

  beforeAll(async () => {
    inbox = await Scheduling.start();
  });
  beforeEach(() => inbox.begin());
  afterAll(() => inbox.close());

  const path = (): string => `/conversations/${inbox.conversation}/scheduled-messages`;

  it('sends a message once at its time, in the name of its author, although many processes look for it', async () => {
    const scheduled = await inbox.schedule('see you');
    expect(await inbox.listed()).toMatchObject([{ _id: scheduled._id, state: 'scheduled', reason: null, version: 0 }]);
    await inbox.sweep(0.5);
    expect(await inbox.replies()).toEqual([]);
    await Promise.all(Array.from({ length: 10 }, () => inbox.sweep(1.1)));
    await inbox.delivered(1);
    expect(inbox.texts()).toEqual(['see you']);
    expect(await inbox.replies()).toMatchObject([
      { content: 'see you', author: { kind: 'user', id: inbox.company.user._id } },
    ]);
    expect(await inbox.listed()).toEqual([]);
  });

  it('sends messages in the order of their times, and leaves the conversation unread', async () => {
    await inbox.schedule('second', { send_at: inbox.inHours(2) });
    await inbox.schedule('first');
    await inbox.sweep(3);
    await inbox.delivered(2);
    expect(inbox.texts()).toEqual(['first', 'second']);
    const { body } = await inbox.api('get', `/conversations/${inbox.conversation}`).expect(200);
    expect(body.unread_count).toBe(1);
  });

  it('is cancelled by a reply of the customer only with cancel_on_reply, and says why', async () => {
    await inbox.schedule('are you there?', { cancel_on_reply: true });
    await inbox.schedule('in any case');
    await inbox.writes('I am here');
    await inbox.changed();
    await inbox.sweep(1.1);
    await inbox.delivered(1);
    expect(inbox.texts()).toEqual(['in any case']);
    expect(await inbox.listed()).toMatchObject([{ state: 'cancelled', reason: { code: 'CUSTOMER_REPLIED' } }]);
  });

  it('is either sent or cancelled when the reply comes at the time of sending', async () => {
    await inbox.schedule('hello?', { cancel_on_reply: true });
    await Promise.all([inbox.sweep(1.1), inbox.writes('at the same time')]);
    await inbox.sweep(1.1);
    const outcome = [(await inbox.replies()).length, (await inbox.listed()).map(({ state }) => state)];
    expect([
      [1, []],
      [0, ['cancelled']],
    ]).toContainEqual(outcome);
  });

  it('can be changed, sent at once and deleted until it is sent', async () => {
    const { _id, version } = await inbox.schedule('old words');
    const changes = { content: 'new words', send_at: inbox.inHours(5) };
    const change = () => inbox.api('patch', `/scheduled-messages/${_id}`).set('if-match', `"${version}"`).send(changes);
    const { body } = await change().expect(200);
    expect(body).toMatchObject({ ...changes, state: 'scheduled', version: version + 1 });
    await change().expect(412);
    await inbox.sweep(2);
    await inbox.api('post', `/scheduled-messages/${_id}/send-now`).expect(204);
    await inbox.delivered(1);
    expect(inbox.texts()).toEqual(['new words']);
    const other = await inbox.schedule('never');
    await inbox.api('delete', `/scheduled-messages/${other._id}`).expect(204);
    await inbox.api('delete', `/scheduled-messages/${other._id}`).expect(404);
    await inbox.sweep(2);
    expect(inbox.texts()).toEqual(['new words']);
  });

  it('schedules one message for repeated and parallel calls with the same client_id, and refuses other words', async () => {
    const once = { client_id: 'part-1', send_at: inbox.inHours(1) };
    const [first, ...others] = await Promise.all(Array.from({ length: 5 }, () => inbox.schedule('once', once)));
    expect([...others, await inbox.schedule('once', { ...once, send_at: inbox.inHours(2) })]).toEqual(
      Array.from({ length: 5 }, () => first),
    );
    expect(await inbox.listed()).toEqual([first]);
    const { body } = await inbox
      .api('post', path())
      .send({ ...once, content: 'other words' })
      .expect(409);
    expect(body).toMatchObject({ code: 'CLIENT_ID_REUSED', details: { scheduled_message_id: first?._id } });
  });

  it('refuses a time in the past or too far ahead, and content that cannot be sent', async () => {
    const refused = async (body: object, status: number, code: string): Promise<void> => {
      const answer = await inbox.api('post', path()).send(body).expect(status);
      expect(answer.body.code).toBe(code);
    };
    await refused({ content: 'a', send_at: inbox.inHours(-1) }, 400, 'VALIDATION_ERROR');
    await refused({ content: 'a', send_at: inbox.inHours(6 * 365 * 24) }, 400, 'VALIDATION_ERROR');
    await refused({ content: ' ', send_at: inbox.inHours(1) }, 400, 'VALIDATION_ERROR');
    await refused({ content: 'x'.repeat(31), send_at: inbox.inHours(1) }, 422, 'TEXT_TOO_LONG');
    const attachments = [{ type: 'image', url: 'https://files.example/luna.png' }];
    await refused({ attachments, send_at: inbox.inHours(1) }, 422, 'FILE_TYPE_UNSUPPORTED');
  });

  it('refuses to send an uploaded file that is too large for the channel, now and later', async () => {
    const tooLarge = Buffer.alloc(1_000_001);
    const { body: file } = await inbox.api('post', '/media').attach('file', tooLarge, 'card.bin').expect(201);
    const attachments = [{ type: 'file', url: file.url }];
    const outgoing = { role: 'operator', direction: 'outbound', platform: 'parrot' };
    const message = { ...outgoing, contact_id: inbox.contact, attachments };
    const { body } = await inbox.api('post', '/messages').send(message).expect(413);
    const details = { platform: 'parrot', kind: 'file', max_bytes: 1_000_000, size: 1_000_001 };
    expect(body).toMatchObject({ code: 'FILE_TOO_LARGE', details });
    const later = { attachments, send_at: inbox.inHours(1) };
    await inbox.api('post', path()).send(later).expect(413);
  });

  it('keeps an uploaded file until it is sent', async () => {
    const { bytes } = MEDIA_FILES.find(({ name }) => name === 'vaccination.pdf')!;
    const { body: file } = await inbox.api('post', '/media').attach('file', bytes, 'card.pdf').expect(201);
    await inbox.schedule('the card', { attachments: [{ type: 'file', url: file.url }] });
    expect(await inbox.listed()).toMatchObject([
      { attachments: [{ type: 'file', name: 'card.pdf', size: bytes.length }] },
    ]);
    await inbox.sweep(1.1);
    await inbox.delivered(1);
    expect(await inbox.replies()).toMatchObject([
      { attachments: [{ name: 'card.pdf', mime_type: 'application/pdf' }] },
    ]);
  });

  it('fails with the reason if the reply window is closed at its time', async () => {
    const { _id } = await inbox.schedule('too late to answer');
    const closed = { $set: { 'reply_window.expires_at': new Date(Date.now() - HOUR_MS) } };
    await inbox.get(ConversationsRepository).change(inbox.scope, toObjectId(inbox.conversation), {}, closed);
    await inbox.sweep(1.1);
    expect(await inbox.listed()).toMatchObject([{ _id, state: 'failed', reason: { code: 'WINDOW_CLOSED' } }]);
    await inbox.writes('I write again');
    await inbox.api('post', `/scheduled-messages/${_id}/send-now`).expect(204);
    await inbox.delivered(1);
    expect(inbox.texts()).toEqual(['too late to answer']);
  });

  it('fails with a reason if no process ran for a day after its time', async () => {
    await inbox.schedule('yesterday');
    await inbox.sweep(1.1 + MAX_LATE_MS / HOUR_MS);
    expect(await inbox.listed()).toMatchObject([{ state: 'failed', reason: { code: 'TOO_LATE' } }]);
  });

  it('fails with a reason if its author may no longer log in', async () => {
    const colleague = await aStaffMember(inbox.processes.survivor, inbox.company);
    const body = { content: 'by a colleague', send_at: inbox.inHours(1) };
    await request(inbox.processes.survivor.url).post(`/api/v1${path()}`).set(colleague.auth).send(body).expect(201);
    await inbox.get(AccountsRepository).updateById(inbox.scope, colleague.user._id, { $set: { state: 'disabled' } });
    await inbox.sweep(1.1);
    expect(await inbox.listed()).toMatchObject([{ state: 'failed', reason: { code: 'AUTHOR_GONE' } }]);
  });

  it('fails with the reason where its contact is gone and its conversation is not', async () => {
    const { _id } = await inbox.schedule('for whom?');
    await inbox
      .get(ConversationsRepository)
      .change(inbox.scope, toObjectId(inbox.conversation), {}, [
        { $set: { contact_id: new Types.ObjectId(), channel_id: null } },
      ]);
    await inbox.sweep(1.1);
    expect(await inbox.listed()).toMatchObject([{ _id, state: 'failed', reason: { code: 'NOT_FOUND' } }]);
  });

  /** A message that cannot be posted, as after an error in the program. */
  const scheduleBroken = async (): Promise<ScheduledMessage> => {
    const { _id } = await inbox.schedule('broken');
    const broken = { attachments: [null] as never };
    return (await inbox.get(ScheduledMessagesRepository).edit(inbox.scope, toObjectId(_id), broken))!;
  };

  it('fails after an hour in which it could not be posted, and lets the next one go', async () => {
    await scheduleBroken();
    await inbox.schedule('the next one', { send_at: inbox.inHours(1.05) });
    for (const hours of [1.1, 2, 2.15]) await inbox.sweep(hours);
    await inbox.delivered(1);
    expect(inbox.texts()).toEqual(['the next one']);
    const stored = await inbox
      .get(ScheduledMessagesRepository)
      .ofConversation(inbox.scope, toObjectId(inbox.conversation));
    expect(stored).toMatchObject([{ state: 'failed', reason: { code: 'NOT_POSTED' } }]);
  });

  it('does not wait for messages of another conversation that cannot be posted', async () => {
    const { _id: _, ...broken } = await scheduleBroken();
    const model = inbox.get<Model<ScheduledMessage>>(getModelToken(ScheduledMessage.name) as never);
    await model.insertMany(Array.from({ length: 250 }, () => ({ ...broken, _id: new Types.ObjectId() })));
    await inbox.begin();
    await inbox.schedule('of another conversation');
    await inbox.sweep(1.1);
    await inbox.sweep(1.1);
    await inbox.delivered(1);
    const { company_id, conversation_id } = broken;
    await model.deleteMany({ company_id, conversation_id });
  });

  it('is deleted with the contact', async () => {
    const { _id } = await inbox.schedule('for nobody');
    await inbox.api('delete', `/contacts/${inbox.contact}`).expect(204);
    await inbox.api('delete', `/scheduled-messages/${_id}`).expect(404);
    await inbox.sweep(1.1);
    expect(inbox.parrots.sent).toEqual([]);
  });

  it('is sent by another process if the process that claimed it dies', async () => {
    const { _id } = await inbox.schedule('in spite of it', { cancel_on_reply: true });
    const repository = inbox.get(ScheduledMessagesRepository);
    const seen = await repository.getById(inbox.scope, _id);
    await repository.claim(inbox.scope, seen, new Date(Date.now() + CLAIM_MS));
    expect(await repository.claim(inbox.scope, seen, new Date())).toBeNull();
    await inbox.writes('too late to stop it');
    await inbox.sweep(0);
    expect(await inbox.listed()).toMatchObject([{ state: 'sending' }]);
    await inbox.sweep(1.1);
    await inbox.delivered(1);
    expect(inbox.texts()).toEqual(['in spite of it']);
  });

  it('waits for an earlier message that another process has claimed', async () => {
    const { _id } = await inbox.schedule('first');
    await inbox.schedule('second', { send_at: inbox.inHours(1.01) });
    const repository = inbox.get(ScheduledMessagesRepository);
    await repository.claim(inbox.scope, await repository.getById(inbox.scope, _id), new Date(Date.now() + 2 * HOUR_MS));
    await inbox.sweep(1.5);
    expect(await inbox.replies()).toEqual([]);
    await inbox.sweep(2.1);
    await inbox.delivered(2);
    expect(inbox.texts()).toEqual(['first', 'second']);
  });

  it('is not cancelled if it was changed at the same time', async () => {
    const { _id } = await inbox.schedule('are you there?', { cancel_on_reply: true });
    const repository = inbox.get(ScheduledMessagesRepository);
    const seen = await repository.getById(inbox.scope, _id);
    await inbox.api('patch', `/scheduled-messages/${_id}`).send({ cancel_on_reply: false }).expect(200);
    const reason = { code: 'CUSTOMER_REPLIED', message: '' };
    expect(await repository.settle(inbox.scope, seen, 'cancelled', reason)).toBe(false);
  });

  it('is sent exactly once if a process is killed after it stored the message', async () => {
    const { _id: contact_id } = await aContact(inbox.processes.survivor, inbox.company);
    const said = { contact_id, role: 'user', direction: 'inbound', platform: 'web', content: 'hi' };
    const { body } = await inbox.api('post', '/messages').send(said).expect(201);
    inbox.conversation = body.messageData.conversation_id as string;
    const { _id } = await inbox.schedule('only once');
    const colleague = await aStaffMember(inbox.processes.survivor, inbox.company);
    await inbox.processes.killedAt('scheduled.posted', async (url) => {
      await inbox.api('post', `/scheduled-messages/${_id}/send-now`, url, colleague).timeout(5_000);
    });
    expect(await inbox.listed()).toMatchObject([{ state: 'sending' }]);
    await inbox.api('delete', `/scheduled-messages/${_id}`).expect(409);
    await inbox.get(AccountsRepository).updateById(inbox.scope, colleague.user._id, { $set: { state: 'disabled' } });
    await inbox.sweep(1.1 + MAX_LATE_MS / HOUR_MS);
    expect(await inbox.replies()).toMatchObject([{ content: 'only once' }]);
    expect(await inbox.listed()).toEqual([]);
  });
});
