import { createHash } from 'node:crypto';
import { Types } from 'mongoose';
import request from 'supertest';
import { instagramText, messengerText } from '../../sandbox/events/index.js';
import { GapsService } from '../../src/modules/automation/knowledge/index.js';
import { CompanyScope } from '../../src/core/tenancy/index.js';
import type { InboundEventRecord } from '../../src/modules/inbox/inbound-events/schemas/inbound-event-record.schema.js';
import { aStaffMember, type LoggedIn, type RegisteredCompany, registerCompany } from '../builders/accounts.js';
import { FlowsClient } from '../builders/flows.js';
import { endedOffer } from './ended-offer.js';
import { endedReplay } from './ended-replay.js';
import { endedRun } from './ended-run.js';
import { endedTurn } from './ended-turn.js';
import { resourceOf } from './field-resources.js';
import { fullCatalog } from './full-catalog.js';
import { fullDiary } from './full-diary.js';
import { ACCOUNTS, companyWithChannels, type Inbox, StaffSocket } from './inbox.js';
import { MetaLogin } from './meta-login.js';
import { openRawDatabase } from './raw-database.js';
import { settled } from './settled.js';
import { withWahaServer } from './waha.js';

const WEEK_MS = 7 * 86_400_000;

export const NOBODY = 'ffffffffffffffffffffffff';

/** Ids of one company's documents, by what a path or a field calls them. */
export type Harvest = Readonly<Record<string, string>>;

export interface WalkedCompany {
  readonly owner: RegisteredCompany;
  readonly manager: LoggedIn;
  readonly staff: LoggedIn;
  /** An id of each kind of document. */
  readonly ids: Harvest;
}

