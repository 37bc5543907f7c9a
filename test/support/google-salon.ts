import { randomUUID } from 'node:crypto';
import request from 'supertest';
import type { GoogleEvent } from '../../sandbox/google/google-calendars.js';
import type { AppointmentDto } from '../../src/modules/booking/appointments/index.js';
import type { GoogleCalendarDto } from '../../src/modules/integrations/google-calendar/dto/google-calendar.dto.js';
import { SyncRunner } from '../../src/modules/integrations/google-calendar/links/sync-runner.service.js';
import { aContact } from '../builders/contacts.js';
import { aPublicSalon, type PublicSalon } from '../builders/public-booking.js';
import type { Inbox } from './inbox.js';

const ACCOUNT = 'salon@google.example';
const PATH = '/google-calendar';

/** A salon whose owner has a calendar at the Google of the sandbox. */
export class GoogleSalon {
  private constructor(
    readonly inbox: Inbox,
    readonly salon: PublicSalon,
    /** Of its own, so that salons of a suite do not meet. */
    readonly account: string,
    private readonly url = inbox.app.url,
  ) {}

  static async open(inbox: Inbox): Promise<GoogleSalon> {
    return new GoogleSalon(inbox, await aPublicSalon(inbox.app), `${randomUUID()}@google.example`);
  }

  /** The same salon, whose requests go to another process. */
  at(url: string): GoogleSalon {
    return new GoogleSalon(this.inbox, this.salon, this.account, url);
  }

  get staffId(): string {
    return this.salon.user._id;
  }

  call(method: 'get' | 'post' | 'put' | 'patch' | 'delete', path: string, body?: object): request.Test {
    return request(this.url)[method](`/api/v1${path}`).set(this.salon.auth).send(body);
  }

  /** Logs in at Google. @param fields of the consent page @returns the page to which the browser returns */
  async connect(fields: Record<string, string> = {}, cookie?: string): Promise<URL> {
    const started = await this.call('get', `${PATH}/oauth/url`).expect(200);
    const [own = ''] = (started.headers['set-cookie'] as unknown as string[]) ?? [];
    const back = await this.consent(started.body.url as string, fields);
    const { headers } = await request(this.inbox.app.url)
      .get(back.pathname + back.search)
      .set('cookie', cookie ?? own.split(';')[0] ?? '')
      .expect(302);
    return new URL(headers['location'] as string);
  }

  async link(direction: string, calendar_id = 'primary'): Promise<void> {
    await this.call('put', `${PATH}/staff/${this.staffId}`, { calendar_id, direction }).expect(200);
    await this.runner.idle();
  }

  async connected(direction: string): Promise<this> {
    await this.connect();
    await this.link(direction);
    return this;
  }

  /** Synchronises until nothing is under way. */
  async sync(): Promise<void> {
    await this.call('post', `${PATH}/sync`).expect(202);
    await this.runner.idle();
  }

  async state(): Promise<GoogleCalendarDto> {
    return (await this.call('get', PATH).expect(200)).body;
  }

  async book(starts_at: string, fields: object = {}): Promise<AppointmentDto> {
    const contact = await aContact(this.inbox.app, this.salon, { full_name: 'Mia Rossi', phone: '+5511988887777' });
    const body = { service_id: this.salon.serviceId, contact_id: contact._id, client_key: randomUUID(), starts_at };
    return (await this.call('post', '/appointments', { ...body, ...fields }).expect(201)).body.appointment;
  }

  async appointment(id: string): Promise<AppointmentDto> {
    const { body } = await this.call('get', `/appointments/${id}`).expect(200);
    return body.appointment ?? body;
  }

  /** Starts of free times of the day, as `T10:00` in UTC. */
  async slots(day: string): Promise<string[]> {
    const query = `service_id=${this.salon.serviceId}&from=${day}&to=${day}`;
    const { text } = await this.call('get', `/appointments/slots?${query}`).expect(200);
    return [...text.matchAll(/"starts_at":"[^"]*(T\d{2}:\d{2})/g)].map(([, time = '']) => time);
  }

  /** Live events of the calendar. */
  events(calendar = this.account): GoogleEvent[] {
    const book = this.inbox.sandbox.google.book;
    const { events } = book.calendar(book.account(this.account), calendar);
    return [...events.values()].map(({ event }) => event).filter(({ status }) => status !== 'cancelled');
  }

  /** Does what a person does in Google. */
  async play(body: object): Promise<GoogleEvent> {
    const { body: done } = await request(this.inbox.sandbox.url)
      .post('/__control/google')
      .send({ account: this.account, ...body })
      .expect(200);
    return done as GoogleEvent;
  }

  get runner(): SyncRunner {
    return this.inbox.app.app.get(SyncRunner);
  }

  private async consent(url: string, fields: Record<string, string>): Promise<URL> {
    const html = await (await fetch(url)).text();
    const form = new URLSearchParams({ decision: 'continue', account: ACCOUNT, new_account: this.account, ...fields });
    form.set('dialog', /name="dialog" value="(\w+)"/.exec(html)?.[1] ?? '');
    if (!form.has('scope'))
      for (const [, scope = ''] of html.matchAll(/name="scope" value="([^"]+)"/g)) form.append('scope', scope);
    const target = `${this.inbox.sandbox.googleUrl}/o/oauth2/answer`;
    const sent = await fetch(target, { method: 'POST', body: form, redirect: 'manual' });
    return new URL(sent.headers.get('location') ?? 'missing:');
  }
}
