import request from 'supertest';
import { receiveMails } from '../support/mailbox.js';
import type { TestApp } from '../support/test-app.js';
import { anEmail, type RegisteredCompany, registerCompany } from './accounts.js';
import { aSchedule, aService } from './catalog.js';

const DAY_MS = 86_400_000;
const DATE_LENGTH = 'YYYY-MM-DD'.length;
const SATURDAY = 6;

/** A company with a public page: its owner washes for half an hour, on weekdays from nine to six. */
export interface PublicSalon extends RegisteredCompany {
  slug: string;
  serviceId: string;
}

export async function aPublicSalon(
  app: TestApp,
  settings: Record<string, unknown> = {},
  service: Record<string, unknown> = {},
): Promise<PublicSalon> {
  const owner = await registerCompany(app);
  await aSchedule(app, owner, owner.user._id);
  const { _id } = await aService(app, owner, { price: 8_000, ...service });
  // So that what is tested does not depend on the hour of the day.
  const always = { quiet_hours: null, ...settings };
  await request(app.url).patch('/api/v1/booking-settings').set(owner.auth).send(always).expect(200);
  return { ...owner, slug: owner.company.slug, serviceId: _id };
}

/** The n-th weekday after the day after tomorrow, YYYY-MM-DD in UTC. */
export function aWeekday(n = 0): string {
  let at = Date.now() + 2 * DAY_MS;
  for (let left = n; ; at += DAY_MS) {
    const day = new Date(at).getUTCDay();
    if (day !== 0 && day !== SATURDAY && left-- === 0) return new Date(at).toISOString().slice(0, DATE_LENGTH);
  }
}

/** Somebody on a public page; the token that the first answer brings is sent from then on. */
export class Visitor {
  token: string | undefined;

  constructor(
    private readonly app: TestApp,
    private readonly salon: Pick<PublicSalon, 'slug' | 'serviceId'>,
  ) {}

  get(path: string): request.Test {
    return this.known(request(this.app.url).get(this.address(path)));
  }

  post(path: string, body: object = {}): request.Test {
    return this.known(request(this.app.url).post(this.address(path))).send(body);
  }

  delete(path: string): request.Test {
    return this.known(request(this.app.url).delete(this.address(path)));
  }

  async hold(starts_at: string, fields: object = {}, status = 201): Promise<request.Response> {
    const response = await this.post('holds', { service_id: this.salon.serviceId, starts_at, ...fields }).expect(
      status,
    );
    this.token ??= response.headers['x-visitor-token'] as string;
    return response;
  }

  /** Holds a time, proves the address and books. */
  async book(starts_at: string, fields: { email?: string; pets?: object[]; full_name?: string } = {}) {
    const { email = anEmail(), pets = [], full_name = 'Vera Visitor' } = fields;
    const { hold } = (await this.hold(starts_at)).body as { hold: { _id: string } };
    const body = { contact: { full_name, email }, pets };
    await this.post(`holds/${hold._id}/confirm`, body).expect(202);
    const code = await codeFor(this.app, email);
    const response = await this.post(`holds/${hold._id}/confirm`, { ...body, code }).expect(201);
    return response.body as {
      appointment: Record<string, unknown> & { _id: string };
      manage_token: string;
      manage_url: string;
    };
  }

  private address(path: string): string {
    return `/api/v1/public/${this.salon.slug}/${path}`;
  }

  private known(call: request.Test): request.Test {
    return this.token ? call.set('x-visitor-token', this.token) : call;
  }
}

/** The newest code that was mailed to an address. */
export async function codeFor(app: TestApp, email: string): Promise<string> {
  // Not the subject: where the company speaks another language it is encoded.
  const codes = (await receiveMails(app, email)).flatMap(({ raw }) => / (?:is|é) (\d{6})\./.exec(raw)?.[1] ?? []);
  const code = codes.at(-1);
  if (!code) throw new Error('no code was mailed');
  return code;
}
