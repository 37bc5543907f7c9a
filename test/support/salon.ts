import { Types } from 'mongoose';
import request, { type Test } from 'supertest';
import { aStaffMember, type LoggedIn, type RegisteredCompany, registerCompany } from '../builders/accounts.js';
import { aSchedule, aService } from '../builders/catalog.js';
import { aContact } from '../builders/contacts.js';
import type { ContactDto } from '../../src/modules/customers/contacts/index.js';
import { openRawDatabase } from './raw-database.js';
import type { TestApp } from './test-app.js';

const DAY_MS = 86_400_000;
const HOUR_MS = 3_600_000;
const DAYS_A_WEEK = 7;
const DATE_LENGTH = 'YYYY-MM-DD'.length;

type Method = 'get' | 'post' | 'patch' | 'delete';

/** The first Monday that is at least a week from now, YYYY-MM-DD. */
export function aMonday(): string {
  const day = new Date(Date.now() + DAYS_A_WEEK * DAY_MS);
  const untilMonday = (8 - (day.getUTCDay() || DAYS_A_WEEK)) % DAYS_A_WEEK;
  return new Date(day.getTime() + untilMonday * DAY_MS).toISOString().slice(0, DATE_LENGTH);
}

/** Writes into the database that an appointment of an hour begins so long from now, and `fields`; its claims stay where they are. */
export async function rewriteStart(app: TestApp, id: string, ms: number, fields: object = {}): Promise<void> {
  const raw = await openRawDatabase(app);
  const [starts_at, ends_at] = [new Date(Date.now() + ms), new Date(Date.now() + ms + HOUR_MS)];
  const change = { $set: { starts_at, ends_at, ...fields }, $inc: { ver: 1 } };
  await raw.db.collection('appointments').updateOne({ _id: new Types.ObjectId(id) }, change);
  await raw.close();
}

/** A company in UTC with one groomer from nine to six, a service of an hour for 80.00, and a customer. */
export class Salon {
  readonly monday = aMonday();

  private constructor(
    private readonly app: TestApp,
    readonly owner: RegisteredCompany,
    readonly groomer: LoggedIn,
    readonly service: { _id: string },
    readonly contact: ContactDto,
  ) {}

  static async open(app: TestApp): Promise<Salon> {
    const owner = await registerCompany(app, { time_zone: 'UTC' });
    const groomer = await aStaffMember(app, owner);
    await aSchedule(app, owner, groomer.user._id);
    const service = await aService(app, owner, { price: 8_000, duration_min: 60, step_min: 30 });
    return new Salon(app, owner, groomer, service, await aContact(app, owner));
  }

  /** Another one who works as the groomer does. */
  async hire(): Promise<LoggedIn> {
    const colleague = await aStaffMember(this.app, this.owner);
    await aSchedule(this.app, this.owner, colleague.user._id);
    return colleague;
  }

  at(time: string, date = this.monday): string {
    return `${date}T${time}:00.000Z`;
  }

  /** By the groomer, unless somebody else does it. */
  call(method: Method, path: string, by: Pick<LoggedIn, 'auth'> = this.groomer): Test {
    return request(this.app.url)[method](`/api/v1${path}`).set(by.auth);
  }

  /** Answers the slots of Monday. */
  async day(query: object = {}): Promise<SlotDay> {
    const days = { service_id: this.service._id, from: this.monday, to: this.monday, ...query };
    const { body } = await this.call('get', '/appointments/slots').query(days).expect(200);
    return body.days[0] as SlotDay;
  }

  async starts(query: object = {}): Promise<string[]> {
    return (await this.day(query)).slots.map(({ starts_at }) => starts_at.slice(11, 16));
  }

  hold(time: string, more: object = {}): Test {
    return this.call('post', '/appointments/holds').send(this.requestBody(time, more));
  }

  book(time: string, more: object = {}, by?: Pick<LoggedIn, 'auth'>): Test {
    return this.call('post', '/appointments', by).send(
      this.requestBody(time, { contact_id: this.contact._id, ...more }),
    );
  }

  /** Confirms a hold for pets that change its quote, accepts the new quote, and answers the appointment. */
  async confirmWithNewQuote(holdId: string, pet_ids: readonly string[]): Promise<Booked> {
    const path = `/appointments/holds/${holdId}/confirm`;
    const input = { contact_id: this.contact._id, pet_ids };
    const { code, details } = (await this.call('post', path).send(input).expect(409)).body;
    expect(code).toBe('QUOTE_CHANGED');
    const { body } = await this.call('post', path)
      .send({ ...input, accept_quote: details.quote.id })
      .expect(201);
    return body.appointment as Booked;
  }

  /** Books what has to be free, and answers it. */
  async booked(time: string, more: object = {}): Promise<Booked> {
    const { body } = await this.book(time, more).expect(201);
    return body.appointment as Booked;
  }

  /** See {@link rewriteStart}. */
  rewriteStart(id: string, ms: number, fields: object = {}): Promise<void> {
    return rewriteStart(this.app, id, ms, fields);
  }

  private requestBody(time: string, more: object): object {
    return { service_id: this.service._id, starts_at: this.at(time), ...more };
  }
}

export type Booked = Record<string, unknown> & { _id: string };

export interface SlotDay {
  date: string;
  slots: { starts_at: string; ends_at: string; staff_ids: string[] }[];
  refused?: { starts_at: string; rule: string }[];
}
