import { Injectable } from '@nestjs/common';
import { crashPoint } from '../../../core/crash-points/index.js';
import type { Principal } from '../../../core/auth-guards/index.js';
import { AppError } from '../../../core/errors/index.js';
import { EventBus } from '../../../core/events/index.js';
import { type CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import type { Conversation } from '../../inbox/conversations/index.js';
import { AutomaticMessagesService, MessagesService } from '../../inbox/messages/index.js';
import { offerNotOpen, offerNotSent } from './offer.errors.js';
import type { NewOffer } from './offer-drafts.service.js';
import { OffersGateway } from './offers.gateway.js';
import { OffersRepository } from './offers.repository.js';
import type { TimeOffer } from './schemas/time-offer.schema.js';
import { questionOf } from './wording/offer-question.js';

/** Who asks: a user, or PetBuddy with a sentence before the question. */
export type Asker = { readonly actor: Principal } | { readonly lead: string };

/** The `client_id` of the question. */
export const questionKey = ({ _id }: Pick<TimeOffer, '_id'>): string => `offer:${_id.toHexString()}`;

/** Stores offers and asks the customer. Call it under the lock of the conversation; each step may be repeated. */
@Injectable()
export class OfferMaker {
  constructor(
    private readonly offers: OffersRepository,
    private readonly messages: MessagesService,
    private readonly automatic: AutomaticMessagesService,
    private readonly gateway: OffersGateway,
    private readonly bus: EventBus,
  ) {}

  /** Replaces the open offer. @throws AppError of the message, for instance WINDOW_CLOSED */
  async make(scope: CompanyScope, conversation: Conversation, draft: NewOffer, asker: Asker): Promise<TimeOffer> {
    const open = await this.offers.open(scope, conversation._id);
    if (open) await this.end(scope, open, 'replaced');
    const offer = await this.offers.add(scope, draft);
    if (!offer) throw offerNotOpen();
    crashPoint('offers.stored');
    return this.ask(scope, conversation, offer, asker);
  }

  /** Sends the question, unless it is sent. @throws AppError of the message; the offer is withdrawn then */
  async ask(scope: CompanyScope, conversation: Conversation, offer: TimeOffer, asker: Asker): Promise<TimeOffer> {
    this.bus.emit('answers.expected', { companyId: scope.id });
    try {
      const asked = await this.send(scope, conversation, offer, asker);
      await this.offers.asked(scope, offer._id, asked);
      const stored = { ...offer, message_id: asked._id, message_seq: asked.seq };
      await this.gateway.show(scope, stored);
      return stored;
    } catch (error) {
      if (error instanceof AppError && error.status < 500) await this.end(scope, offer, 'withdrawn');
      throw error;
    }
  }

  async end(
    scope: CompanyScope,
    { _id }: TimeOffer,
    state: 'replaced' | 'withdrawn' | 'taken' | 'expired',
  ): Promise<TimeOffer | null> {
    const ended = await this.offers.end(scope, _id, state);
    if (ended) await this.gateway.show(scope, ended);
    return ended;
  }

  private async send(
    scope: CompanyScope,
    { _id, contact_id, platform }: Conversation,
    offer: TimeOffer,
    asker: Asker,
  ): Promise<Pick<TimeOffer, '_id'> & { seq: number }> {
    const client_id = questionKey(offer);
    if ('lead' in asker)
      return this.automatic.send(scope, _id, { ...questionOf(platform, offer, asker.lead), client_id });
    const input = { contact_id: contact_id.toHexString(), conversation_id: _id.toHexString(), platform, client_id };
    const question = { ...input, role: 'operator', direction: 'outbound', ...questionOf(platform, offer) } as const;
    const { messageData } = await this.messages.post(scope, asker.actor, question, true);
    if (messageData.status === 'failed') throw offerNotSent(messageData.error?.message ?? '');
    return { _id: toObjectId(messageData._id), seq: messageData.seq };
  }
}
