import { setImmediate } from 'node:timers/promises';
import type { Document, WithId } from 'mongodb';
import { Types } from 'mongoose';
import request from 'supertest';
import { messengerText } from '../../../../sandbox/events/index.js';
import type { PushDevice } from '../../../../sandbox/push-service.js';
import {
  aStaffMember,
  type LoggedIn,
  type RegisteredCompany,
  registerCompany,
} from '../../../../test/builders/accounts.js';
import { companyWithChannels, type Inbox, StaffSocket, startInbox } from '../../../../test/support/inbox.js';
import { openRawDatabase } from '../../../../test/support/raw-database.js';
import { EventBus } from '../../../core/events/index.js';
import { type InlineJobs, type JobRun, Jobs } from '../../../core/jobs/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import type { Message } from '../../inbox/message-log/index.js';
import { MessagePushService } from '../../inbox/messages/message-push.service.js';
import { NotificationCenter } from '../notification-center/index.js';
import { PushService } from './push.service.js';

const RUNS = ['one', 'two', 'three', 'four', 'five'];
const aRun = (id: string): JobRun => ({
  id,
  key: undefined,
  attempt: 1,
  maxAttempts: 5,
  signal: new AbortController().signal,
});

describe('pushes to the browsers of users', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;
  let colleague: LoggedIn;
  let socket: StaffSocket;
  let customers = 95_000;

  beforeAll(async () => {
    inbox = await startInbox();
    company = await companyWithChannels(inbox, ['facebook']);
    colleague = await aStaffMember(inbox.app, company, { full_name: 'Bruno Reis' });
    socket = await StaffSocket.connect(inbox.app, company.tokens.accessToken);
  });
  afterAll(async () => {
    socket.close();
    await inbox.close();
  });

  const call = (method: 'get' | 'post' | 'put' | 'delete' | 'patch', path: string, by: LoggedIn) =>
    request(inbox.app.url)[method](`/api/v1/${path}`).set(by.auth);
  const subscribe = (by: LoggedIn, device: PushDevice) =>
    call('post', 'notifications/push-subscriptions', by).send(device);
  /** A browser of the user that is registered. */
  const aBrowser = async (by: LoggedIn): Promise<PushDevice> => {
    const device = inbox.sandbox.push.addDevice();
    await subscribe(by, { ...device, expirationTime: null } as PushDevice).expect(204);
    return device;
  };
  const runJobs = () => inbox.app.app.get<unknown, InlineJobs>(Jobs).drain();
  const received = ({ endpoint }: PushDevice) => inbox.sandbox.push.receivedBy(endpoint);
  const bodies = (device: PushDevice): string[] => received(device).map(({ data }) => (data as { body: string }).body);
  const found = async ({ endpoint }: PushDevice): Promise<WithId<Document>> => {
    const raw = await openRawDatabase(inbox.app);
    const row = await raw.db.collection('push_subscriptions').findOne({ endpoint });
    await raw.close();
    return row!;
  };
  /** A new customer writes; all pushes are sent. */
  const aMessage = async (text: string): Promise<{ conversationId: string; message: Message }> => {
    await inbox.sandbox.webhooks.send(messengerText({ customerId: String((customers += 1)), text }));
    const event = await socket.next('message:new', ({ message }) => (message as Message).content === text);
    const { _id } = event['message'] as Message;
    // The job follows the event.
    const { enqueued } = inbox.app.app.get<unknown, InlineJobs>(Jobs);
    while (!enqueued.some(({ name, key }) => name === 'messages.push' && key === String(_id))) await setImmediate();
    await runJobs();
    return event as unknown as { conversationId: string; message: Message };
  };

  it('says that a customer wrote, without the text, to everybody while nobody has the conversation', async () => {
    const [mine, theirs] = [await aBrowser(company), await aBrowser(colleague)];
    const { conversationId } = await aMessage('my dog is ill');
    for (const device of [mine, theirs]) {
      expect(bodies(device)).toEqual([expect.stringMatching(/^New message from /)]);
      expect(received(device)).toMatchObject([
        {
          headers: { ttl: 3_600, urgency: 'high' },
          data: { tag: conversationId, url: expect.stringContaining(conversationId) as string },
        },
      ]);
    }
    expect(JSON.stringify(received(mine))).not.toContain('my dog is ill');
  });

  it('shows the text after the user has allowed it, in the language of the user', async () => {
    await call('patch', 'users/me', company).send({ locale: 'pt-BR' }).expect(200);
    await call('put', 'notifications/push-settings', company).send({ shows_text: true, quiet_hours: null }).expect(200);
    const device = await aBrowser(company);
    const content = '@Ana Lima, please call them';
    const { conversationId } = await aMessage('is there a free time?');
    await call('post', `conversations/${conversationId}/notes`, colleague).send({ content }).expect(201);
    await runJobs();
    expect(bodies(device)).toEqual([
      expect.stringContaining(': is there a free time?'),
      expect.stringMatching(/^Bruno Reis citou você na conversa com .*: @Ana Lima, please call them$/),
    ]);
    await call('put', 'notifications/push-settings', company)
      .send({ shows_text: false, quiet_hours: null })
      .expect(200);
  });

  it('sends one push of a message that is swept several times at once', async () => {
    const device = await aBrowser(company);
    const { conversationId, message } = await aMessage('only once, please');
    const again = {
      companyId: company.company._id,
      conversationId,
      messageId: String(message._id),
      platform: 'facebook',
      hasPendingFiles: false,
      direction: 'inbound',
      visibility: 'public',
      author: 'contact',
    } as const;
    inbox.app.app.get(EventBus).emit('message.published', again);
    await runJobs();
    const id = (await found(device))._id.toHexString();
    const task = {
      subscriptionId: id,
      key: `message:${String(message._id)}`,
      kind: 'my_message',
      at: new Date(),
    } as const;
    const write = () => ({ title: 'PetBuddy', body: 'again', url: '/', tag: 'again' });
    const scope = CompanyScope.of(company.company._id);
    const push = inbox.app.app.get(PushService);
    const sweep = (run: string, key: string) => push.deliver(scope, { ...task, key }, write, aRun(run));
    await Promise.all(RUNS.map((run) => sweep(run, task.key)));
    expect(bodies(device)).toHaveLength(1);
    await Promise.all(RUNS.map((run) => sweep(run, 'a new event')));
    expect(bodies(device)).toHaveLength(2);
  });

  it('sends nothing in quiet hours, to a way that is off, or to people who are not meant', async () => {
    const [mine, theirs] = [await aBrowser(company), await aBrowser(colleague)];
    const wholeDay = { shows_text: false, quiet_hours: { from: '00:00', to: '00:00' } };
    expect((await call('put', 'notifications/push-settings', company).send(wholeDay).expect(200)).body).toEqual(
      wholeDay,
    );
    const { body: ways } = await call('get', 'notifications/preferences', colleague).expect(200);
    const silent = { ...(ways as object), unassigned_message: ['sound'] };
    await call('put', 'notifications/preferences', colleague).send(silent).expect(200);
    const { conversationId } = await aMessage('nobody hears this');
    await call('patch', `conversations/${conversationId}`, company)
      .send({ assignee_id: colleague.user._id })
      .expect(200);
    await runJobs();
    expect(bodies(mine)).toEqual([]);
    expect(bodies(theirs)).toEqual([expect.stringMatching(/assigned the conversation/)]);
    await call('put', 'notifications/push-settings', company)
      .send({ shows_text: false, quiet_hours: null })
      .expect(200);
    await call('put', 'notifications/preferences', colleague)
      .send(ways as object)
      .expect(200);
  });

  it('forgets a browser that the push service does not know any more, and keeps one after a passing failure', async () => {
    const [gone, busy] = [await aBrowser(company), await aBrowser(company)];
    inbox.sandbox.push.answerWith(gone.endpoint, 410);
    inbox.sandbox.push.answerWith(busy.endpoint, 503);
    await aMessage('first');
    inbox.sandbox.push.answerWith(gone.endpoint, 201);
    inbox.sandbox.push.answerWith(busy.endpoint, 201);
    await inbox.app.app.get<unknown, InlineJobs>(Jobs).drain({ includeDelayed: true });
    expect(bodies(busy)).toHaveLength(1);
    await aMessage('second');
    expect(bodies(gone)).toEqual([]);
    expect(bodies(busy)).toHaveLength(2);
  });

  it('belongs to one user, and ends with the log-in', async () => {
    const stranger = await registerCompany(inbox.app);
    const device = await aBrowser(company);
    await call('delete', 'notifications/push-subscriptions', stranger).send({ endpoint: device.endpoint }).expect(204);
    await aMessage('still registered');
    expect(bodies(device)).toHaveLength(1);
    await subscribe(stranger, device).expect(204);
    await aMessage('the browser belongs to somebody else now');
    expect(bodies(device)).toHaveLength(1);

    const visitor = await aStaffMember(inbox.app, company, { full_name: 'Vera Visitor' });
    const [ended, kept] = [await aBrowser(visitor), await aBrowser(company)];
    await call('post', 'auth/logout', visitor).expect(204);
    await aMessage('after the log-out');
    expect(bodies(ended)).toEqual([]);
    expect(bodies(kept)).toHaveLength(1);
    await call('delete', 'notifications/push-subscriptions', company).send({ endpoint: kept.endpoint }).expect(204);
    await aMessage('after the end');
    expect(bodies(kept)).toHaveLength(1);
  });

  it('keeps a notification from the user who has taken over the browser', async () => {
    const [reader, next] = [
      await aStaffMember(inbox.app, company, { full_name: 'Rita Reader' }),
      await aStaffMember(inbox.app, company, { full_name: 'Nina Next' }),
    ];
    const device = await aBrowser(reader);
    const scope = CompanyScope.of(company.company._id);
    const told = { type: 'assignment', key: 'taken-over', words: { contact: 'Ana' }, data: {} } as const;
    await inbox.app.app.get(NotificationCenter).store(scope, [new Types.ObjectId(reader.user._id)], told);
    await subscribe(next, device).expect(204);
    await runJobs();
    expect(bodies(device)).toEqual([]);
  });

  it('sends no push of a message to a user who no longer has the conversation', async () => {
    await aBrowser(colleague);
    const { conversationId, message } = await aMessage('who answers me?');
    await call('patch', `conversations/${conversationId}`, company)
      .send({ assignee_id: colleague.user._id })
      .expect(200);
    const [mine, theirs] = [await aBrowser(company), await aBrowser(colleague)];
    for (const device of [mine, theirs]) {
      const subscriptionId = (await found(device))._id.toHexString();
      const waiting = { companyId: company.company._id, messageId: String(message._id), subscriptionId };
      await inbox.app.app.get(MessagePushService).send(waiting, aRun(subscriptionId));
    }
    expect([bodies(mine).length, bodies(theirs).length]).toEqual([0, 1]);
  });

  it.each([
    'https://example.com/push/1',
    'https://evil-fcm.googleapis.com.example.com/1',
    'https://push.apple.com.evil.test/1',
    'http://fcm.googleapis.com/fcm/send/1',
    'https://fcm.googleapis.com:8443/fcm/send/1',
    'http://127.0.0.1:1/push/1',
    'https://user:secret@fcm.googleapis.com/fcm/send/1',
  ])('refuses the endpoint %s, which is no push service', async (endpoint) => {
    const { keys } = inbox.sandbox.push.addDevice();
    const { body } = await subscribe(company, { endpoint, keys }).expect(400);
    expect(body).toMatchObject({ code: 'PUSH_ENDPOINT_REFUSED' });
  });

  it('refuses keys that are not on the curve', async () => {
    const { endpoint, keys } = inbox.sandbox.push.addDevice();
    await subscribe(company, { endpoint, keys: { ...keys, p256dh: `${'A'.repeat(86)}A` } }).expect(400);
    await subscribe(company, { endpoint, keys: { ...keys, auth: 'short' } }).expect(400);
  });

  it('keeps ten browsers of a user', async () => {
    const visitor = await aStaffMember(inbox.app, company, { full_name: 'Max Many' });
    const devices: PushDevice[] = [];
    for (let count = 0; count < 12; count += 1) devices.push(await aBrowser(visitor));
    await aMessage('to the newest ten');
    expect(devices.map((device) => bodies(device).length)).toEqual([0, 0, ...Array<number>(10).fill(1)]);
  });

  it('keeps its private key sealed', async () => {
    const { public_key } = (await call('get', 'notifications/push-key', company).expect(200)).body as {
      public_key: string;
    };
    const raw = await openRawDatabase(inbox.app);
    const stored = await raw.db.collection('vapid_key_pairs').find().toArray();
    await raw.close();
    expect(stored).toMatchObject([{ public_key, private_key: expect.stringMatching(/^v1\./) as string }]);
  });
});
