import {
  channelToken,
  DEFAULT_APP_ID,
  DEFAULT_CHANNELS,
  type Channel,
  type Platform,
  practicePageOfToken,
  wabaOf,
} from './channels.ts';
import { CustomerBook } from './customers.ts';
import type { WebhookEvent } from './events/types.ts';
import { isObject, type JsonObject } from './json.ts';
import { MediaLibrary } from './media-library.ts';
import { SEED_TEMPLATES } from './seed-templates.ts';
import { TemplateBook } from './template-book.ts';
import { INSTAGRAM_TOKEN_SECONDS, type Token, TokenBook } from './tokens.ts';

/** In either direction. */
export interface StoredMessage {
  id: string;
  channelId: string;
  customerId: string;
  from: 'customer' | 'business';
  at: number;
  text?: string;
  /** Instagram: the link of a story mention. */
  storyLink?: string;
}

/** A comment can be answered in private, once. */
export interface StoredComment {
  id: string;
  channelId: string;
  fromId: string | null;
  at: number;
  answered: boolean;
}

export interface MetaStateOptions {
  channels?: readonly Channel[];
  appId?: string;
  appSecret: string;
  now?: () => number;
}

const TOKEN_TYPES = { facebook: 'PAGE', instagram: 'INSTAGRAM', whatsapp: 'SYSTEM_USER' } as const;
const PLATFORM_OF_OBJECT = { page: 'facebook', instagram: 'instagram', whatsapp_business_account: 'whatsapp' } as const;
/** Manages every channel; the log-in dialog issues further tokens. */
const FIRST_CUSTOMER_DIGITS = 8;
const PERSON_CHARACTERS = 12;
const DEMO_USER_TOKEN = 'sandbox-token-user';

/** The data of Meta: accounts, tokens, people, messages, files. */
export class MetaState {
  readonly channels: Channel[];
  readonly appId: string;
  readonly appSecret: string;
  readonly now: () => number;
  readonly tokens: TokenBook;
  readonly customers = new CustomerBook();
  readonly media: MediaLibrary;
  readonly messages = new Map<string, StoredMessage>();
  readonly templates = new TemplateBook(SEED_TEMPLATES);
  readonly comments = new Map<string, StoredComment>();
  private readonly listeners = new Set<(channel: Channel) => void>();
  /** Subscribed fields by page, Instagram account or WhatsApp business account; absent: all fields. */
  readonly subscriptions = new Map<string, readonly string[]>();

  constructor(options: MetaStateOptions) {
    this.channels = [...(options.channels ?? DEFAULT_CHANNELS)];
    this.appId = options.appId ?? DEFAULT_APP_ID;
    this.appSecret = options.appSecret;
    this.now = options.now ?? Date.now;
    this.tokens = new TokenBook(this.now);
    this.media = new MediaLibrary(this.now);
    for (const channel of this.channels) this.issueChannelToken(channel);
    const everything = this.channels.map((channel) => channel.external_id);
    this.tokens.issue({ value: DEMO_USER_TOKEN, type: 'USER', targets: everything });
  }

  addChannel(channel: Channel): void {
    this.channels.push(channel);
    this.issueChannelToken(channel);
    this.channelChanged(channel);
  }

  restoreChannel(channel: Channel): void {
    const known = this.channel(channel.external_id);
    if (known === undefined) this.addChannel(channel);
    else Object.assign(known, channel);
  }

  /** Call it after a change of an account. */
  channelChanged(channel: Channel): void {
    for (const listener of this.listeners) listener(channel);
  }

  /** The listener is called for each new or changed account. */
  subscribe(listener: (channel: Channel) => void): void {
    this.listeners.add(listener);
  }

  /** Adds a page for practice, with a first customer to write as; does nothing where it is there. */
  addPracticePage(page: Channel): void {
    if (this.channel(page.external_id) === undefined) this.addPracticeAccount(page);
  }

  /** Adds an account with a first customer to write as. */
  addPracticeAccount(channel: Channel): void {
    this.addChannel(channel);
    const { platform, external_id: id } = channel;
    const customerId = platform === 'whatsapp' ? `55119${id.slice(-FIRST_CUSTOMER_DIGITS)}` : `7${id}`;
    this.customers.ensure(platform, id, customerId, 'Lena Costa');
  }

