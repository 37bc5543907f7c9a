import request from 'supertest';
import { instagramText } from '../../../../sandbox/events/index.js';
import type { JsonObject } from '../../../../sandbox/json.js';
import { aStaffMember, type LoggedIn, type RegisteredCompany } from '../../../../test/builders/accounts.js';
import { aPage, companyWithChannels, type Inbox, StaffSocket, startInbox } from '../../../../test/support/inbox.js';
import { InlineJobs, Jobs } from '../../../core/jobs/index.js';
import { CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { ConversationsRepository } from '../conversations/index.js';
import type { MessageDto } from '../messages/dto/message-response.dto.js';
import { CustomerTyping } from './customer-typing.service.js';

const PLATFORMS = ['facebook', 'instagram', 'whatsapp'] as const;
const CUSTOMERS = { facebook: '7601', instagram: '7602', whatsapp: '5511988887603' };

describe('a customer whose messages the staff reads', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;
  let colleague: LoggedIn;
  let staff: StaffSocket;
  let jobs: InlineJobs;
  let typing: CustomerTyping;
  let conversations: ConversationsRepository;

  beforeAll(async () => {
    inbox = await startInbox();
    jobs = inbox.app.app.get<InlineJobs>(Jobs, { strict: false });
    typing = inbox.app.app.get(CustomerTyping, { strict: false });
    conversations = inbox.app.app.get(ConversationsRepository, { strict: false });
    company = await companyWithChannels(inbox);
    colleague = await aStaffMember(inbox.app, company);
    staff = await StaffSocket.connect(inbox.app, company.tokens.accessToken);
  });
  afterAll(async () => {
    staff.close();
    await inbox.close();
  });

  /** Writes on the phone and answers how the inbox heard of it. */
  async function hear(platform: (typeof PLATFORMS)[number], text: string): Promise<{ id: string; heard: MessageDto }> {
    const { state, player } = inbox.sandbox;
    const channelId = String(state.channelOf(platform)?.external_id);
    state.customers.ensure(platform, channelId, CUSTOMERS[platform]);
    const { id, delivered } = player.play(channelId, CUSTOMERS[platform], { do: 'text', text });
    await delivered;
    const isIt = ({ message }: Record<string, unknown>): boolean => (message as MessageDto).content === text;
    return { id, heard: (await staff.next('message:new', isIt))['message'] as MessageDto };
  }

  const read = ({ conversation_id, seq }: MessageDto, { auth }: LoggedIn = company): request.Test =>
    request(inbox.app.url)
      .post(`/api/v1/conversations/${conversation_id}/read`)
      .set(auth)
      .send({ up_to_seq: seq })
      .expect(200);

  const statusOnPhone = (platform: (typeof PLATFORMS)[number], id: string): string | undefined =>
    inbox.sandbox.devices.find(String(inbox.sandbox.state.channelOf(platform)?.external_id), CUSTOMERS[platform], id)
      ?.status;

  const receipts = (): JsonObject[] =>
    inbox.sandbox.ledger
      .entries({ kind: 'graph.call' })
      .map(({ data }) => data['params'] as JsonObject)
      .filter((params) => params['status'] === 'read' || params['sender_action'] === 'mark_seen');

  it.each(PLATFORMS)('sees it on %s, told once however many read', async (platform) => {
    const before = receipts().length;
    const { id, heard } = await hear(platform, `hello on ${platform}`);
    await read(heard);
    await read(heard, colleague);
    await jobs.drain();
    expect(statusOnPhone(platform, id)).toBe('read');
    expect(receipts()).toHaveLength(before + 1);
  });

  it.each(PLATFORMS)('sees on %s that somebody writes, until the answer', async (platform) => {
    const { heard } = await hear(platform, `a question on ${platform}`);
    const scope = CompanyScope.of(company.company._id);
    const conversation = await conversations.getById(scope, toObjectId(heard.conversation_id));
    await typing.show(scope, conversation);
    const channelId = String(inbox.sandbox.state.channelOf(platform)?.external_id);
    expect(inbox.sandbox.devices.isTyping(channelId, CUSTOMERS[platform])).toBe(true);
    const answer = {
      contact_id: heard.contact_id,
      platform,
      role: 'operator',
      direction: 'outbound',
      content: 'an answer',
    };
    await request(inbox.app.url).post('/api/v1/messages').set(company.auth).send(answer).expect(201);
    expect(inbox.sandbox.devices.isTyping(channelId, CUSTOMERS[platform])).toBe(false);
  });

  it('does not disturb an answer when the platform refuses the typing sign', async () => {
    const { heard } = await hear('facebook', 'a question without a token');
    inbox.sandbox.state.tokens.setState('sandbox-token-facebook', 'expired');
    const scope = CompanyScope.of(company.company._id);
    await typing.show(scope, await conversations.getById(scope, toObjectId(heard.conversation_id)));
    inbox.sandbox.state.tokens.setState('sandbox-token-facebook', 'valid');
    const calls = inbox.sandbox.ledger.entries({ kind: 'graph.call' }).map(({ data }) => data['params'] as JsonObject);
    expect(calls.at(-1)).toMatchObject({ sender_action: 'typing_on' });
  });

  it('is served through the Page of an Instagram account of Facebook Login', async () => {
    const page = aPage(inbox);
    const account = { platform: 'instagram' as const, external_id: `9${page.external_id}` };
    const linked = { ...account, page_id: page.external_id, name: 'Linked', access_token: 'IGAA-linked' };
    inbox.sandbox.state.addChannel(linked);
    const post = (path: string, body: object): request.Test =>
      request(inbox.app.url).post(`/api/v1${path}`).set(company.auth).send(body).expect(201);
    await post('/channels', { ...account, access_token: page.access_token });
    const event = instagramText({ channelId: account.external_id, customerId: '7604', text: 'by the page' });
    await inbox.sandbox.webhooks.send(event);
    const isIt = ({ message }: Record<string, unknown>): boolean => (message as MessageDto).content === 'by the page';
    const heard = (await staff.next('message:new', isIt))['message'] as MessageDto;
    await read(heard);
    await jobs.drain();
    const reply = { contact_id: heard.contact_id, platform: 'instagram', role: 'operator', direction: 'outbound' };
    const { body } = await post('/messages', { ...reply, content: 'hello from the Page' });
    expect(body.forwarding).toEqual({ status: 'success' });
    const calls = inbox.sandbox.ledger.entries({ kind: 'graph.call' });
    const byPage = calls.filter(({ data }) => data['host'] === 'facebook' && data['path'] === '/me/messages');
    expect(byPage).toHaveLength(2);
  });

  it('sees it later where the platform did not answer at first', async () => {
    const { id, heard } = await hear('whatsapp', 'are you there?');
    inbox.sandbox.graph.knobs.mode = 'drop';
    await read(heard);
    await jobs.drain();
    expect(statusOnPhone('whatsapp', id)).toBe('delivered');
    inbox.sandbox.graph.knobs.mode = 'ok';
    await jobs.drain({ includeDelayed: true });
    expect(statusOnPhone('whatsapp', id)).toBe('read');
  });

  it('costs the staff nothing where the platform refuses', async () => {
    const { id, heard } = await hear('facebook', 'one more');
    const before = receipts().length;
    inbox.sandbox.state.tokens.setState('sandbox-token-facebook', 'expired');
    await read(heard);
    await jobs.drain({ includeDelayed: true });
    expect(receipts()).toHaveLength(before + 1);
    expect(statusOnPhone('facebook', id)).toBe('delivered');
    expect(await jobs.failed()).toEqual([]);
  });
});
