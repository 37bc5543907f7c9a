import type { Customer } from '../customers.ts';
import type { Devices, PhoneMessage } from '../devices.ts';
import type { MetaState } from '../meta-state.ts';
import type { PlayAction } from '../play-action.ts';
import { PlayError } from '../scene.ts';
import type { WahaFake } from './waha-fake.ts';
import { editPayload, newId, reactionPayload, revokePayload, type Sent } from './waha-messages.ts';
import type { WahaSession } from './waha-sessions.ts';

const GONE = { deleted: true, attachments: [], buttons: [], text: '' };

interface Chat {
  readonly session: WahaSession;
  readonly customer: Customer;
  readonly channelId: string;
}

/** Turns actions on the practice phone into events of the WAHA server. */
export class WahaPlayer {
  private readonly fake: WahaFake;
  private readonly state: MetaState;
  private readonly devices: Devices;

  constructor(fake: WahaFake, state: MetaState, devices: Devices) {
    this.fake = fake;
    this.state = state;
    this.devices = devices;
  }

  play(chat: Chat, action: PlayAction): { id: string; delivered: Promise<boolean> } {
    switch (action.do) {
      case 'text':
        return this.write(chat, { text: action.text, ...(action.reply_to && { replyTo: action.reply_to }) });
      case 'like':
        return this.write(chat, { text: '👍' });
      case 'file':
        return this.file(chat, action.media_id);
      case 'phone_app_text':
        return this.write(chat, { text: action.text, isFromPhoneApp: true });
      case 'react':
        return this.react(chat, action.message_id, action.emoji);
      case 'edit':
      case 'phone_app_edit':
        return this.change(chat, action.message_id, { text: action.text });
      case 'unsend':
      case 'phone_app_revoke':
        return this.change(chat, action.message_id, GONE);
      default:
        throw new PlayError(`WAHA has no "${action.do}"`);
    }
  }

  private write(
    chat: Chat,
    shown: Pick<PhoneMessage, 'text' | 'replyTo' | 'isFromPhoneApp'>,
    more: Partial<Sent> = {},
  ) {
    const { customer, channelId } = chat;
    const id = newId();
    const isOwn = shown.isFromPhoneApp === true;
    this.devices.add(channelId, customer.id, {
      ...{ id, from: isOwn ? 'business' : 'customer', at: this.state.now(), attachments: [], ...shown },
      ...{ buttons: [], status: 'sent', deleted: false, reactions: {} },
    });
    const delivered = this.fake.deliver(chat.session, {
      ...{ raw: id, chat: `${customer.id}@c.us`, fromMe: isOwn, source: 'app', body: shown.text ?? '' },
      ...(shown.replyTo === undefined ? {} : { replyTo: shown.replyTo }),
      ...(isOwn ? {} : { name: customer.name }),
      ...more,
    });
    return { id, delivered: this.settled(chat, id, delivered) };
  }

  private file(chat: Chat, mediaId: string) {
    const media = this.state.media.find(mediaId);
    if (media === undefined) throw new PlayError(`No file ${mediaId}`);
    const { mime, filename } = media;
    // The address that a server gives which was never told its own.
    const url = `http://localhost:3000/api/files/${chat.session.name}/${encodeURIComponent(media.id)}`;
    const kind = mime.split('/')[0] ?? '';
    const type = (['image', 'video', 'audio'].includes(kind) ? kind : 'file') as 'image';
    const attachments = [{ type, url: `/cdn/${media.id}`, name: filename ?? media.id }];
    const isNamed = type === ('file' as string);
    const payload = { url, mimetype: mime, filename: isNamed ? (filename ?? null) : null, error: null };
    return this.write(chat, { attachments } as Pick<PhoneMessage, 'text'>, { media: payload });
  }

  private react(chat: Chat, target: string, emoji: string | null) {
    const { customer, channelId, session } = chat;
    this.require(chat, target);
    this.devices.react(channelId, customer.id, target, 'customer', emoji);
    const { from } = this.require(chat, target);
    const full = `${String(from === 'business')}_${customer.id}@c.us_${target}`;
    const payload = reactionPayload(session, `${customer.id}@c.us`, full, emoji ?? '');
    return { id: target, delivered: this.fake.webhooks.send(session, 'message.reaction', payload) };
  }

  private change(chat: Chat, id: string, patch: Partial<PhoneMessage>) {
    const { customer, channelId, session } = chat;
    const { from } = this.require(chat, id);
    this.devices.update(channelId, customer.id, id, patch);
    const [address, isOwn] = [`${customer.id}@c.us`, from === 'business'];
    const delivered = patch.deleted
      ? this.fake.webhooks.send(session, 'message.revoked', revokePayload(session, address, id, isOwn))
      : this.fake.webhooks.send(session, 'message.edited', editPayload(session, address, id, patch.text ?? '', isOwn));
    return { id, delivered };
  }

  private async settled({ channelId, customer }: Chat, id: string, delivered: Promise<boolean>): Promise<boolean> {
    const isTaken = await delivered;
    const status = isTaken ? 'delivered' : 'failed';
    if (this.devices.find(channelId, customer.id, id)?.status === 'sent') {
      this.devices.update(channelId, customer.id, id, { status });
    }
    return isTaken;
  }

  private require({ channelId, customer }: Chat, id: string): PhoneMessage {
    const message = this.devices.find(channelId, customer.id, id);
    if (message === undefined || message.deleted) throw new PlayError('No such message');
    return message;
  }
}
