import { Types } from 'mongoose';
import request from 'supertest';
import { channelToken } from '../../sandbox/channels.js';
import { messengerQuickReply, messengerText, type WebhookEvent } from '../../sandbox/events/index.js';
import type { Sandbox } from '../../sandbox/server.js';
import type { CrashPointName } from '../../src/core/crash-points/index.js';
import { type EnqueuedJob, type InlineJobs, Jobs } from '../../src/core/jobs/index.js';
import { CompanyScope } from '../../src/core/tenancy/index.js';
import { TellCustomer } from '../../src/modules/booking/appointments/index.js';
import { AppointmentOutbox } from '../../src/modules/booking/appointments/publishing/appointment-outbox.js';
import type { CustomerNotice } from '../../src/modules/booking/customer-notices/customer-notice.schema.js';
import { CustomerNoticesService } from '../../src/modules/booking/customer-notices/customer-notices.service.js';
import type { CustomerNoticeDto } from '../../src/modules/booking/customer-notices/dto/customer-notice.dto.js';
import type { MessageDto } from '../../src/modules/inbox/messages/dto/message-response.dto.js';
import { aContact } from '../builders/contacts.js';
import { anEmail } from '../builders/accounts.js';
import { flowsAreIdle } from './flows.js';
import { DoomedProcesses } from './doomed-process.js';
import { ACCOUNTS, StaffSocket, startSandboxForApp } from './inbox.js';
import { receiveMails, type ReceivedMail } from './mailbox.js';
import { type Booked, Salon } from './salon.js';

const MINUTE_MS = 60_000;
const PARALLEL_RUNS = 10;
const FIRST_RUN = { attempt: 1, maxAttempts: 5 };

export interface NoticedCustomer {
  contactId: string;
  email: string;
  conversationId: string | undefined;
  /** The id on Messenger; undefined for a customer who never wrote. */
  customerId: string | undefined;
}

/** A salon with a Messenger channel of the sandbox, whose customers are told about their appointments. */
export class NoticedSalon {
  private customers = 0;
  private jobsTold = 0;

  private constructor(
    readonly processes: DoomedProcesses,
    readonly sandbox: Sandbox,
    readonly salon: Salon,
    private readonly staff: StaffSocket,
  ) {}

  /** @param env of all processes, beside what the salon needs */
  static async open(env: Record<string, string> = {}): Promise<NoticedSalon> {
    const { sandbox, metaEnv } = await startSandboxForApp();
    const processes = await DoomedProcesses.open({ ...metaEnv, RUN_JOBS: 'yes', ...env });
    const salon = await Salon.open(processes.survivor);
    const token = channelToken({ platform: 'facebook' });
    const channel = { platform: 'facebook', external_id: ACCOUNTS.facebook, access_token: token };
    await salon.call('post', '/channels', salon.owner).send(channel).expect(201);
    const staff = await StaffSocket.connect(processes.survivor, salon.owner.tokens.accessToken);
    return new NoticedSalon(processes, sandbox, salon, staff);
  }

  get scope(): CompanyScope {
    return CompanyScope.of(this.salon.owner.company._id);
  }

  async close(): Promise<void> {
    this.staff.close();
    await this.sandbox.close();
    await this.processes.close();
  }

  /** A customer with a mail address who has just written, so that the reply window is open. */
  async aCustomerWhoWrote(): Promise<NoticedCustomer> {
    const text = `hello of customer ${(this.customers += 1)}`;
    const customerId = `78990${this.customers}`;
    const message = await this.received(messengerText({ customerId, text, channelId: ACCOUNTS.facebook }), text);
    const { contact_id: contactId, conversation_id: conversationId } = message;
    const email = anEmail();
    await this.salon.call('patch', `/contacts/${contactId}`).send({ email, full_name: 'Ana Prado' }).expect(200);
    return { contactId, email, conversationId, customerId };
  }

  /** The customer writes, and everything that follows from it is done. */
  async write({ customerId = '' }: NoticedCustomer, text: string): Promise<void> {
    await this.received(messengerText({ customerId, text, channelId: ACCOUNTS.facebook }), text);
    await flowsAreIdle(this.processes.survivor);
  }

  /** The customer taps a button below a message, and everything that follows from it is done. */
  async tap({ customerId = '' }: NoticedCustomer, button: { id: string; title: string } | undefined): Promise<void> {
    if (!button) throw new Error('the message has no such button');
    const { id: payload, title } = button;
    await this.received(messengerQuickReply({ customerId, title, payload, channelId: ACCOUNTS.facebook }), title);
    await flowsAreIdle(this.processes.survivor);
  }

