import type { ShownAttachment } from '../business-message.ts';
import type { CustomerBook } from '../customers.ts';
import type { Devices } from '../devices.ts';
import type { Reply } from '../http/exchange.ts';
import { isObject, isText, type JsonObject } from '../json.ts';
import type { Ledger } from '../ledger.ts';
import type { MediaLibrary } from '../media-library.ts';
import type { MetaState } from '../meta-state.ts';
import { ackPayload, lidOf, messagePayload, newId, type Sent } from './waha-messages.ts';
import { refused } from './waha-refusal.ts';
import { WahaSessions, type WahaSession } from './waha-sessions.ts';
import { WahaWebhooks } from './waha-webhooks.ts';

export const WAHA_API_KEY = 'sandbox-waha-key';
/** Accounts of the practice phone that a WAHA session carries. */
const CHANNEL_PREFIX = 'waha-';
const READ = 3;
const BRAZILIAN_MOBILE = /^55\d{2}9\d{8}$/;

export interface WahaKnobs {
  /** `hang`: takes the message and never answers; `500`: takes it and fails; `refuse`: fails before it takes it. */
  send: 'ok' | 'hang' | '500' | 'refuse';
  /** `hang`: never says which number is behind a hidden id. */
  lids: 'ok' | 'hang';
  /** Acks are sent. */
  acks: boolean;
  /** The message comes back by webhook before the call is answered. */
  echoFirst: boolean;
}

/** A strict WAHA server below `/waha`, with customers who write to its numbers. */
export class WahaFake {
  readonly apiKey = WAHA_API_KEY;
  readonly knobs: WahaKnobs = { send: 'ok', lids: 'ok', acks: true, echoFirst: false };
  readonly sessions: WahaSessions;
  readonly webhooks: WahaWebhooks;
  readonly ledger: Ledger;
  readonly media: MediaLibrary;
  /** Numbers without WhatsApp. */
  readonly withoutWhatsapp = new Set<string>();
  private readonly state: MetaState;
  private readonly devices: Devices;
  private readonly customers: CustomerBook;
  private readonly running = new Set<Promise<unknown>>();

  constructor(options: { ledger: Ledger; state: MetaState; devices: Devices; apiBaseUrl: string }) {
    this.ledger = options.ledger;
    this.state = options.state;
    this.devices = options.devices;
    this.media = options.state.media;
    this.customers = options.state.customers;
    this.webhooks = new WahaWebhooks(options.ledger, options.apiBaseUrl);
    this.sessions = new WahaSessions((session) => this.statusChanged(session));
  }

  /** The phone of the business scans the code. @returns false where no code is shown */
  scan(name: string, phone: string): boolean {
    const session = this.sessions.find(name);
    return session !== undefined && this.sessions.scan(session, phone, 'Patas & Cia');
  }

  /** The session of an account of the practice phone. */
  sessionOf(channelId: string): WahaSession | undefined {
    return this.isOwn(channelId) ? this.sessions.find(channelId.slice(CHANNEL_PREFIX.length)) : undefined;
  }

  isOwn(channelId: string): boolean {
    return channelId.startsWith(CHANNEL_PREFIX);
  }

  channelId({ name }: Pick<WahaSession, 'name'>): string {
    return CHANNEL_PREFIX + name;
  }

  phones(): string[] {
    return this.customers
      .list()
      .filter(({ platform }) => platform === 'whatsapp')
      .map(({ id }) => id);
  }

  /** Old Brazilian accounts are without the ninth digit. */
  chatOfPhone(phone: string): string | null {
    if (this.withoutWhatsapp.has(phone)) return null;
    const known = this.phones();
    const short = phone.slice(0, 4) + phone.slice(5);
    return `${BRAZILIAN_MOBILE.test(phone) && !known.includes(phone) && known.includes(short) ? short : phone}@c.us`;
  }

  /** Sends a message to the product, under the number and, if the knob says so, under the hidden id too. */
  async deliver(session: WahaSession, sent: Sent): Promise<boolean> {
    const [phone = ''] = sent.chat.split('@');
    const chats = this.webhooks.knobs.twins ? [sent.chat, lidOf(phone)] : [sent.chat];
    const all = chats.map((chat) =>
      this.webhooks.send(session, 'message.any', messagePayload(session, { ...sent, chat })),
    );
    return (await Promise.all(all)).every(Boolean);
  }

