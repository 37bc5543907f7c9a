import request, { type Test } from 'supertest';
import { DEMO_PASSWORD } from '../../src/modules/operations/demo/data/index.js';
import { DEMO_LOGIN, DemoSeeder } from '../../src/modules/operations/demo/index.js';
import { type LoggedIn, logIn } from '../builders/accounts.js';
import { StaffSocket } from './inbox.js';
import type { TestApp } from './test-app.js';

const DAY_MS = 86_400_000;
const SEARCHED_DAYS = 20;
const DATE_LENGTH = 'YYYY-MM-DD'.length;

type Method = 'get' | 'post' | 'patch';

export type Appointment = Record<string, unknown> & {
  _id: string;
  starts_at: string;
  ends_at: string;
  staff_id: string;
};
export interface Slot {
  starts_at: string;
  ends_at: string;
  staff_ids: string[];
}

/** The seeded clinic as somebody new to the API finds it: by its log-in, and by names. */
export class DemoClinicWalk {
  private constructor(
    private readonly app: TestApp,
    /** May overbook. */
    readonly owner: LoggedIn,
    /** Works at the front, and does all of the walk unless told. */
    readonly lia: LoggedIn,
    private readonly socket: StaffSocket,
  ) {}

  static async enter(app: TestApp): Promise<DemoClinicWalk> {
    await app.app.get(DemoSeeder).run();
    const owner = await logIn(app, DEMO_LOGIN.email, DEMO_PASSWORD);
    const lia = await logIn(app, 'lia@patas.example', DEMO_PASSWORD);
    return new DemoClinicWalk(app, owner, lia, await StaffSocket.connect(app, owner.tokens.accessToken));
  }

  close(): void {
    this.socket.close();
  }

  call(method: Method, path: string, by: LoggedIn = this.lia): Test {
    return request(this.app.url)[method](`/api/v1${path}`).set(by.auth);
  }

  async list(path: string, query: object = {}): Promise<Appointment[]> {
    return (
      await this.call('get', path)
        .query({ limit: 100, ...query })
        .expect(200)
    ).body.items;
  }

  /** The id of what has the name. */
  async idOf(path: string, name: string): Promise<string> {
    const found = (await this.list(path)).find((one) => (one['name'] ?? one['full_name']) === name);
    if (!found) throw new Error(`${path} have no ${name}`);
    return found._id;
  }

  /** A request for a service and a customer with some of their pets, by names. */
  async visitRequest(
    service: string,
    customer: string,
    ...pets: string[]
  ): Promise<{ service_id: string; contact_id: string; pet_ids: string[] }> {
    const [service_id, contact_id, ...pet_ids] = await Promise.all([
      this.idOf('/services', service),
      this.idOf('/contacts', customer),
      ...pets.map((pet) => this.idOf('/pets', pet)),
    ]);
    return { service_id, contact_id, pet_ids };
  }

  /** The free starts of the n-th day that has some, beginning the day after tomorrow. */
  async free(
    { service_id, pet_ids }: { service_id: string; pet_ids: string[] },
    query: object = {},
    day = 0,
  ): Promise<Slot[]> {
    const { body } = await this.call('get', '/appointments/slots')
      .query({ service_id, pet_ids: pet_ids.join(','), ...searchedDays(), ...query })
      .expect(200);
    const days: { slots: Slot[] }[] = body.days;
    return days.filter(({ slots }) => slots.length > 0)[day]?.slots ?? [];
  }

  async book(input: object, starts_at: string | undefined): Promise<Appointment> {
    const { body } = await this.call('post', '/appointments')
      .send({ ...input, starts_at })
      .expect(201);
    return body.appointment;
  }

  async change(method: 'post' | 'patch', path: string, body: object = {}): Promise<Appointment> {
    return (await this.call(method, `/appointments/${path}`).send(body).expect(200)).body.appointment;
  }

  /** What the calendar shows of an appointment, at its time. */
  async findInCalendar({ _id, starts_at, ends_at }: Appointment): Promise<Appointment | undefined> {
    const items = await this.list('/appointments', { from: starts_at, to: ends_at });
    return items.find((one) => one._id === _id);
  }

  /** Waits until the socket was told that the appointment is so, and that the calendar says the same. */
  async expectPublished(event: string, appointment: Appointment): Promise<void> {
    const { _id, version } = appointment;
    const isIt = (data: Record<string, unknown>): boolean => {
      const nextEvent = data['appointment'] as Appointment;
      return nextEvent._id === _id && nextEvent['version'] === version;
    };
    const told = await this.socket.next(`appointment:${event}`, isIt);
    const { policy: _told, ...fields } = told['appointment'] as Appointment;
    const { policy: _answered, ...answered } = appointment;
    expect(fields).toEqual(answered);
    expect(await this.findInCalendar(appointment)).toMatchObject(answered);
  }

  /** What the socket was told of an appointment so far; numbers rise with every event. */
  eventsOf(id: string): string[] {
    const all = this.socket.received.filter(({ event }) => event.startsWith('appointment:'));
    const numbers = all.map(({ data }) => data['seq'] as number);
    expect(numbers).toEqual([...new Set(numbers)].sort((one, other) => one - other));
    return all
      .filter(({ data }) => (data['appointment'] as Appointment)._id === id)
      .map(({ event }) => event.slice('appointment:'.length));
  }

  /** Waits until the socket was told of an appointment that somebody without a log-in changed. */
  async told(event: string, id: string, fields: Partial<Appointment>): Promise<Appointment> {
    const isIt = (data: Record<string, unknown>): boolean => {
      const told = data['appointment'] as Appointment;
      return told._id === id && Object.entries(fields).every(([name, value]) => told[name] === value);
    };
    return (await this.socket.next(`appointment:${event}`, isIt))['appointment'] as Appointment;
  }
}

/** Beginning the day after tomorrow, so that every lead time is kept. */
export function searchedDays(): { from: string; to: string } {
  const date = (days: number): string => new Date(Date.now() + days * DAY_MS).toISOString().slice(0, DATE_LENGTH);
  return { from: date(2), to: date(2 + SEARCHED_DAYS) };
}