  private async received(event: WebhookEvent, text: string): Promise<MessageDto> {
    const earlier = new Set(this.staff.received.map(({ data }) => data));
    await this.sandbox.webhooks.send(event);
    const isText = (data: Record<string, unknown>): boolean =>
      !earlier.has(data) && (data['message'] as MessageDto).content === text;
    return ((await this.staff.next('message:new', isText)) as { message: MessageDto }).message;
  }

  /** A customer with a mail address only. */
  async aCustomerByMail(): Promise<NoticedCustomer> {
    const email = anEmail();
    const { _id } = await aContact(this.processes.survivor, this.salon.owner, { email });
    return { contactId: _id, email, conversationId: undefined, customerId: undefined };
  }

  /** Runs the jobs that were planned since the last call, each of them ten times at once. */
  async tellAll(): Promise<void> {
    await this.published();
    const jobs = this.plannedJobs().slice(this.jobsTold);
    this.jobsTold += jobs.length;
    const service = this.service(CustomerNoticesService);
    const runs = jobs.flatMap(({ payload }) => Array.from({ length: PARALLEL_RUNS }, () => payload));
    await Promise.all(runs.map((payload) => service.tell(payload as Parameters<typeof service.tell>[0], FIRST_RUN)));
    await this.jobs().drain({ includeDelayed: true });
  }

  /** Resolves when the events of all appointments are published, also those of a killed process. */
  async published(): Promise<void> {
    const outbox = this.service(AppointmentOutbox);
    await outbox.onModuleDestroy();
    await outbox.sweep(new Date(Date.now() + MINUTE_MS));
  }

  async notices(appointmentId: string): Promise<CustomerNoticeDto[]> {
    return (await this.salon.call('get', `/appointments/${appointmentId}/notices`).expect(200)).body.items;
  }

  stored(appointmentId: string): Promise<CustomerNotice[]> {
    return this.service(CustomerNoticesService).list(this.scope, new Types.ObjectId(appointmentId));
  }

  mails({ email }: Pick<NoticedCustomer, 'email'>): Promise<ReceivedMail[]> {
    return receiveMails(this.processes.survivor, email);
  }

  /** The messages in the conversation that PetBuddy wrote, the oldest first. */
  async messages({ conversationId }: NoticedCustomer): Promise<MessageDto[]> {
    const { body } = await this.salon.call('get', `/conversations/${conversationId}/messages`).expect(200);
    return (body.items as MessageDto[]).filter(({ author }) => author.kind === 'bot').reverse();
  }

  /** Resolves when the platform has got the message, and says how often. */
  async timesSent(message: MessageDto): Promise<number> {
    await this.staff.next('message:status', (data) => data['messageId'] === message._id && data['status'] !== 'queued');
    return this.timesReceived(message);
  }

  /** How often the platform has got the message so far. */
  timesReceived({ content }: MessageDto): number {
    return this.sandbox.ledger.entries({ kind: 'graph.message' }).filter(({ data }) => data['text'] === content).length;
  }

  /** Books in a process that is killed at the crash point. @returns the appointment */
  async bookInKilledProcess(point: CrashPointName, { contactId }: NoticedCustomer, time: string): Promise<Booked> {
    const { service, groomer } = this.salon;
    const visit = { service_id: service._id, contact_id: contactId, starts_at: this.salon.at(time) };
    await this.processes.killedAt(point, (url) =>
      request(url).post('/api/v1/appointments').set(groomer.auth).send(visit),
    );
    const { body } = await this.salon.call('get', '/appointments').query({ contact_id: contactId }).expect(200);
    return body.items[0] as Booked;
  }

  /** Publishes what the killed process left, and runs its job again, as a durable queue does. */
  async recover({ _id }: Booked): Promise<void> {
    await this.published();
    for (const { event_id: eventId } of await this.stored(_id)) {
      const companyId = this.salon.owner.company._id;
      const change = { companyId, appointmentId: _id, eventId, event: 'confirmed' as const, isSilent: false };
      await this.jobs().enqueue(TellCustomer, change, { key: eventId });
    }
    await this.tellAll();
  }

  /** The planned jobs of the survivor, the oldest first. */
  plannedJobs(): EnqueuedJob[] {
    return this.jobs().enqueued.filter(({ name }) => name === TellCustomer.name);
  }

  private jobs(): InlineJobs {
    return this.processes.survivor.app.get<unknown, InlineJobs>(Jobs);
  }

  service<T>(type: abstract new (...args: never[]) => T): T {
    return this.processes.survivor.app.get(type as never, { strict: false });
  }
}
