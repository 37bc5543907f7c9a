import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { Message } from '../../inbox/message-log/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';

/** What a notice would say of an appointment. `pending`: the request waits for staff. */
export interface NoticedChange {
  readonly appointment_id: Types.ObjectId;
  readonly contact_id: Types.ObjectId;
  readonly starts_at: Date;
  readonly status: 'booked' | 'pending' | 'cancelled';
}

/** `waiting`: nobody knows yet whether the customer will be told. */
export type Telling =
  | { readonly state: 'waiting' }
  | { readonly state: 'told'; readonly conversation_id: Types.ObjectId; readonly message_id: Types.ObjectId };

/** So long a reply may follow what the customer wrote; after it the customer gets the usual notice. */
const REPLY_MS = 2 * 60_000;
const ARRIVED: readonly Message['status'][] = ['sent', 'delivered', 'read'];

/** What a reply tells: nothing if it was refused or failed. @param askedAt when the customer asked for the change */
export function tellingOfReply(reply: Message | null, askedAt: Date): Telling | null {
  if (!reply) return Date.now() - askedAt.getTime() < REPLY_MS ? { state: 'waiting' } : null;
  if (reply.status === 'queued') return { state: 'waiting' };
  const { conversation_id, _id: message_id } = reply;
  return ARRIVED.includes(reply.status) ? { state: 'told', conversation_id, message_id } : null;
}

/** @returns null if the customer was not told, and will not be */
export type ConversationTeller = (scope: CompanyScope, change: NoticedChange) => Promise<Telling | null>;

/** Programs that change appointments in a conversation, and say so there. Their customers get no second message. */
@Injectable()
export class ConversationTellers {
  private readonly tellers: ConversationTeller[] = [];

  register(teller: ConversationTeller): void {
    this.tellers.push(teller);
  }

  async tellingOf(scope: CompanyScope, change: NoticedChange): Promise<Telling | null> {
    for (const teller of this.tellers) {
      const telling = await teller(scope, change);
      if (telling) return telling;
    }
    return null;
  }
}
