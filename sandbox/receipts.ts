/** The answers of Meta to a send: echoes, deliveries, reads, statuses. */
import type { BusinessAction, BusinessMessage } from './business-message.ts';
import type { Channel } from './channels.ts';
import type { Devices } from './devices.ts';
import {
  instagramEcho,
  instagramSeen,
  messengerDelivery,
  messengerEcho,
  messengerRead,
  whatsappStatus,
  type WebhookEvent,
  type WhatsappStatusName,
} from './events/index.ts';
import type { MessageSink } from './graph/context.ts';
import type { MetaState } from './meta-state.ts';
import type { WhatsappTemplate } from './template-book.ts';
import type { TemplateReviews } from './template-reviews.ts';
import type { WebhookSender } from './webhook-sender.ts';

export interface ReceiptKnobs {
  /** Echoes of sent messages (Messenger and Instagram). */
  echo: boolean;
  /** The echo comes before the answer to the send, as it sometimes does at Meta. */
  echo_before_response: boolean;
  /** Deliveries, reads and WhatsApp statuses. */
  statuses: boolean;
  /** In reverse order. */
  swap_statuses: boolean;
  /** `auto`: every customer reads at once; `phone`: only an open practice phone. */
  read: 'auto' | 'phone' | 'never';
  /** Approves new templates after this time; null: only `POST /__control/templates` approves them. */
  approve_templates_after_ms: number | null;
}

export const DEFAULT_RECEIPT_KNOBS: ReceiptKnobs = {
  echo: true,
  echo_before_response: false,
  statuses: true,
  swap_statuses: false,
  read: 'auto',
  approve_templates_after_ms: null,
};

export class Receipts implements MessageSink {
  readonly knobs: ReceiptKnobs = { ...DEFAULT_RECEIPT_KNOBS };
  private readonly state: MetaState;
  private readonly devices: Devices;
  private readonly webhooks: WebhookSender;
  private readonly reviews: TemplateReviews;
  private readonly pending = new Set<Promise<void>>();

  constructor(options: { state: MetaState; devices: Devices; webhooks: WebhookSender; reviews: TemplateReviews }) {
    this.reviews = options.reviews;
    this.state = options.state;
    this.devices = options.devices;
    this.webhooks = options.webhooks;
  }

  reset(): void {
    Object.assign(this.knobs, DEFAULT_RECEIPT_KNOBS);
  }

  sent(message: BusinessMessage): void {
    const { platform, channelId, customerId, reaction } = message;
    this.state.customers.ensure(platform, channelId, customerId);
    if (message.failure !== undefined) return;
    if (reaction === undefined) this.devices.addFromBusiness(message);
    else this.devices.react(channelId, customerId, reaction.messageId, 'business', reaction.emoji);
  }

  acted({ channelId, customerId, action, messageId, emoji }: BusinessAction): void {
    if (action === 'mark_seen') this.markSeen(channelId, customerId, messageId);
    else if (action === 'typing_on') this.devices.setTyping(channelId, customerId, true);
    else if (action === 'typing_off') this.devices.setTyping(channelId, customerId, false);
    else if (messageId !== undefined) {
      this.devices.react(channelId, customerId, messageId, 'business', action === 'react' ? (emoji ?? '❤️') : null);
    }
  }

  async beforeAnswer(message: BusinessMessage): Promise<void> {
    if (this.knobs.echo_before_response) await this.deliver(this.echoOf(message));
  }

  templateMade(wabaId: string, template: WhatsappTemplate): void {
    const { approve_templates_after_ms: ms } = this.knobs;
    if (ms !== null) this.reviews.approveLater(wabaId, template, ms);
  }

  afterAnswer(message: BusinessMessage): void {
    const task = this.report(message).finally(() => this.pending.delete(task));
    this.pending.add(task);
  }

  /** Resolves when every report is delivered or given up. */
  async idle(): Promise<void> {
    while (this.pending.size > 0) await Promise.allSettled([...this.pending]);
  }

  /** Marks all messages of the business as read. */
  async opened(channel: Channel, customerId: string): Promise<void> {
    const unread = this.devices
      .messages(channel.external_id, customerId)
      .filter((message) => message.from === 'business' && message.status === 'delivered');
    const last = unread.at(-1);
    if (last === undefined || this.knobs.read === 'never') return;
    for (const { id } of unread) this.devices.update(channel.external_id, customerId, id, { status: 'read' });
    if (!this.knobs.statuses) return;
    // WhatsApp reports every message, the others only how far the customer has read.
    const reported = channel.platform === 'whatsapp' ? unread : [last];
    await this.deliver(reported.map(({ id }) => this.readOf(channel, customerId, id)));
  }

