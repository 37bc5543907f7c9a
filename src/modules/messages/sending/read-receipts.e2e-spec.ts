import request from 'supertest';
import type { JsonObject } from '../../../../sandbox/json.js';
import { aStaffMember, type LoggedIn, type RegisteredCompany } from '../../../../test/builders/accounts.js';
import { companyWithChannels, type Inbox, StaffSocket, startInbox } from '../../../../test/support/inbox.js';
import { InlineJobs, Jobs } from '../../../core/jobs/index.js';
import type { MessageDto } from '../dto/message-response.dto.js';

const PLATFORMS = ['facebook', 'instagram', 'whatsapp'] as const;
const CUSTOMERS = { facebook: '7601', instagram: '7602', whatsapp: '5511988887603' };

describe('a customer whose messages the staff reads', () => {
  let inbox: Inbox;
  let company: RegisteredCompany;
  let colleague: LoggedIn;
  let staff: StaffSocket;
  let jobs: InlineJobs;

  beforeAll(async () => {
    inbox = await startInbox();
    jobs = inbox.app.app.get<InlineJobs>(Jobs, { strict: false });
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
