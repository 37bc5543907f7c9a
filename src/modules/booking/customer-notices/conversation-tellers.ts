import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
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