  /** The token that a person's log-in gets for a Page. Each log-in gets a different one. */
  pageToken(page: Channel, person: Token): string {
    if (person.value === DEMO_USER_TOKEN) return channelToken(page);
    const value = `EAAsandbox-page-${page.external_id}-${person.value.slice(-PERSON_CHARACTERS)}`;
    if (this.tokens.find(value) !== undefined) return value;
    const linked = this.channels.filter(({ page_id: id }) => id === page.external_id);
    const targets = [page, ...linked].map(({ external_id: id }) => id).filter((id) => person.targets.includes(id));
    const { scopes, userId } = person;
    return this.tokens.issue({ value, type: 'PAGE', targets, scopes, userId }).value;
  }

  /** The token as the Graph API finds it. The first use of a practice token makes its page. */
  token(value: string): Token | undefined {
    const page = practicePageOfToken(value);
    if (page !== undefined) this.addPracticePage(page);
    return this.tokens.find(value);
  }

  channel(id: string): Channel | undefined {
    return this.channels.find((channel) => channel.external_id === id);
  }

  channelOf(platform: Platform): Channel | undefined {
    return this.channels.find((channel) => channel.platform === platform);
  }

  /** Notes customers, reply windows and ids of an event. */
  observe(event: WebhookEvent): void {
    const { customer, creates, at } = event;
    if (customer !== undefined) {
      const platform = PLATFORM_OF_OBJECT[event.object];
      const person = this.customers.ensure(platform, customer.channelId, customer.customerId, nameIn(event.item));
      if (customer.alias !== undefined) this.customers.addAlias(person, customer.alias);
      if (customer.opensWindow) this.customers.wroteAt(person, at);
      if (creates !== undefined) this.messages.set(creates, storedMessage(event, customer, creates));
    } else if (event.slot === 'changes' && creates !== undefined && !this.comments.has(creates)) {
      const fromId = commentAuthor(event.item);
      this.comments.set(creates, { id: creates, channelId: event.entryId, fromId, at, answered: false });
    }
  }

  isSubscribed(event: WebhookEvent): boolean {
    return this.subscriptions.get(event.entryId)?.includes(event.field) ?? true;
  }

  private issueChannelToken(channel: Channel): void {
    const { platform, external_id: id, page_id: pageId } = channel;
    const wabaId = wabaOf(channel);
    const value = channelToken(channel);
    const known = this.tokens.find(value)?.targets ?? [];
    const type = TOKEN_TYPES[platform];
    const targets = [...known, id, ...(wabaId === undefined ? [] : [wabaId])];
    const lifetime = type === 'INSTAGRAM' ? { lifetimeSeconds: INSTAGRAM_TOKEN_SECONDS } : {};
    this.tokens.issue({ value, type, targets, ...lifetime });
    // The token of a Page also acts for its linked Instagram account.
    const page = pageId === undefined ? undefined : this.channel(pageId);
    if (page !== undefined) this.tokens.find(channelToken(page))?.targets.push(id);
  }
}

function storedMessage(event: WebhookEvent, who: { channelId: string; customerId: string }, id: string): StoredMessage {
  const message = isObject(event.item['message']) ? event.item['message'] : {};
  const storyLink = storyMentionLink(message);
  const { channelId, customerId } = who;
  return {
    id,
    channelId,
    customerId,
    from: 'customer',
    at: event.at,
    ...(typeof message['text'] === 'string' ? { text: message['text'] } : {}),
    ...(storyLink === undefined ? {} : { storyLink }),
  };
}

function storyMentionLink(message: JsonObject): string | undefined {
  const attachments: unknown = message['attachments'];
  const first: unknown = Array.isArray(attachments) ? attachments[0] : undefined;
  if (!isObject(first) || first['type'] !== 'story_mention' || !isObject(first['payload'])) return undefined;
  return String(first['payload']['url']);
}

function commentAuthor(change: JsonObject): string | null {
  const from = isObject(change['value']) ? change['value']['from'] : undefined;
  return isObject(from) && typeof from['id'] === 'string' ? from['id'] : null;
}

function nameIn(change: JsonObject): string | undefined {
  const contacts: unknown = isObject(change['value']) ? change['value']['contacts'] : undefined;
  const contact: unknown = Array.isArray(contacts) ? contacts[0] : undefined;
  const profile = isObject(contact) ? contact['profile'] : undefined;
  return isObject(profile) && typeof profile['name'] === 'string' ? profile['name'] : undefined;
}