/** A company with at least one document of every kind; `withChannels` takes the sandbox's accounts, so one company may. */
export async function aFullCompany(inbox: Inbox, withChannels: boolean): Promise<WalkedCompany> {
  const owner = withChannels ? await companyWithChannels(inbox) : await registerCompany(inbox.app);
  const manager = await aStaffMember(inbox.app, owner, { role: 'manager' });
  const staff = await aStaffMember(inbox.app, owner);
  const post = async (path: string, body: object, status = 201): Promise<Record<string, string>> =>
    (await request(inbox.app.url).post(`/api/v1${path}`).set(owner.auth).send(body).expect(status)).body;
  const first = async (path: string): Promise<string | undefined> =>
    (await request(inbox.app.url).get(`/api/v1${path}`).set(owner.auth).expect(200)).body.items[0]?._id;

  const contact = await post('/contacts', { full_name: 'Carla Dias', email: 'carla@example.com', notes: 'likes cats' });
  const other = await post('/contacts', { full_name: 'Other Dias', tags: ['vip'] });
  const { merge } = (await post(`/contacts/${contact._id}/merge`, { contact_id: other._id }, 200)) as unknown as {
    merge: { _id: string };
  };
  const pet = await post('/pets', { name: 'Rex', contact_id: contact._id, notes: 'bites' });
  const message = withChannels ? await conversationByChannel(inbox, owner, post) : await webMessage(contact, post);
  const note = await post(`/conversations/${message.conversation_id}/notes`, { content: 'a note among staff' });
  const scheduled = await post(`/conversations/${message.conversation_id}/scheduled-messages`, {
    content: 'a reply for later',
    send_at: new Date(Date.now() + WEEK_MS).toISOString(),
  });
  const { body: imported } = await request(inbox.app.url)
    .post('/api/v1/contacts/imports')
    .set(owner.auth)
    .attach('file', Buffer.from('name,phone,pet,colour\nIda Imported,+5511987650000,Fido,brown'), 'clients.csv')
    .expect(201);
  const team = await post('/teams', { name: 'Night shift', member_ids: [staff.user._id] });
  const label = await post('/labels', { name: 'VIP customers', color: '#1c6b57' });
  const cannedReply = await post('/canned-replies', { shortcut: 'hi', title: 'Hello', text: 'Hello {{contact.name}}' });
  const hook = { url: 'https://hooks.example.com/petbuddy', events: ['message.created'] };
  const webhook = await post('/integrations/webhooks', hook);
  // Attempts in the background would change documents while a test compares them.
  await request(inbox.app.url)
    .patch(`/api/v1/integrations/webhooks/${webhook._id}`)
    .set(owner.auth)
    .send({ active: false })
    .expect(200);
  const delivery = await post(`/integrations/webhooks/${webhook._id}/test`, {}, 200);
  const feed = await post('/integrations/calendar-feeds', { kind: 'company' });
  const apiKey = await post('/api-keys', { name: 'Reports', permissions: ['contacts:read'] });
  const { name: secretName } = (
    await request(inbox.app.url)
      .put(`/api/v1/secrets/of_${owner.company._id}`)
      .set(owner.auth)
      .send({ value: 'a password' })
      .expect(200)
  ).body as { name: string };
  const whatsapp = withChannels ? await first('/channels?platform=whatsapp') : undefined;
  if (whatsapp) await post('/message-templates/sync', { channel_id: whatsapp }, 200);
  if (withChannels) {
    await withWahaServer(inbox, owner);
    await post('/integrations/waha/sessions', { name: secretName });
    await post(`/integrations/waha/sessions/${secretName}/stop`, {}, 200);
    await inbox.sandbox.waha.idle();
  }
  const connection = await post('/meta/connections/whatsapp', { code: 'no-such-code' });
  await new MetaLogin(inbox, owner).settled(String(connection._id));
  const flows = new FlowsClient(inbox.app, owner);
  const flow = await flows.live({ name: 'Welcome customers' });
  const { body: scenario } = await flows
    .post(`/${flow._id}/scenarios`, { name: 'Hello', inputs: [{ text: 'menu' }], expected: { must_visit: ['hello'] } })
    .expect(201);
  const article = await post('/knowledge', { title: 'Opening hours', content: 'From 9 to 18.' });
  const gapAbout = { question: 'Do you sell aquariums?', contactId: String(contact._id) };
  await inbox.app.app.get(GapsService).note(CompanyScope.of(owner.company._id), gapAbout);
  const prompt = await post('/assistant/prompts', { text: `You write for ${owner.company.name}.` });
  const fact = await post(`/contacts/${contact._id}/memory`, { field: 'preference', value: 'Comes on Saturdays' });
  const payment = await post('/payments', { contact_id: contact._id, amount: 9_000, method: 'desk' });
  const catalog = await fullCatalog(inbox.app, owner, staff);
  const booked = { services: String(catalog['services']), contact_id: String(contact._id), pet_id: String(pet._id) };
  return {
    owner,
    manager,
    staff,
    ids: {
      contacts: String(contact._id),
      merges: merge._id,
      imports: String(imported._id),
      pets: String(pet._id),
      messages: String(message._id),
      notes: String(note._id),
      conversations: String(message.conversation_id),
      users: staff.user._id,
      sessions: String(await first('/auth/sessions')),
      channels: (await first('/channels')) ?? NOBODY,
      companies: owner.company._id,
      'inbound-events': await parkedEvent(inbox, owner.company._id),
      ...catalog,
      ...(await fullDiary(inbox.app, owner, booked)),
      // No file was sent.
      proofs: NOBODY,
      'flow-runs': await endedRun(inbox, owner.company._id, flow._id, message),
      payments: String(payment._id),
      flows: flow._id,
      scenarios: String(scenario._id),
      knowledge: String(article._id),
      gaps: String(await first('/knowledge/gaps')),
      prompts: String(prompt._id),
      replays: await endedReplay(inbox, owner.company._id, String(prompt._id)),
      memory: String(fact._id),
      offers: await endedOffer(inbox, owner.company._id, message),
      turns: await endedTurn(inbox, owner.company._id, message),
      // Numbers are no ids.
      number: NOBODY,
      // No job has failed.
      failed: NOBODY,
      teams: String(team._id),
      labels: String(label._id),
      'canned-replies': String(cannedReply._id),
      'message-templates': (await first('/message-templates')) ?? NOBODY,
      'scheduled-messages': String(scheduled._id),
      'api-keys': String(apiKey._id),
      'calendar-feeds': String(feed._id),
      secret: 'no-such-secret',
      connections: String(connection._id),
      webhooks: String(webhook._id),
      name: secretName,
      deliveries: await realDelivery(inbox, String(delivery._id)),
      sessionKey: 'no-such-key',
      companyKey: 'no-such-key',
      token: 'no-such-token',
      companySlug: owner.company.slug,
    },
  };
}

