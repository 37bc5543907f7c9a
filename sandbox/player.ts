/** Turns actions on a phone into the webhook events that Meta would send. */
import type { Devices, PhoneMessage } from './devices.ts';
import {
  instagramAttachments,
  instagramLikeHeart,
  instagramPostback,
  instagramQuickReply,
  instagramReaction,
  instagramStoryMention,
  instagramStoryReply,
  instagramText,
  messengerAttachments,
  messengerPostback,
  messengerQuickReply,
  messengerReaction,
  messengerSticker,
  messengerText,
  whatsappButtonReply,
  whatsappListReply,
  whatsappMedia,
  whatsappNumberChanged,
  whatsappReaction,
  whatsappTemplateButton,
  whatsappText,
  type WebhookEvent,
} from './events/index.ts';
import { numericId } from './ids.ts';
import type { Ledger } from './ledger.ts';
import { sha256 } from './media-library.ts';
import { editMessage, editOnPhoneApp, revokeOnPhoneApp, textFromPhoneApp, unsendMessage } from './message-changes.ts';
import type { MetaState } from './meta-state.ts';
import { party, type Played, PlayError, type Scene, whatsappParty } from './scene.ts';
import type { PlayAction } from './play-action.ts';
import type { WahaFake } from './waha/waha-fake.ts';
import { WahaPlayer } from './waha/waha-player.ts';
import type { WebhookSender } from './webhook-sender.ts';

const STORY_FILE = 'story.png';
const LIKE_FILE = 'pixel.png';

export class Player {
  private readonly state: MetaState;
  private readonly devices: Devices;
  private readonly webhooks: WebhookSender;
  private readonly ledger: Ledger;
  private readonly baseUrl: () => string;
  private readonly waha: WahaFake;
  private readonly wahaPlayer: WahaPlayer;

  constructor(options: {
    state: MetaState;
    devices: Devices;
    webhooks: WebhookSender;
    ledger: Ledger;
    baseUrl: () => string;
    waha: WahaFake;
  }) {
    this.state = options.state;
    this.devices = options.devices;
    this.webhooks = options.webhooks;
    this.ledger = options.ledger;
    this.baseUrl = options.baseUrl;
    this.waha = options.waha;
    this.wahaPlayer = new WahaPlayer(options.waha, options.state, options.devices);
  }

  /**
   * Changes the phone at once. `delivered` says whether the product took the event; `id` is that of the new
   * message.
   */
  play(channelId: string, customerId: string, action: PlayAction): { id: string; delivered: Promise<boolean> } {
    const channel = this.state.channel(channelId);
    if (channel === undefined) throw new PlayError(`No channel ${channelId}`);
    const customer = this.state.customers.find(channelId, customerId);
    if (customer === undefined) throw new PlayError(`No customer ${customerId}`);
    const session = this.waha.sessionOf(channelId);
    if (session !== undefined) return this.wahaPlayer.play({ session, customer, channelId }, action);
    if (this.waha.isOwn(channelId)) throw new PlayError('The WAHA server has no such number any more');
    const scene = { channel, customer, at: this.state.now() };
    const { event, shown } = this.act(scene, action);
    this.ledger.append('customer.action', { channel_id: channelId, customer_id: customerId, ...action }, event.id);
    if (shown !== undefined) this.show(scene, event.id, shown);
    return { id: event.id, delivered: this.deliver(scene, event, shown !== undefined) };
  }

  private show({ channel, customer, at }: Scene, id: string, shown: NonNullable<Played['shown']>): void {
    const { attachments = [], ...rest } = shown;
    const blank = { buttons: [], status: 'sent' as const, deleted: false, reactions: {} };
    const from = rest.isFromPhoneApp ? ('business' as const) : ('customer' as const);
    this.devices.add(channel.external_id, customer.id, { id, from, at, attachments, ...rest, ...blank });
  }

  private async deliver({ channel, customer }: Scene, event: WebhookEvent, isMessage: boolean): Promise<boolean> {
    if (!this.state.isSubscribed(event)) return false;
    const reports = await this.webhooks.send(event);
    const taken = reports.length > 0 && reports.every((report) => report.ok);
    const shown = this.devices.find(channel.external_id, customer.id, event.id);
    // A read mark may have come before the answer to the webhook.
    if (isMessage && shown?.status === 'sent') {
      this.devices.update(channel.external_id, customer.id, event.id, { status: taken ? 'delivered' : 'failed' });
    }
    return taken;
  }

  private act(scene: Scene, action: PlayAction): Played {
    switch (action.do) {
      case 'text':
        return this.text(scene, action.text, action.reply_to);
      case 'file':
        return this.file(scene, action.media_id);
      case 'like':
        return this.like(scene);
      case 'story_reply':
      case 'story_mention':
        return this.story(scene, action);
      case 'react':
        return this.react(scene, action.message_id, action.emoji);
      case 'unsend':
        return unsendMessage(scene, this.require(scene, action.message_id), this.devices);
      case 'edit':
        return editMessage(scene, this.require(scene, action.message_id), action.text, this.devices);
      case 'change_number':
        return this.changeNumber(scene);
      case 'phone_app_text':
        return textFromPhoneApp(scene, action.text);
      case 'phone_app_edit':
        return editOnPhoneApp(scene, this.require(scene, action.message_id), action.text, this.devices);
      case 'phone_app_revoke':
        return revokeOnPhoneApp(scene, this.require(scene, action.message_id), this.devices);
      case 'press':
        return this.press(scene, action.message_id, action.payload);
    }
  }

