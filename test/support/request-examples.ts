import { createHmac } from 'node:crypto';
import request from 'supertest';
import { channelToken } from '../../sandbox/channels.js';
import { PublicTokenService } from '../../src/modules/booking/online-booking/index.js';
import { aStaffMember, logIn, registerCompany, type Registration } from '../builders/accounts.js';
import { aService } from '../builders/catalog.js';
import { aContact } from '../builders/contacts.js';
import type { Operation } from './api-document.js';
import type { ApiSamples } from './api-samples.js';
import type { Sent } from './http-client.js';
import { ACCOUNTS, type Inbox } from './inbox.js';
import { aMonday } from './salon.js';
import type { Harvest, WalkedCompany } from './two-companies.js';

const WEEK_MS = 7 * 86_400_000;
const DATE_LENGTH = 'YYYY-MM-DD'.length;
/** The Monday of the examples; it is beyond the horizon of the companies of tests. */
const EXAMPLE_MONDAY_MS = Date.parse('2030-01-07');
const EXAMPLE_DATE = /2030-01-\d\d/g;
const BOOKING_TAGS = ['Appointments', 'Public booking'];

/** What an operation needs beside its example. */
interface Preparation {
  ids?: Harvest;
  body?: object;
  headers?: Record<string, string>;
}

type Prepare = (example: unknown) => Preparation | Promise<Preparation>;

/** Prepares a company for the request examples of the API document, each for its own operation. */
export class RequestExamples {
  /** Headers and secrets that the caller of an operation has. */
  private readonly credentials: Readonly<Record<string, Prepare>>;
  /** Documents that the example changes. */
  private readonly documents: Readonly<Record<string, Prepare>>;
  private weeks = 0;

  constructor(
    private readonly inbox: Inbox,
    private readonly company: WalkedCompany,
    private readonly withoutDocuments: ApiSamples,
    private readonly samplesOf: (ids: Harvest) => ApiSamples,
  ) {
    const note = async (): Promise<Preparation> => {
      const id = await this.note();
      return { ids: { id, messages: id } };
    };
    const managed =
      (time: string): Prepare =>
      async () => ({ ids: { token: await this.manageToken(time) } });
    const waiting = (): Preparation => ({ ids: { token: this.waitToken() } });
    this.credentials = {
      'POST /api/v1/auth/refresh': () => this.session(),
      'POST /api/v1/auth/logout': () => this.session(),
      'POST /api/v1/conversations/bulk/undo': async () => ({ body: { undo_token: await this.undoToken() } }),
      'POST /api/v1/socket/emit': () => ({
        headers: { 'x-internal-api-key': String(inbox.app.config.internalServiceApiKey) },
      }),
      'POST /api/v1/meta/webhook': (example) => this.signed(example),
      'POST /api/v1/meta/webhook/instagram': (example) => this.signed(example),
    };
    this.documents = {
      'POST /api/v1/auth/login': async (example) => {
        await registerCompany(inbox.app, example as Pick<Registration, 'email' | 'password'>);
        return {};
      },
      'POST /api/v1/contacts/{id}/merge': async () => ({
        ids: { contact_id: (await aContact(inbox.app, company.owner))._id },
      }),
      'PATCH /api/v1/users/{id}': async () => ({
        ids: { users: (await aStaffMember(inbox.app, company.owner)).user._id },
      }),
      'POST /api/v1/messages': async (example) => {
        const isByPhone = (example as { platform?: string } | undefined)?.platform === 'whatsapp';
        return { ids: { contact_id: isByPhone ? await this.contactWithPhone() : await this.reachableContact() } };
      },
      'POST /api/v1/message-templates': () => this.whatsappChannel(),
      'POST /api/v1/message-templates/sync': () => this.whatsappChannel(),
      'POST /api/v1/meta/send-message': async () => ({ ids: { contact_id: await this.reachableContact() } }),
      'GET /api/v1/flows/{id}/versions/{number}': () => ({ ids: { number: '1' } }),
      'PATCH /api/v1/messages': note,
      'PATCH /api/v1/messages/{id}': note,
      'DELETE /api/v1/messages': note,
      'POST /api/v1/appointments/holds': () => this.plainService(),
      'POST /api/v1/public/{companySlug}/holds': () => this.plainService(),
      'POST /api/v1/appointments/series': () => this.plainService(),
      'POST /api/v1/public/{companySlug}/waitlist': () => this.plainService(),
      'GET /api/v1/public/manage/waitlist/{token}': waiting,
      'DELETE /api/v1/public/manage/waitlist/{token}': waiting,
      'GET /api/v1/public/manage/{token}': managed('10:30'),
      'GET /api/v1/public/manage/{token}.ics': managed('12:00'),
      'GET /api/v1/public/manage/{token}/slots': managed('11:00'),
      'POST /api/v1/public/manage/{token}/cancel': managed('11:30'),
      'POST /api/v1/public/manage/{token}/reschedule': managed('15:00'),
    };
  }

