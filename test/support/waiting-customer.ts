import request from 'supertest';
import type { InlineJobs } from '../../src/core/jobs/index.js';
import { Jobs } from '../../src/core/jobs/index.js';
import { WaitlistOfferScheduler } from '../../src/modules/booking/waitlist/waitlist-offer-scheduler.js';
import { anEmail } from '../builders/accounts.js';
import { codeFor, Visitor } from '../builders/public-booking.js';
import { receiveMails } from './mailbox.js';
import type { OfferedCustomer, OfferingSalon } from './offering-salon.js';

const HOUR_MS = 3_600_000;
let requests = 0;

/** A customer with a conversation, who joins the waitlist on the public page for one time, which is free. */
export class WaitingCustomer {
  private constructor(
    private readonly company: OfferingSalon,
    readonly talk: OfferedCustomer,
    readonly email: string,
    /** The token of the entry. */
    readonly token: string,
  ) {}

  /** @param time UTC, for example "09:00" */
  static async joins(company: OfferingSalon, day: string, time: string): Promise<WaitingCustomer> {
    const talk = await company.aCustomer(null);
    const email = anEmail();
    const contact = talk.conversation.contact_id.toHexString();
    await company.call('patch', `/contacts/${contact}`).send({ email }).expect(200);
    return new WaitingCustomer(company, talk, email, await joinWaitlist(company, email, day, time));
  }

  /** Lets the waitlist make its offer, and waits until the customer has it in the conversation. */
  async isOffered(): Promise<void> {
    await makeOffers(this.company);
    await this.talk.gets(1);
  }

  /** The page of the entry. */
  page(): request.Test {
    return request(this.company.inbox.app.url).get(`/api/v1/public/manage/waitlist/${this.token}`);
  }

  accept(offer_id: string): request.Test {
    return request(this.company.inbox.app.url)
      .post(`/api/v1/public/manage/waitlist/${this.token}/accept`)
      .send({ offer_id });
  }

  async entry(): Promise<{ state: string; answer: object | null; told: object | null; _id: string }> {
    const query = { contact_id: this.talk.conversation.contact_id.toHexString() };
    return (await this.company.call('get', '/waitlist').query(query).expect(200)).body.items[0];
  }

  async offersByMail(): Promise<string[]> {
    const mails = await receiveMails(this.company.inbox.app, this.email);
    return mails.map(({ raw }) => raw).filter((raw) => raw.includes('has become free'));
  }
}

/** Proves the address and joins. @returns the token of the entry */
export async function joinWaitlist(
  { inbox, salon }: OfferingSalon,
  email: string,
  day: string,
  time: string,
): Promise<string> {
  const visitor = new Visitor(inbox.app, salon);
  const [hour = 0, minute = 0] = time.split(':').map(Number);
  const end = `${String(hour + (minute ? 1 : 0)).padStart(2, '0')}:${minute ? '00' : '30'}`;
  const window = { date_from: day, date_to: day, from: time, to: end };
  const contact = { full_name: 'Vera Visitor', email };
  const body = { client_key: `c${++requests}`, service_id: salon.serviceId, window, contact, pets: [{ name: 'Rex' }] };
  const asked = await visitor.post('waitlist', body).expect(202);
  visitor.token = asked.headers['x-visitor-token'];
  const code = await codeFor(inbox.app, email);
  return (await visitor.post('waitlist', { ...body, code }).expect(201)).body.wait_token as string;
}

export async function makeOffers({ inbox }: OfferingSalon): Promise<void> {
  await inbox.app.app.get(WaitlistOfferScheduler, { strict: false }).sweep(new Date(Date.now() + HOUR_MS));
  await inbox.app.app.get<unknown, InlineJobs>(Jobs).drain();
  await inbox.sandbox.idle();
}
