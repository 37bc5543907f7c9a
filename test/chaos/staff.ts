import { randomUUID } from 'node:crypto';
import { channelToken, PLATFORMS } from '../../sandbox/channels.ts';
import type { Random } from './random.ts';
import type { WellBehavedClient } from './well-behaved-client.ts';

const PASSWORD = 'correct horse battery';
/** The accounts of the sandbox's default channels. */
const ACCOUNTS = { facebook: '1000000000000001', instagram: '17841400000000001', whatsapp: '106300000000001' };
const CREATED = 201;
const CONFLICT = 409;

/** A reply that the product has taken, by a 2xx answer. */
export interface TakenReply {
  client_id: string;
  /** Unlike any other message of the run. */
  content: string;
  conversation_id: string;
}

/** Somebody who registered, and what for. */
export interface Registered {
  email: string;
  company_name: string;
}

interface ConversationRow {
  _id: string;
  contact_id: string;
  platform: string;
}

/** The people of one company at work: they answer customers, merge contacts, and found further companies. */
export class Staff {
  readonly replies: TakenReply[] = [];
  readonly registrations: Registered[] = [];
  readonly merges: { survivor: string; merged: string }[] = [];
  /** Requests the product refused; none should be. */
  readonly refusals: string[] = [];
  companyId = '';
  private readonly client: WellBehavedClient;
  private readonly newcomer: WellBehavedClient;
  private readonly random: Random;

  /** @param newcomer a client without a log-in */
  constructor(client: WellBehavedClient, newcomer: WellBehavedClient, random: Random) {
    this.client = client;
    this.newcomer = newcomer;
    this.random = random;
  }

  /** Registers the company and connects the sandbox's accounts. */
  async open(): Promise<void> {
    const { company, tokens } = await this.register();
    this.companyId = company._id;
    this.client.useToken(tokens.accessToken);
    for (const platform of PLATFORMS) {
      const channel = { platform, external_id: ACCOUNTS[platform], access_token: channelToken({ platform }) };
      // Connecting again answers 409: the first try was stored and its answer lost.
      const { status, body } = await this.client.post<{ state: string }>('/channels', channel);
      const isConnected = status === CONFLICT || (status === CREATED && body.state === 'live');
      if (!isConnected) throw new Error(`channel ${platform}: ${status} ${body.state}`);
    }
  }

  /** Answers some customer; nothing while nobody has written. */
  async reply(): Promise<void> {
    const { body } = await this.client.get<{ items: ConversationRow[] }>('/conversations?limit=100');
    if (body.items.length === 0) return;
    const { contact_id, platform } = this.random.pick(body.items);
    const client_id = randomUUID();
    const content = `reply ${client_id}`;
    const message = { contact_id, platform, role: 'operator', direction: 'outbound', content, client_id };
    const answer = await this.client.post<{ messageData: { conversation_id: string } }>('/messages', message);
    if (!this.isTaken('reply', answer.status)) return;
    this.replies.push({ client_id, content, conversation_id: answer.body.messageData.conversation_id });
  }

  /** Makes two contacts of one person and merges them. */
  async merge(): Promise<void> {
    const survivor = await this.contact();
    const merged = await this.contact();
    const { status } = await this.client.post(`/contacts/${survivor}/merge`, { contact_id: merged }, [CONFLICT]);
    if (this.isTaken('merge', status)) this.merges.push({ survivor, merged });
  }

  /** Founds another company. */
  async register(): Promise<{ company: { _id: string }; tokens: { accessToken: string } }> {
    const name = randomUUID();
    const request = { email: `${name}@example.com`, company_name: `Company ${name}`, password: PASSWORD };
    const body = { ...request, full_name: 'Ana Lima' };
    type Registration = { company: { _id: string }; tokens: { accessToken: string } };
    const answer = await this.newcomer.post<Registration>('/auth/register', body);
    // 409: the first try was finished by the sweep, or its answer was lost. The password opens the account.
    const { email, company_name, password } = request;
    const opened =
      answer.status === CONFLICT ? await this.newcomer.post<Registration>('/auth/login', { email, password }) : answer;
    if (this.isTaken('registration', opened.status)) this.registrations.push({ email, company_name });
    return opened.body;
  }

  private async contact(): Promise<string> {
    const { status, body } = await this.client.post<{ _id: string }>('/contacts', {
      full_name: `Twin ${randomUUID()}`,
    });
    if (!this.isTaken('contact', status)) throw new Error(`contact: ${status}`);
    return body._id;
  }

  private isTaken(what: string, status: number): boolean {
    const isTaken = status >= 200 && status < 300;
    if (!isTaken) this.refusals.push(`${what}: ${status}`);
    return isTaken;
  }
}