  async sendFromApi(session: WahaSession, chat: string, path: string, body: JsonObject): Promise<Reply> {
    if (this.knobs.send === 'refuse') return refused(500, 'no LID found for this contact');
    const file = isObject(body['file']) ? body['file'] : undefined;
    const text = [body['text'], body['caption']].find(isText) ?? '';
    const raw = newId();
    const media = file && {
      url: 'http://localhost:3000/api/files/x',
      mimetype: file['mimetype'],
      filename: file['filename'],
      error: null,
    };
    const sent: Sent = { raw, chat, fromMe: true, source: 'api', body: text, ...(media && { media }) };
    this.ledger.append('waha.message', { path, chat, session: session.name, ...body }, raw);
    const [phone = ''] = chat.split('@');
    const isReal = !this.withoutWhatsapp.has(phone);
    if (isReal) this.show(session, phone, sent, file, body['reply_to']);
    if (this.knobs.echoFirst) await this.deliver(session, sent);
    this.track(this.afterAnswer(session, sent, isReal));
    if (this.knobs.send === 'hang') await new Promise(() => undefined);
    if (this.knobs.send === '500') return refused(500, 'Internal server error');
    return { status: 201, json: messagePayload(session, sent) };
  }

  typing(session: WahaSession, chat: string, isTyping: boolean): void {
    this.devices.setTyping(this.channelId(session), chat.split('@')[0] ?? '', isTyping);
  }

  /** The business has read what the customer wrote. */
  seen(session: WahaSession, chat: string): void {
    const [channelId, phone = ''] = [this.channelId(session), chat.split('@')[0]];
    for (const { id, from, status } of this.devices.messages(channelId, phone)) {
      if (from === 'customer' && status !== 'read') this.devices.update(channelId, phone, id, { status: 'read' });
    }
  }

  /** The customer looks at the conversation. @returns false for an account that is not WAHA's */
  opens(channelId: string, phone: string): boolean {
    const session = this.sessionOf(channelId);
    if (session === undefined) return this.isOwn(channelId);
    const unread = this.devices
      .messages(channelId, phone)
      .filter(({ from, status, isFromPhoneApp }) => from === 'business' && status === 'delivered' && !isFromPhoneApp);
    for (const { id } of unread) {
      this.devices.update(channelId, phone, id, { status: 'read' });
      const sent = { raw: id, chat: `${phone}@c.us`, fromMe: true };
      this.track(this.webhooks.send(session, 'message.ack', ackPayload(session, sent, READ)));
    }
    return true;
  }

  removed(name: string): void {
    const index = this.state.channels.findIndex(({ external_id: id }) => id === CHANNEL_PREFIX + name);
    if (index >= 0) this.state.channels.splice(index, 1);
  }

  async idle(): Promise<void> {
    while (this.running.size > 0) await Promise.all(this.running);
    await this.webhooks.idle();
  }

  reset(): void {
    Object.assign(this.knobs, { send: 'ok', lids: 'ok', acks: true, echoFirst: false });
    Object.assign(this.webhooks.knobs, { duplicate: 0, twins: false, wrongKey: false, silent: false });
    this.withoutWhatsapp.clear();
  }

  close(): void {
    this.webhooks.close();
    this.sessions.clear();
  }

  track(work: Promise<unknown>): void {
    const settled = work.catch(() => undefined).finally(() => this.running.delete(settled));
    this.running.add(settled);
  }

  private async afterAnswer(session: WahaSession, sent: Sent, isReal: boolean): Promise<void> {
    if (!this.knobs.echoFirst) await this.deliver(session, sent);
    if (!this.knobs.acks) return;
    const [phone = ''] = sent.chat.split('@');
    const isOpen = this.devices.isOpen(this.channelId(session), phone);
    // WhatsApp takes a message to a number that does not exist, and never delivers it.
    const acks = isReal ? [1, 2, ...(isOpen ? [READ] : [])] : [1];
    for (const ack of acks) await this.webhooks.send(session, 'message.ack', ackPayload(session, sent, ack));
  }

  private show(session: WahaSession, phone: string, sent: Sent, file: JsonObject | undefined, replyTo: unknown): void {
    const channelId = this.channelId(session);
    this.customers.ensure('whatsapp', channelId, phone);
    const mime = file?.['mimetype'];
    const kind = isText(mime) ? mime.split('/')[0] : '';
    const type = (['image', 'video', 'audio'].includes(kind ?? '') ? kind : 'file') as ShownAttachment['type'];
    this.devices.addFromBusiness({
      ...{ id: sent.raw, platform: 'whatsapp', channelId, customerId: phone, at: this.state.now(), buttons: [] },
      ...(sent.body === '' ? {} : { text: sent.body }),
      ...(isText(replyTo) ? { replyTo: replyTo.split('_')[2] ?? replyTo } : {}),
      attachments: file ? [{ type, url: String(file['url']) }] : [],
    });
  }

  private statusChanged(session: WahaSession): void {
    const channelId = this.channelId(session);
    if (session.status === 'WORKING' && session.me && this.state.channel(channelId) === undefined) {
      const [phone = ''] = session.me.id.split('@');
      const name = `${session.name} (QR code)`;
      this.state.addPracticeAccount({
        platform: 'whatsapp',
        external_id: channelId,
        name,
        display_phone_number: phone,
      });
    }
    const { name, status, statuses } = session;
    this.track(this.webhooks.send(session, 'session.status', { name, status, statuses }));
  }
}
