import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { AutomaticMessagesService } from '../../../inbox/messages/index.js';
import { ConversationTellers, type NoticedChange, type Telling, tellingOfReply } from '../../customer-notices/index.js';
import { OffersRepository } from '../offers.repository.js';
import type { TimeOffer } from '../schemas/time-offer.schema.js';
import { replyKey } from './offer-replies.service.js';

/** Says that the reply in the conversation has told a booking of an offered time, so that its notice goes by mail only. */
@Injectable()
export class OfferTellings implements OnModuleInit {
  constructor(
    private readonly tellers: ConversationTellers,
    private readonly offers: OffersRepository,
    private readonly messages: AutomaticMessagesService,
  ) {}

  onModuleInit(): void {
    this.tellers.register((scope, change) => this.tellingOf(scope, change));
  }

  private async tellingOf(scope: CompanyScope, change: NoticedChange): Promise<Telling | null> {
    if (change.status === 'cancelled') return null;
    const chosen = await this.offers.chosenBy(scope, change.contact_id);
    const offer = chosen.find((one) => isAbout(one, change));
    if (!offer?.answer) return null;
    const reply = await this.messages.find(scope, offer.conversation_id, replyKey(offer.answer.message_id));
    return tellingOfReply(reply, offer.answer.at);
  }
}

/** The offer gets its appointment only after the booking, so the notice may be faster. */
function isAbout({ answer, slots, state, appointment_id }: TimeOffer, change: NoticedChange): boolean {
  const isChosen = answer && slots[answer.slot]?.starts_at.getTime() === change.starts_at.getTime();
  return isChosen === true && (appointment_id?.equals(change.appointment_id) ?? state === 'open');
}