  /** The request of an example exactly as the document shows it, in a path without documents. */
  async asItStands(operation: Operation, example: unknown): Promise<Sent> {
    const { headers } = (await this.credentials[operation.name]?.(example)) ?? {};
    return this.request(operation, operation.queryExample, example, this.withoutDocuments, headers);
  }

  /** The same request with ids and one-time values that exist, and bookings in the next weeks. */
  async prepared(operation: Operation, example: unknown): Promise<Sent> {
    const isBooking = operation.tags.some((tag) => BOOKING_TAGS.includes(tag));
    const fromDocument = { query: operation.queryExample, body: example };
    const shown = isBooking ? this.soon(fromDocument) : fromDocument;
    const { ids = {} } = (await this.documents[operation.name]?.(shown.body)) ?? {};
    const samples = this.samplesOf(ids);
    const query = samples.withIds(shown.query) as Operation['queryExample'];
    const withIds = samples.withIds(shown.body);
    const { body, headers } = (await this.credentials[operation.name]?.(withIds)) ?? {};
    return this.request(operation, query, body ? { ...(withIds as object), ...body } : withIds, samples, headers);
  }

  private request(
    operation: Operation,
    query: Operation['queryExample'],
    body: unknown,
    samples: ApiSamples,
    headers: Record<string, string> = {},
  ): Sent {
    const path = `${samples.path(operation)}?${new URLSearchParams(query).toString()}`;
    return { method: operation.method, path, headers: { ...this.company.owner.auth, ...headers }, body };
  }

  /** A log-in that an example may end. */
  private async session(): Promise<Preparation> {
    const { auth, tokens } = await logIn(this.inbox.app, this.company.owner.user.email);
    return { headers: auth, body: { refreshToken: tokens.refreshToken } };
  }

  private signed(example: unknown): Preparation {
    const secret = this.inbox.sandbox.state.appSecret;
    const signature = createHmac('sha256', secret).update(JSON.stringify(example)).digest('hex');
    return { headers: { 'x-hub-signature-256': `sha256=${signature}` } };
  }

  private async note(): Promise<string> {
    const path = `/conversations/${this.company.ids['conversations']}/notes`;
    return (await this.call('post', path, { content: 'a note' })).body._id as string;
  }

  private async undoToken(): Promise<string> {
    const change = { filter: {}, action: { add_label: 'bulk' } };
    return (await this.call('post', '/conversations/bulk', change).expect(202)).body.undo_token as string;
  }

  private async reachableContact(): Promise<string> {
    return (await this.call('get', `/conversations/${this.company.ids['conversations']}`)).body.contact_id as string;
  }

  private async contactWithPhone(): Promise<string> {
    return (await aContact(this.inbox.app, this.company.owner, { phone: '+5511988887777' }))._id;
  }

  /** Connects it again, because an earlier example may have disconnected it. */
  private async whatsappChannel(): Promise<Preparation> {
    const platform = 'whatsapp';
    const account = { platform, external_id: ACCOUNTS[platform], access_token: channelToken({ platform }) };
    await this.call('post', '/channels', account);
    const { body } = await this.call('get', '/channels?platform=whatsapp');
    return { ids: { channels: (body.items as { _id: string }[])[0]?._id ?? '' } };
  }

  /** Needs nothing but a person; the service of the walk takes a table that is for cats. */
  private async plainService(): Promise<Preparation> {
    return { ids: { services: (await aService(this.inbox.app, this.company.owner))._id } };
  }

  private async manageToken(time: string): Promise<string> {
    const { _id: service_id } = await aService(this.inbox.app, this.company.owner);
    const visitRequest = {
      service_id,
      contact_id: this.company.ids['contacts'],
      starts_at: `${aMonday()}T${time}:00Z`,
    };
    const { body } = await this.call('post', '/appointments', visitRequest).expect(201);
    return (await this.call('post', `/appointments/${body.appointment._id}/manage-link`)).body.manage_token as string;
  }

  private waitToken(): string {
    const { owner, ids } = this.company;
    const tokens = this.inbox.app.app.get(PublicTokenService, { strict: false });
    return tokens.sign('waitlist', `${owner.company._id}${ids['waitlist']}`);
  }

  /** Moves dates from the week of the examples to that of {@link aMonday}; each booking gets a later week of its own. */
  private soon<T>(shown: T): T {
    const text = JSON.stringify(shown);
    if (text.includes('starts_at')) this.weeks++;
    const shiftMs = Date.parse(aMonday()) - EXAMPLE_MONDAY_MS + this.weeks * WEEK_MS;
    const moved = (date: string): string => new Date(Date.parse(date) + shiftMs).toISOString().slice(0, DATE_LENGTH);
    return JSON.parse(text.replace(EXAMPLE_DATE, moved)) as T;
  }

  private call(method: 'get' | 'post', path: string, body?: object): request.Test {
    return request(this.inbox.app.url)[method](`/api/v1${path}`).set(this.company.owner.auth).send(body);
  }
}
