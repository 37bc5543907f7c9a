/** The screens of the customers' phones, kept here so that a reload of the page shows them again. */
import type { BusinessMessage, ShownAttachment, ShownButton } from './business-message.ts';

/** Customer's message: sent, taken by the product, seen by the business. Business's message: delivered, read. */
export type PhoneStatus = 'sent' | 'delivered' | 'read' | 'failed';

export interface PhoneMessage {
  id: string;
  from: 'customer' | 'business';
  at: number;
  text?: string;
  attachments: ShownAttachment[];
  buttons: ShownButton[];
  replyTo?: string;
  /** WhatsApp: the business wrote it in the WhatsApp app, not through an API. */
  isFromPhoneApp?: boolean;
  /** Instagram: the picture of the story this answers. */
  story?: string;
  status: PhoneStatus;
  deleted: boolean;
  reactions: { customer?: string; business?: string };
}

export interface DeviceEvent {
  channel_id: string;
  customer_id: string;
  message?: PhoneMessage;
  typing?: boolean;
}

interface Device {
  messages: PhoneMessage[];
  typing: boolean;
  typingTimer?: NodeJS.Timeout;
  /** Pages that show this conversation now. */
  viewers: number;
}

type Listener = (event: DeviceEvent) => void;

/** Meta clears the typing bubble by itself. */
const TYPING_LASTS_MS = 20_000;

export class Devices {
  private readonly devices = new Map<string, Device>();
  private readonly listeners = new Set<Listener>();

  /** Oldest first. */
  messages(channelId: string, customerId: string): readonly PhoneMessage[] {
    return this.device(channelId, customerId).messages;
  }

  isTyping(channelId: string, customerId: string): boolean {
    return this.device(channelId, customerId).typing;
  }

  find(channelId: string, customerId: string, id: string): PhoneMessage | undefined {
    return this.device(channelId, customerId).messages.find((message) => message.id === id);
  }

  add(channelId: string, customerId: string, message: PhoneMessage): void {
    this.device(channelId, customerId).messages.push(message);
    this.emit({ channel_id: channelId, customer_id: customerId, message });
  }

  /** Also ends the typing of the business. */
  addFromBusiness(message: BusinessMessage): void {
    const { id, at, text, attachments, buttons, replyTo, channelId, customerId } = message;
    this.setTyping(channelId, customerId, false);
    this.add(channelId, customerId, {
      id,
      from: 'business',
      at,
      ...(text === undefined ? {} : { text }),
      attachments,
      buttons,
      ...(replyTo === undefined ? {} : { replyTo }),
      status: 'delivered',
      deleted: false,
      reactions: {},
    });
  }

  update(channelId: string, customerId: string, id: string, patch: Partial<PhoneMessage>): void {
    const message = this.find(channelId, customerId, id);
    if (message === undefined) return;
    Object.assign(message, patch);
    this.emit({ channel_id: channelId, customer_id: customerId, message });
  }

  react(channelId: string, customerId: string, id: string, by: 'customer' | 'business', emoji: string | null): void {
    const { [by]: _old, ...others } = this.find(channelId, customerId, id)?.reactions ?? {};
    const reactions = emoji === null || emoji === '' ? others : { ...others, [by]: emoji };
    this.update(channelId, customerId, id, { reactions });
  }

  setTyping(channelId: string, customerId: string, typing: boolean): void {
    const device = this.device(channelId, customerId);
    clearTimeout(device.typingTimer);
    if (typing) {
      device.typingTimer = setTimeout(() => this.setTyping(channelId, customerId, false), TYPING_LASTS_MS).unref();
    }
    if (device.typing === typing) return;
    device.typing = typing;
    this.emit({ channel_id: channelId, customer_id: customerId, typing });
  }

  /** Opens the conversation until the returned function is called. */
  open(channelId: string, customerId: string): () => void {
    const device = this.device(channelId, customerId);
    device.viewers += 1;
    return () => void (device.viewers -= 1);
  }

  isOpen(channelId: string, customerId: string): boolean {
    return this.device(channelId, customerId).viewers > 0;
  }

  /** @returns a function that ends the subscription */
  subscribe(listener: Listener): () => void {
    this.listeners.add(listener);
    return () => this.listeners.delete(listener);
  }

  clear(): void {
    for (const device of this.devices.values()) {
      clearTimeout(device.typingTimer);
      device.messages.length = 0;
      device.typing = false;
    }
  }

  private emit(event: DeviceEvent): void {
    for (const listener of [...this.listeners]) listener(event);
  }

  private device(channelId: string, customerId: string): Device {
    const key = `${channelId}/${customerId}`;
    const known = this.devices.get(key);
    if (known !== undefined) return known;
    const device: Device = { messages: [], typing: false, viewers: 0 };
    this.devices.set(key, device);
    return device;
  }
}
