import { ObjectId } from 'mongodb';
import request from 'supertest';
import { messengerText, whatsappStatus, whatsappText } from '../../sandbox/events/index.js';
import { ContactMergeService } from '../../src/modules/customers/contacts/contact-merge.service.js';
import { aStaffMember, type LoggedIn, type RegisteredCompany } from '../builders/accounts.js';
import { companyWithChannels, type Inbox, StaffSocket, startInbox } from '../support/inbox.js';
import { openRawDatabase, type RawDatabase } from '../support/raw-database.js';
import { settled } from '../support/settled.js';

interface Shown {
  _id: string;
  contact_id: string;
  conversation_id: string;
  content: string;
  seq: number;
}

const COPIES = 20;
/** Long enough for the receipt to be applied on a busy machine before the send is answered. */
const ANSWER_AFTER_RECEIPT_MS = 3_000;

/** What happens at once must come out as if it had happened in some order. */
describe('races', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;
  let colleague: LoggedIn;
  let staff: StaffSocket;
  let raw: RawDatabase;
  let customers = 0;

  beforeAll(async () => {
    inbox = await startInbox();
    company = await companyWithChannels(inbox);
    colleague = await aStaffMember(inbox.app, company);
    staff = await StaffSocket.connect(inbox.app, company.tokens.accessToken);
    raw = await openRawDatabase(inbox.app);
  });
  afterEach(() => inbox.sandbox.reset());
  afterAll(async () => {
    staff.close();
    await raw.close();
    await inbox.close();
  });

  const api = (method: 'get' | 'post' | 'put' | 'patch', path: string, by: LoggedIn = company): request.Test =>
    request(inbox.app.url)[method](`/api/v1${path}`).set(by.auth);

  const arrived = async (text: string): Promise<Shown> => {
    const { message } = await staff.next('message:new', ({ message: one }) => (one as Shown).content === text);
    return message as Shown;
  };

  /** A customer's first message, as staff sees it. */
  const firstMessage = async (
    platform: 'facebook' | 'whatsapp' = 'facebook',
  ): Promise<Shown & { customerId: string }> => {
    const customerId = platform === 'facebook' ? `9100${customers++}` : `55119700000${10 + customers++}`;
    const text = `first of ${customerId}`;
    await inbox.sandbox.webhooks.send(
      platform === 'facebook' ? messengerText({ customerId, text }) : whatsappText({ customerId, text }),
    );
    return { ...(await arrived(text)), customerId };
  };

  const reply = (contact_id: unknown, platform: string, content: string): request.Test =>
    api('post', '/messages').send({ contact_id, role: 'operator', direction: 'outbound', platform, content });

  const history = async (conversationId: string): Promise<Shown[]> =>
    (await api('get', `/conversations/${conversationId}/messages?limit=100`).expect(200)).body.items;

  const row = async (conversationId: string, by: LoggedIn = company): Promise<Record<string, unknown>> =>
    (await api('get', `/conversations/${conversationId}`, by).expect(200)).body;

  it(`stores ${COPIES} copies of one webhook that arrive at once as one message`, async () => {
    const event = messengerText({ customerId: '91900', text: 'many copies' });
    const reports = await Promise.all(Array.from({ length: COPIES }, () => inbox.sandbox.webhooks.send(event)));
    expect(reports.flat().map(({ status }) => status)).toEqual(Array.from({ length: COPIES }, () => 200));
    const { conversation_id } = await arrived('many copies');
    await settled(inbox.sandbox, raw);
    expect(await history(conversation_id)).toHaveLength(1);
    expect(await row(conversation_id)).toMatchObject({ inbound_count: 1, unread_count: 1, last_seq: 1 });
    const told = staff.received.filter(
      ({ event: name, data }) => name === 'message:new' && (data['message'] as Shown).content === 'many copies',
    );
    expect(told).toHaveLength(1);
    expect(await raw.db.collection('inbound_events').countDocuments({ key: event.id })).toBe(1);
  });

  it('gives a free conversation to one of two who claim it at once', async () => {
    for (let round = 0; round < 5; round++) {
      const { conversation_id } = await firstMessage();
      const claim = (by: LoggedIn): request.Test =>
        api('patch', `/conversations/${conversation_id}`, by).send({ assignee_id: by.user._id });
      const answers = await Promise.all([claim(company), claim(colleague)]);
      expect(answers.map(({ status }) => status).sort()).toEqual([200, 409]);
      const [winner, loser] = answers[0].status === 200 ? [company, answers[1]] : [colleague, answers[0]];
      expect(loser.body).toMatchObject({ code: 'ALREADY_ASSIGNED', details: { assignee_id: winner.user._id } });
      expect(await row(conversation_id)).toMatchObject({
        assignee_id: winner.user._id,
        owner: { kind: 'human', id: winner.user._id, epoch: 1 },
      });
    }
  });

  it('counts every forced assignment that races, and ends with one owner who is the assignee', async () => {
    const { conversation_id } = await firstMessage();
    const people = Array.from({ length: 10 }, (_, index) => (index % 2 ? company : colleague));
    await Promise.all(
      people.map((by) =>
        api('patch', `/conversations/${conversation_id}`, by)
          .send({ assignee_id: by.user._id, force: true })
          .expect(200),
      ),
    );
    const { assignee_id, owner } = await row(conversation_id);
    expect(owner).toMatchObject({ kind: 'human', id: assignee_id, epoch: people.length });
  });

  it('knows its own message by the echo that comes before the send is answered', async () => {
    inbox.sandbox.receipts.knobs.echo_before_response = true;
    const { contact_id, conversation_id } = await firstMessage();
    const { body } = await reply(contact_id, 'facebook', 'echo first').expect(201);
    expect(body.forwarding).toEqual({ status: 'success' });
    await settled(inbox.sandbox, raw);
    const [newest, ...older] = await history(conversation_id);
    expect(newest).toMatchObject({ _id: body.messageData._id, status: 'read', author: { kind: 'user' }, error: null });
    expect(older).toHaveLength(1);
  });

  it.each(['facebook', 'whatsapp'] as const)(
    'never takes a tick back when %s receipts come swapped',
    async (platform) => {
      inbox.sandbox.receipts.knobs.swap_statuses = true;
      const { contact_id } = await firstMessage(platform);
      const { body } = await reply(contact_id, platform, `swapped on ${platform}`).expect(201);
      const id = body.messageData._id as string;
      await settled(inbox.sandbox, raw);
      const { body: stored } = await api('get', `/messages/${id}`).expect(200);
      expect(stored).toMatchObject({ status: 'read', delivered: true, read: true });
      expect(isGrowing(statusesTold(staff, id))).toBe(true);
    },
  );

  it('keeps a receipt that overtakes the answer of its send', async () => {
    const { contact_id, customerId } = await firstMessage('whatsapp');
    inbox.sandbox.receipts.knobs.statuses = false;
    inbox.sandbox.graph.knobs.by_recipient = { [customerId]: { mode: 'slow', slow_ms: ANSWER_AFTER_RECEIPT_MS } };
    const sending = reply(contact_id, 'whatsapp', 'overtaken').then((answer) => answer);
    await inbox.sandbox.ledger.waitFor(
      ({ kind, data }) => kind === 'graph.call' && JSON.stringify(data).includes('overtaken'),
    );
    const stored = await raw.db.collection('messages').findOne({ content: 'overtaken' });
    await inbox.sandbox.webhooks.send(
      whatsappStatus({
        messageId: 'wamid.not-known-yet',
        status: 'delivered',
        recipientId: customerId,
        callbackData: String(stored?._id),
      }),
    );
    const { _id } = (await sending).body.messageData as { _id: string };
    await settled(inbox.sandbox, raw);
    const { body: after } = await api('get', `/messages/${_id}`).expect(200);
    expect(after).toMatchObject({ status: 'delivered', delivered: true });
    await staff.next('message:status', ({ messageId, status }) => messageId === _id && status === 'delivered');
    const told = statusesTold(staff, _id);
    expect(told.at(-1)).toBe('delivered');
    expect(isGrowing(told)).toBe(true);
  });

  it('counts each message once among readers who mark the same conversation at once', async () => {
    const { conversation_id, customerId } = await firstMessage();
    const more = Array.from({ length: 4 }, (_, index) =>
      messengerText({ customerId, text: `unread ${index} of ${customerId}` }),
    );
    await inbox.sandbox.webhooks.send(more);
    await arrived(`unread 3 of ${customerId}`);
    const marks = await Promise.all(
      Array.from({ length: 12 }, (_, index) =>
        api('post', `/conversations/${conversation_id}/read`, index % 2 ? company : colleague)
          .send({ up_to_seq: 1 + (index % 5) })
          .expect(200),
      ),
    );
    expect(marks.reduce((sum, { body }) => sum + (body.updated as number), 0)).toBe(5);
    // Each of the two asked for 5 at some point, in between for less.
    expect(await row(conversation_id, company)).toMatchObject({ unread_count: 0 });
    expect(await row(conversation_id, colleague)).toMatchObject({ unread_count: 0 });
    const readMarks = raw.db.collection('read_marks').find({ conversation_id: new ObjectId(conversation_id) });
    expect((await readMarks.toArray()).map(({ up_to_seq }) => up_to_seq as number)).toEqual([5, 5]);
  });

  it('makes one contact and one conversation for each of two customers who write 10 times at once', async () => {
    const texts = Array.from({ length: 10 }, (_, index) => index);
    const events = texts.flatMap((index) => [
      messengerText({ customerId: '91950', text: `messenger ${index}` }),
      whatsappText({ customerId: '5511970009950', text: `whatsapp ${index}`, bsuid: 'BR.91950' }),
    ]);
    await Promise.all(events.map((event) => inbox.sandbox.webhooks.send(event)));
    for (const platform of ['messenger', 'whatsapp']) {
      const messages = await Promise.all(texts.map((index) => arrived(`${platform} ${index}`)));
      expect(new Set(messages.map(({ contact_id }) => contact_id)).size).toBe(1);
      expect(new Set(messages.map(({ conversation_id }) => conversation_id)).size).toBe(1);
      expect(messages.map(({ seq }) => seq).sort((a, b) => a - b)).toEqual(texts.map((index) => index + 1));
      const address = platform === 'messenger' ? '91950' : '5511970009950';
      expect(await raw.db.collection('identities').countDocuments({ external_id: address })).toBe(1);
    }
  });

  it('loses no message of a contact that is merged while it writes', async () => {
    const [survivor, merged] = [await firstMessage(), await firstMessage()];
    const texts = Array.from({ length: 20 }, (_, index) => `while merging ${index}`);
    const [answers] = await Promise.all([
      Promise.all(texts.map((text) => reply(merged.contact_id, 'facebook', `answer ${text}`))),
      inbox.sandbox.webhooks.send(
        texts.map((text) => messengerText({ customerId: merged.customerId, text })),
        { concurrency: 8 },
      ),
      api('post', `/contacts/${survivor.contact_id}/merge`).send({ contact_id: merged.contact_id }).expect(200),
    ]);
    expect(answers.map(({ status }) => status)).toEqual(texts.map(() => 201));
    await Promise.all(texts.map(arrived));
    await settled(inbox.sandbox, raw);
    await settleMerges(inbox, raw);
    const stored = (await history(merged.conversation_id)).map(({ content }) => content);
    expect(stored).toEqual(expect.arrayContaining(texts));
    expect(new Set(stored.filter((content) => texts.includes(content))).size).toBe(texts.length);
    const ofSurvivor = await api('get', `/messages?contact_id=${survivor.contact_id}&limit=100`).expect(200);
    const contents = ofSurvivor.body.items.map(({ content }: Shown) => content);
    expect(contents).toEqual(expect.arrayContaining([...stored]));
    expect(await row(merged.conversation_id)).toMatchObject({ contact_id: survivor.contact_id });
  });
});

/** Every status that staff was told of a message, in the order of the events. */
function statusesTold({ received }: StaffSocket, messageId: string): string[] {
  return received
    .filter(({ event, data }) => event === 'message:status' && data['messageId'] === messageId)
    .map(({ data }) => String(data['status']));
}

function isGrowing(statuses: readonly string[]): boolean {
  const ranks = statuses.map((status) => ['queued', 'sent', 'delivered', 'read'].indexOf(status));
  return ranks.every((rank, index) => rank >= (ranks[index - 1] ?? 0));
}

/** Lets the time pass after which a merge takes along what was written meanwhile. */
async function settleMerges({ app }: Inbox, { db }: RawDatabase): Promise<void> {
  await db.collection('contact_merges').updateMany({ due_at: { $ne: null } }, { $set: { due_at: new Date(0) } });
  await app.app.get(ContactMergeService, { strict: false }).sweep();
}