  private text(scene: Scene, text: string, replyTo?: string): Played {
    const content = { text, ...(replyTo === undefined ? {} : { replyTo }) };
    if (scene.channel.platform === 'whatsapp') {
      return { event: whatsappText({ ...whatsappParty(scene), ...content }), shown: content };
    }
    const build = scene.channel.platform === 'facebook' ? messengerText : instagramText;
    return { event: build({ ...party(scene), ...content }), shown: content };
  }

  private file(scene: Scene, mediaId: string): Played {
    const media = this.state.media.find(mediaId);
    if (media === undefined) throw new PlayError(`No file ${mediaId}`);
    const type = mediaType(media.mime);
    const url = this.cdn(media.id);
    const name = media.filename ?? media.id;
    const shown = { attachments: [{ type, url, name }] };
    if (scene.channel.platform !== 'whatsapp') {
      const build = scene.channel.platform === 'facebook' ? messengerAttachments : instagramAttachments;
      return { event: build({ ...party(scene), attachments: [{ type, url }] }), shown };
    }
    // Meta gives every received file its own id for the number that got it.
    const own = this.state.media.add({
      bytes: media.bytes,
      mime: media.mime,
      filename: name,
      channelId: scene.channel.external_id,
    });
    const event = whatsappMedia({
      ...whatsappParty(scene),
      type: type === 'file' ? 'document' : type,
      mediaId: own.id,
      mimeType: media.mime === 'audio/ogg' ? 'audio/ogg; codecs=opus' : media.mime,
      sha256: sha256(media.bytes, 'base64'),
      ...(type === 'file' ? { filename: name } : {}),
      ...(type === 'audio' ? { voice: true } : {}),
    });
    return { event, shown };
  }

  private like(scene: Scene): Played {
    const { platform } = scene.channel;
    if (platform === 'whatsapp') return this.text(scene, '👍');
    if (platform === 'instagram') return { event: instagramLikeHeart(party(scene)), shown: { text: '❤️' } };
    return { event: messengerSticker({ ...party(scene), url: this.cdn(LIKE_FILE) }), shown: { text: '👍' } };
  }

  private story(scene: Scene, action: { do: 'story_reply'; text: string } | { do: 'story_mention' }): Played {
    if (scene.channel.platform !== 'instagram') throw new PlayError('Only Instagram has stories');
    const url = this.cdn(STORY_FILE);
    if (action.do === 'story_mention') {
      return {
        event: instagramStoryMention({ ...party(scene), url }),
        shown: { text: 'Mentioned you in a story', story: url },
      };
    }
    const event = instagramStoryReply({ ...party(scene), text: action.text, storyUrl: url });
    return { event, shown: { text: action.text, story: url } };
  }

  private react(scene: Scene, messageId: string, emoji: string | null): Played {
    const { channel, customer } = scene;
    this.require(scene, messageId);
    this.devices.react(channel.external_id, customer.id, messageId, 'customer', emoji);
    if (channel.platform === 'whatsapp') {
      return { event: whatsappReaction({ ...whatsappParty(scene), messageId, emoji: emoji ?? '' }) };
    }
    const build = channel.platform === 'facebook' ? messengerReaction : instagramReaction;
    const reaction = emoji === '❤️' ? 'love' : 'other';
    const how = emoji === null ? { action: 'unreact' as const } : { action: 'react' as const, reaction, emoji };
    return { event: build({ ...party(scene), mid: messageId, ...how }) };
  }

  /** The customer goes on under a new number; the old phone keeps its messages. */
  private changeNumber(scene: Scene): Played {
    const { channel, customer } = scene;
    if (channel.platform !== 'whatsapp') throw new PlayError('Only WhatsApp customers have a number');
    const newWaId = `55119${numericId(8)}`;
    this.state.customers.ensure(channel.platform, channel.external_id, newWaId, customer.name);
    return { event: whatsappNumberChanged({ ...whatsappParty(scene), newWaId }) };
  }

  private press(scene: Scene, messageId: string, payload: string): Played {
    const button = this.require(scene, messageId).buttons.find((candidate) => candidate.payload === payload);
    if (button === undefined || button.kind === 'url' || button.kind === 'copy_code')
      throw new PlayError('No such button');
    const { kind, title } = button;
    const shown = { text: title };
    const chat = { ...whatsappParty(scene), replyTo: messageId, title };
    if (kind === 'button_reply') return { event: whatsappButtonReply({ ...chat, buttonId: payload }), shown };
    if (kind === 'list_reply') return { event: whatsappListReply({ ...chat, rowId: payload }), shown };
    if (kind === 'template') return { event: whatsappTemplateButton({ ...chat, payload, text: title }), shown };
    const isMessenger = scene.channel.platform === 'facebook';
    const builders = isMessenger
      ? { quick_reply: messengerQuickReply, postback: messengerPostback }
      : { quick_reply: instagramQuickReply, postback: instagramPostback };
    return { event: builders[kind]({ ...party(scene), title, payload }), shown };
  }

  private require({ channel, customer }: Scene, messageId: string): PhoneMessage {
    const message = this.devices.find(channel.external_id, customer.id, messageId);
    if (message === undefined) throw new PlayError(`No message ${messageId} on this phone`);
    return message;
  }

  private cdn(mediaId: string): string {
    return `${this.baseUrl()}/cdn/${mediaId}`;
  }
}

function mediaType(mime: string): 'image' | 'video' | 'audio' | 'file' {
  const [family] = mime.split('/');
  return family === 'image' || family === 'video' || family === 'audio' ? family : 'file';
}
