import request, { type Test } from 'supertest';
import { channelToken } from '../../sandbox/channels.js';
import { CompanyScope } from '../../src/core/tenancy/index.js';
import type { OfferDto } from '../../src/modules/booking/offers/dto/offer.dto.js';
import type { Conversation } from '../../src/modules/inbox/conversations/index.js';
import { aPublicSalon, type PublicSalon } from '../builders/public-booking.js';
import { conversationsOf, flowsAreIdle, TappingCustomer } from './flows.js';
import { ACCOUNTS, type ChannelName, type Inbox } from './inbox.js';

let customers = 0;

/** A salon whose staff offer times to customers of one channel. */
export class OfferingSalon {
  private constructor(
    readonly inbox: Inbox,
    readonly salon: PublicSalon,
    readonly platform: ChannelName,
  ) {}

  static async open(
    inbox: Inbox,
    platform: ChannelName = 'facebook',
    service: Record<string, unknown> = {},
  ): Promise<OfferingSalon> {
    const salon = await aPublicSalon(inbox.app, {}, service);
    const channel = { platform, external_id: ACCOUNTS[platform], access_token: channelToken({ platform }) };
    const opened = new OfferingSalon(inbox, salon, platform);
    await opened.call('post', '/channels').send(channel).expect(201);
    return opened;
  }

  get scope(): CompanyScope {
    return CompanyScope.of(this.salon.company._id);
  }

  call(method: 'get' | 'post' | 'patch' | 'delete', path: string): Test {
    return request(this.inbox.app.url)[method](`/api/v1${path}`).set(this.salon.auth);
  }

  /** A customer who has just written, with one pet. */
  async aCustomer(pet: string | null = 'Luna'): Promise<OfferedCustomer> {
    const { inbox, platform } = this;
    const customer = new TappingCustomer(
      inbox,
      `${platform === 'whatsapp' ? '55119880' : '7755'}${++customers}0001`,
      platform,
    );
    await customer.write('hello');
    const [conversation] = await conversationsOf(inbox.app, this.scope, customer.id);
    if (!conversation) throw new Error('the customer has no conversation');
    const contact_id = conversation.contact_id.toHexString();
    if (pet !== null) await this.call('post', '/pets').send({ contact_id, name: pet, species: 'dog' }).expect(201);
    return new OfferedCustomer(this, customer, conversation);
  }
}

/** A customer with the offers of one conversation. */
export class OfferedCustomer {
  constructor(
    private readonly company: OfferingSalon,
    readonly customer: TappingCustomer,
    readonly conversation: Conversation,
  ) {}

  get path(): string {
    return `/conversations/${this.conversation._id.toHexString()}/offers`;
  }

  /** Sends an offer, and waits until the customer has it. */
  async offer(more: object = {}): Promise<OfferDto> {
    const before = this.customer.messages.length;
    const { body } = await this.post(more).expect(201);
    await this.gets(before + 1);
    return body.offer as OfferDto;
  }

  post(more: object = {}): Test {
    return this.company.call('post', this.path).send({ service_id: this.company.salon.serviceId, ...more });
  }

  /** Waits until the customer has got so many messages, and returns the text of the last one. */
  async gets(count: number): Promise<string> {
    const { ledger } = this.company.inbox.sandbox;
    await ledger.waitFor(({ kind }) => kind === 'graph.message' && this.customer.messages.length >= count, 60_000);
    return this.customer.got.at(-1) as string;
  }

  /** Writes, lets the engine finish, and returns what the customer has got for it. */
  async write(text: string): Promise<unknown[]> {
    return this.answersTo(() => this.customer.write(text));
  }

  /** Taps the n-th time, from 1. */
  async tap(place: number, among = this.customer.shown): Promise<unknown[]> {
    return this.answersTo(() => this.customer.tap(among[place - 1]?.title ?? '', among));
  }

  async offers(): Promise<OfferDto[]> {
    return (await this.company.call('get', this.path).expect(200)).body.items as OfferDto[];
  }

  async appointments(): Promise<Record<string, unknown>[]> {
    const query = { contact_id: this.conversation.contact_id.toHexString() };
    return (await this.company.call('get', '/appointments').query(query).expect(200)).body.items as Record<
      string,
      unknown
    >[];
  }

  async row(): Promise<Record<string, unknown>> {
    const path = `/conversations/${this.conversation._id.toHexString()}`;
    return (await this.company.call('get', path).expect(200)).body as Record<string, unknown>;
  }

  /** What staff alone see. */
  async staffLines(): Promise<string[]> {
    const path = `/conversations/${this.conversation._id.toHexString()}/messages`;
    const { body } = await this.company.call('get', path).expect(200);
    const items = body.items as { visibility: string; context: { hand_off?: { cause?: string } } | null }[];
    return items.flatMap(({ visibility, context }) =>
      visibility === 'internal' ? (context?.hand_off?.cause ?? []) : [],
    );
  }

  private async answersTo(act: () => Promise<void>): Promise<unknown[]> {
    const before = this.customer.messages.length;
    await act();
    await flowsAreIdle(this.company.inbox.app);
    await this.company.inbox.sandbox.idle();
    return this.customer.got.slice(before);
  }
}
