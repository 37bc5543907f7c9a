import { Injectable } from '@nestjs/common';
import { type ChannelKind, channelKindKey } from '../channels/index.js';
import type { MessageSender } from './message-sender.js';

interface Registration {
  readonly kind: ChannelKind;
  readonly sender: MessageSender;
}

/** A channel module registers its sender in `onModuleInit`. */
@Injectable()
export class MessageSenders {
  private readonly registrations = new Map<string, Registration>();

  /** @throws Error when the kind has a sender already */
  register(kind: ChannelKind, sender: MessageSender): void {
    const key = channelKindKey(kind);
    if (this.registrations.has(key)) throw new Error(`The channel kind "${key}" has a sender already`);
    this.registrations.set(key, { kind, sender });
  }

  find(kind: ChannelKind): MessageSender | undefined {
    return this.registrations.get(channelKindKey(kind))?.sender;
  }

  ofPlatform(platform: string): MessageSender[] {
    return [...this.registrations.values()]
      .filter(({ kind }) => kind.platform === platform)
      .map(({ sender }) => sender);
  }
}
