import { randomUUID } from 'node:crypto';

/** An account of the sandbox, with the token that may act for it. */
export interface SandboxChannel {
  platform: 'facebook' | 'instagram' | 'whatsapp';
  external_id: string;
  access_token: string;
  /** WhatsApp only. */
  waba_id?: string;
}

interface PhoneMessage {
  id: string;
  text?: string;
  replyTo?: string;
  buttons?: { title: string; payload?: string }[];
}

/** A call of the sandbox's control API. */
export async function control<T>(path: string, body?: object): Promise<T> {
  const response = await fetch(`${process.env.SANDBOX_URL}/__control${path}`, {
    ...(body ? { method: 'POST', headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) } : {}),
  });
  const answer: unknown = await response.json();
  if (!response.ok) throw new Error(`${path}: ${JSON.stringify(answer)}`);
  return answer as T;
}

/** A person who writes to an account from a phone. */
export class Customer {
  readonly name: string;
  readonly id: string;
  private readonly channel: SandboxChannel;

  private constructor(name: string, id: string, channel: SandboxChannel) {
    this.name = name;
    this.id = id;
    this.channel = channel;
  }

  static async of(channel: SandboxChannel, name: string): Promise<Customer> {
    const { platform, external_id: channel_id } = channel;
    const { id } = await control<{ id: string }>('/customers', { platform, name, channel_id });
    return new Customer(name, id, channel);
  }

  /** Writes a text; resolves once the product has taken the webhook. */
  async writes(text: string): Promise<void> {
    await control('/play', { ...this.address(), do: 'text', text, wait: true });
  }

  /** Receives a WhatsApp text that was written some days ago, so the reply window may be closed. */
  async wroteDaysAgo(text: string, days: number): Promise<void> {
    const { external_id: phone_number_id, waba_id } = this.channel;
    const timestamp = String(Math.floor(Date.now() / 1000) - days * 24 * 3600);
    const message = { from: this.id, id: `wamid.${randomUUID()}`, timestamp, type: 'text', text: { body: text } };
    const value = {
      messaging_product: 'whatsapp',
      metadata: { display_phone_number: '5511900000000', phone_number_id },
      contacts: [{ profile: { name: this.name }, wa_id: this.id }],
      messages: [message],
    };
    const entry = [{ id: waba_id, changes: [{ field: 'messages', value }] }];
    await control('/webhook', { object: 'whatsapp_business_account', entry });
  }

  /** Refuses the next message to this person. */
  async refusesNext(scenario = 'person_unavailable'): Promise<void> {
    await control('/fail-next', { scenario, customer_id: this.id });
  }

  /** The texts on this person's phone, the oldest first. */
  async phone(): Promise<string[]> {
    return (await this.messages()).map(({ text }) => text ?? '');
  }

  /** Taps the button with this number below the newest message that has buttons, from 1. */
  async taps(place: number): Promise<void> {
    const message = (await this.messages()).findLast(({ buttons }) => buttons !== undefined && buttons.length > 0);
    const payload = message?.buttons?.[place - 1]?.payload;
    await control('/play', { ...this.address(), do: 'press', message_id: message?.id, payload, wait: true });
  }

  /** The text that a message on this person's phone quotes. */
  async quoteOf(text: string): Promise<string | undefined> {
    const messages = await this.messages();
    const { replyTo } = messages.find((message) => message.text === text) ?? {};
    return messages.find(({ id }) => id === replyTo)?.text;
  }

  private async messages(): Promise<PhoneMessage[]> {
    const query = new URLSearchParams(this.address()).toString();
    return (await control<{ messages: PhoneMessage[] }>(`/phone?${query}`)).messages;
  }

  private address(): { channel_id: string; customer_id: string } {
    return { channel_id: this.channel.external_id, customer_id: this.id };
  }
}
