import type { MessageTraffic } from '../../inbox/message-log/index.js';

/** The first reply to a customer who waited. */
export interface FirstReply {
  /** The customer's message that began the wait. */
  asked: MessageTraffic;
  reply: MessageTraffic;
  ms: number;
}

/** Finds the first replies in messages that come in the order of `sent_at`. */
export class FirstReplies {
  private readonly waiting = new Map<string, MessageTraffic>();

  /** @returns the reply that this message is, if a customer waited for it */
  add(message: MessageTraffic): FirstReply | null {
    const conversation = message.conversation_id.toHexString();
    const asked = this.waiting.get(conversation);
    if (message.direction === 'inbound') {
      if (!asked) this.waiting.set(conversation, message);
      return null;
    }
    if (!asked || message.status === 'failed') return null;
    this.waiting.delete(conversation);
    return { asked, reply: message, ms: message.sent_at.getTime() - asked.sent_at.getTime() };
  }
}