  private async report(message: BusinessMessage): Promise<void> {
    if (!this.knobs.echo_before_response) await this.deliver(this.echoOf(message));
    const isRead = this.isReadAtOnce(message);
    if (isRead) {
      this.devices.update(message.channelId, message.customerId, message.id, { status: 'read' });
    }
    if (!this.knobs.statuses) return;
    const events = this.statusesOf(message, isRead);
    await this.deliver(this.knobs.swap_statuses ? events.reverse() : events);
  }

  private isReadAtOnce(message: BusinessMessage): boolean {
    if (message.failure !== undefined || message.reaction !== undefined) return false;
    const { read } = this.knobs;
    return read === 'auto' || (read === 'phone' && this.devices.isOpen(message.channelId, message.customerId));
  }

  /** Meta has no message of text and files: it shows each file, then the text, under ids of their own. */
  private echoOf(message: BusinessMessage): WebhookEvent[] {
    const { platform, channelId, customerId, text, metadata, attachments, at } = message;
    if (!this.knobs.echo || platform === 'whatsapp') return [];
    const files = attachments.map(({ type, url }) => ({ attachments: [{ type, url }] }));
    const shown = text === undefined ? files : [...files, { text }];
    return shown.map((content, index) => {
      const mid = index === shown.length - 1 ? { mid: message.id } : {};
      const echo = { channelId, customerId, at, ...mid, ...content };
      // Instagram sends neither the app nor the metadata.
      if (platform === 'instagram') return instagramEcho(echo);
      return messengerEcho({ ...echo, appId: this.state.appId, ...(metadata === undefined ? {} : { metadata }) });
    });
  }

  private statusesOf(message: BusinessMessage, isRead: boolean): WebhookEvent[] {
    const { platform, channelId, customerId, id, at, failure, callbackData } = message;
    const channel = this.state.channel(channelId);
    if (channel === undefined) return [];
    if (platform === 'whatsapp') {
      const names: WhatsappStatusName[] = failure === undefined ? ['sent', 'delivered'] : ['failed'];
      if (isRead) names.push('read');
      return names.map((status) => this.whatsappStatus(channel, customerId, id, status, { callbackData, failure }));
    }
    const read = isRead ? [this.readOf(channel, customerId, id)] : [];
    if (platform === 'instagram') return read;
    return [messengerDelivery({ channelId, customerId, mids: [id], watermark: at, at: this.state.now() }), ...read];
  }

  private readOf(channel: Channel, customerId: string, id: string): WebhookEvent {
    const at = this.state.now();
    const channelId = channel.external_id;
    if (channel.platform === 'facebook') return messengerRead({ channelId, customerId, watermark: at, at });
    if (channel.platform === 'instagram') return instagramSeen({ channelId, customerId, mid: id, at });
    return this.whatsappStatus(channel, customerId, id, 'read', {});
  }

  private whatsappStatus(
    channel: Channel,
    recipientId: string,
    messageId: string,
    status: WhatsappStatusName,
    extra: { callbackData?: string | undefined; failure?: BusinessMessage['failure'] },
  ): WebhookEvent {
    const { callbackData, failure } = extra;
    return whatsappStatus({
      phoneNumberId: channel.external_id,
      ...(channel.waba_id === undefined ? {} : { wabaId: channel.waba_id }),
      ...(channel.display_phone_number === undefined ? {} : { displayPhone: channel.display_phone_number }),
      at: this.state.now(),
      messageId,
      status,
      recipientId,
      ...(callbackData === undefined ? {} : { callbackData }),
      ...(failure === undefined ? {} : { error: failure }),
    });
  }

  private async deliver(events: readonly WebhookEvent[]): Promise<void> {
    const wanted = events.filter((event) => this.state.isSubscribed(event));
    if (wanted.length > 0) await this.webhooks.send(wanted);
  }

  /** Up to this message, or all of them without one. */
  private markSeen(channelId: string, customerId: string, messageId: string | undefined): void {
    const own = this.devices.messages(channelId, customerId).filter((message) => message.from === 'customer');
    const last = messageId === undefined ? own.length - 1 : own.findIndex((message) => message.id === messageId);
    for (const { id } of own.slice(0, last + 1)) this.devices.update(channelId, customerId, id, { status: 'read' });
  }
}
