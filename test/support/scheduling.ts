import request from 'supertest';
import { ChannelsService } from '../../src/modules/inbox/channels/index.js';
import { CompanyScope } from '../../src/core/tenancy/index.js';
import type { MessageDto } from '../../src/modules/inbox/messages/dto/message-response.dto.js';
import type { ScheduledMessageDto } from '../../src/modules/inbox/scheduled-messages/dto/scheduled-message.dto.js';
import { ScheduledMessageSender } from '../../src/modules/inbox/scheduled-messages/scheduled-message-sender.service.js';
import { registerCompany, type RegisteredCompany } from '../builders/accounts.js';
import { DoomedProcesses } from './doomed-process.js';
import { StaffSocket } from './inbox.js';
import { MadeUpChannel } from './made-up-channel.js';

const HOUR_MS = 3_600_000;
const PARROT = { platform: 'parrot', provider: 'cage', label: 'Parrot', isConnectedByToken: true };
const ACCOUNT = 'cage-1';

/** A company with a channel, and a conversation in which replies are scheduled. */
export class Scheduling {
  readonly scope: CompanyScope;
  customer = '';
  contact = '';
  conversation = '';
  private customers = 0;

  private constructor(
    readonly processes: DoomedProcesses,
    readonly company: RegisteredCompany,
    readonly parrots: MadeUpChannel,
    private readonly staff: StaffSocket,
  ) {
    this.scope = CompanyScope.of(company.company._id);
  }

  static async start(): Promise<Scheduling> {
    const processes = await DoomedProcesses.open({ FRONTEND_URL: 'http://localhost:4000' });
    const company = await registerCompany(processes.survivor);
    const staff = await StaffSocket.connect(processes.survivor, company.tokens.accessToken);
    const parrots = MadeUpChannel.register(processes.survivor, {
      ...PARROT,
      textLimit: { limit: 30, unit: 'characters' },
      contentLimits: {
        media: [{ kind: 'file', maxBytes: 1_000_000, types: null }],
        ...{ buttons: 0, quickReplies: 0, listRows: 0 },
      },
      replyWindowMs: 24 * HOUR_MS,
      humanAgentExtensionMs: 0,
    });
    const scheduling = new Scheduling(processes, company, parrots, staff);
    const account = { platform: 'parrot', external_id: ACCOUNT, access_token: 'good' };
    await scheduling.get(ChannelsService).connect(scheduling.scope, account, PARROT.provider);
    return scheduling;
  }

  async close(): Promise<void> {
    this.staff.close();
    await this.processes.close();
  }

  get<T>(type: abstract new (...args: never[]) => T): T {
    return this.processes.survivor.app.get(type as never, { strict: false });
  }

  api(
    method: 'get' | 'post' | 'patch' | 'delete',
    path: string,
    url = this.processes.survivor.url,
    by: Pick<RegisteredCompany, 'auth'> = this.company,
  ): request.Test {
    return request(url)[method](`/api/v1${path}`).set(by.auth);
  }

  /** Lets a new customer write. The next messages belong to this conversation. */
  async begin(): Promise<void> {
    this.customer = `bird ${(this.customers += 1)}`;
    const { contact_id, conversation_id } = await this.writes('hello');
    [this.contact, this.conversation] = [contact_id, conversation_id];
    this.parrots.sent.length = 0;
  }

  async writes(words: string): Promise<MessageDto> {
    const text = `${words} of ${this.customer}`;
    await this.parrots.receive(ACCOUNT, this.customer, text);
    const isText = (event: Record<string, unknown>): boolean => (event['message'] as MessageDto).content === text;
    return (await this.staff.next('message:new', isText))['message'] as MessageDto;
  }

  inHours(hours: number): string {
    return new Date(Date.now() + hours * HOUR_MS).toISOString();
  }

  async schedule(content: string, more: object = {}): Promise<ScheduledMessageDto> {
    const body = { content, send_at: this.inHours(1), ...more };
    const path = `/conversations/${this.conversation}/scheduled-messages`;
    return (await this.api('post', path).send(body).expect(201)).body;
  }

  async listed(): Promise<ScheduledMessageDto[]> {
    return (await this.api('get', `/conversations/${this.conversation}/scheduled-messages`).expect(200)).body.items;
  }

  sweep(hoursLater: number): Promise<void> {
    return this.get(ScheduledMessageSender).sweep(new Date(Date.now() + hoursLater * HOUR_MS));
  }

  /** The texts that the provider got. */
  texts(): (string | undefined)[] {
    return this.parrots.sent.map(({ part }) => part.text);
  }

  /** Stored replies, the oldest first. */
  async replies(): Promise<MessageDto[]> {
    const { body } = await this.api('get', `/conversations/${this.conversation}/messages`).expect(200);
    return (body.items as MessageDto[]).filter(({ direction }) => direction === 'outbound').reverse();
  }

  /** Resolves when this number of replies is sent. */
  async delivered(count: number): Promise<void> {
    const replies = (await this.replies()).slice(0, count);
    if (replies.length < count) throw new Error(`only ${replies.length} of ${count} replies are stored`);
    await Promise.all(
      replies.map(({ _id }) =>
        this.staff.next('message:status', ({ messageId, status }) => messageId === _id && status === 'sent'),
      ),
    );
  }

  /** Resolves at the next event about the scheduled messages of the conversation. */
  changed(): Promise<unknown> {
    return this.staff.next('scheduled:updated', ({ conversationId }) => conversationId === this.conversation);
  }
}
