import { Injectable } from '@nestjs/common';
import type { MessageSender } from './message-sender.js';

/** The senders of all platforms. A channel module registers its sender in its `onModuleInit`. */
@Injectable()
export class MessageSenders {
  private readonly senders = new Map<string, MessageSender>();

  /** @throws Error when the platform has a sender already */
  register(platform: string, sender: MessageSender): void {
    if (this.senders.has(platform)) throw new Error(`The platform "${platform}" has a sender already`);
    this.senders.set(platform, sender);
  }

  /** Undefined where no module sends on the platform. */
  find(platform: string): MessageSender | undefined {
    return this.senders.get(platform);
  }
}
