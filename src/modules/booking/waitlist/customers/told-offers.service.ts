import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { MessageHistoryRepository } from '../../../inbox/message-log/index.js';
import { AutomaticMessagesService } from '../../../inbox/messages/index.js';
import {
  ConversationTellers,
  type HeldOffer,
  HeldOffers,
  type NoticedChange,
  type Telling,
  tellingOfReply,
} from '../../customer-notices/index.js';
import { WaitlistRepository } from '../waitlist.repository.js';
import { WaitLinks } from './wait-links.service.js';
import { replyKey } from './wait-replies.service.js';
import { payloadOf } from './wait-texts.js';

/** Tells customer-notices what it needs: which holds are on offer, and which bookings a reply in a conversation has told. */
@Injectable()
export class ToldOffers implements OnModuleInit {
  constructor(
    private readonly offers: HeldOffers,
    private readonly tellers: ConversationTellers,
    private readonly entries: WaitlistRepository,
    private readonly links: WaitLinks,
    private readonly messages: AutomaticMessagesService,
    private readonly history: MessageHistoryRepository,
  ) {}

  onModuleInit(): void {
    this.offers.register((scope, holdId) => this.find(scope, holdId));
    this.tellers.register((scope, change) => this.tellingOf(scope, change));
  }

  private async find(scope: CompanyScope, holdId: Types.ObjectId): Promise<HeldOffer | null> {
    const entry = await this.entries.offering(scope, holdId);
    if (entry?.state !== 'offered' || !entry.offer || entry.offer.expires_at <= new Date()) return null;
    const hold = holdId.toHexString();
    const payloads = { accept: payloadOf(hold, 'accepted'), decline: payloadOf(hold, 'declined') };
    return { expires_at: entry.offer.expires_at, url: this.links.urlOf(scope, entry._id, holdId), payloads };
  }

  private async tellingOf(scope: CompanyScope, change: NoticedChange): Promise<Telling | null> {
    if (change.status === 'cancelled') return null;
    const answer = (await this.entries.offering(scope, change.appointment_id))?.answer;
    const isAbout =
      answer?.appointment_id.equals(change.appointment_id) && answer.starts_at.getTime() === change.starts_at.getTime();
    if (!answer?.message_id || !isAbout) return null;
    const asked = await this.history.findById(scope, answer.message_id.toHexString());
    if (!asked) return null;
    return tellingOfReply(await this.messages.find(scope, asked.conversation_id, replyKey(asked)), answer.at);
  }
}