type Post = (path: string, body: object, status?: number) => Promise<Record<string, string>>;

async function webMessage(contact: Record<string, string>, post: Post): Promise<Record<string, string>> {
  const body = { contact_id: contact._id, role: 'user', direction: 'inbound', platform: 'web', content: 'hello' };
  return ((await post('/messages', body)) as unknown as { messageData: Record<string, string> }).messageData;
}

/** A customer who wrote by Messenger and got an answer, and one who wrote by Instagram. */
async function conversationByChannel(
  inbox: Inbox,
  owner: RegisteredCompany,
  post: Post,
): Promise<Record<string, string>> {
  const socket = await StaffSocket.connect(inbox.app, owner.tokens.accessToken);
  await inbox.sandbox.webhooks.send(messengerText({ customerId: '94001', text: 'hello from messenger' }));
  await inbox.sandbox.webhooks.send(instagramText({ customerId: '94002', text: 'hello from instagram' }));
  const { message } = await socket.next(
    'message:new',
    ({ message: one }) => (one as { platform: string }).platform === 'facebook',
  );
  await socket.next('message:new', ({ message: one }) => (one as { platform: string }).platform === 'instagram');
  const { contact_id } = message as { contact_id: string };
  await post('/messages', {
    contact_id,
    role: 'operator',
    direction: 'outbound',
    platform: 'facebook',
    content: 'an answer',
  });
  const raw = await openRawDatabase(inbox.app);
  await settled(inbox.sandbox, raw);
  await raw.close();
  socket.close();
  return message as Record<string, string>;
}

/** An event that waits for a person, as the drain leaves it after too many failures. */
async function parkedEvent(inbox: Inbox, companyId: string): Promise<string> {
  const raw = await openRawDatabase(inbox.app);
  const now = new Date();
  const event: InboundEventRecord = {
    _id: createHash('sha256').update(companyId).digest('hex'),
    company_id: new Types.ObjectId(companyId),
    key: 'm_parked',
    platform: 'facebook',
    external_id: ACCOUNTS.facebook,
    kind: 'messaging',
    lane: 'facebook:parked:94003',
    partition: 1,
    item: JSON.stringify({ message: { text: 'parked' } }),
    provider_at: now,
    received_at: now,
    order: 1,
    state: 'parked',
    attempts: 5,
    not_before: now,
    fence: 1,
  };
  await raw.db.collection<InboundEventRecord>('inbound_events').insertOne(event);
  await raw.close();
  return event._id;
}

/** A test cannot be sent again, so the delivery of one becomes that of an event. */
async function realDelivery(inbox: Inbox, id: string): Promise<string> {
  const raw = await openRawDatabase(inbox.app);
  await raw.db.collection('webhook_deliveries').updateOne({ _id: new Types.ObjectId(id) }, { $set: { seq: 1 } });
  await raw.close();
  return id;
}

/** Looks up ids of a company for `ApiSamples`: by path segment, parameter or field. Unknown names fail the walk. */
export function idsFrom(ids: Harvest): (name: string) => string {
  return (name) => {
    const id = ids[resourceOf(name)];
    if (id === undefined) throw new Error(`the walk has no id for "${name}": add it in two-companies.ts`);
    return id;
  };
}
