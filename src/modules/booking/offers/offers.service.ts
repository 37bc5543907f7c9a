import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { mayUse, type Principal } from '../../../core/auth-guards/index.js';
import { KeyedLocks } from '../../../core/locks/index.js';
import { type CompanyScope, type Page, type PageRequest, toObjectId } from '../../../core/tenancy/index.js';
import { type Conversation, ConversationsRepository } from '../../inbox/conversations/index.js';
import { ReplyWindows } from '../../inbox/message-sending/index.js';
import { OfferAcceptance } from './answers/offer-acceptance.service.js';
import { clientKeyReused, mayNotBook, offerNotOpen } from './offer.errors.js';
import { OfferDrafts, type OfferRequest } from './offer-drafts.service.js';
import { OfferMaker } from './offer-maker.service.js';
import { OffersRepository } from './offers.repository.js';
import type { TimeOffer } from './schemas/time-offer.schema.js';
import { type OfferQuestion, questionOf } from './wording/offer-question.js';

export type StaffRequest = Omit<OfferRequest, 'user_id' | 'staff_id'>;

/** The lock under which also the engine of flows takes messages of the conversation. */
export const lockOf = (conversationId: Types.ObjectId): string => `automation:${conversationId.toHexString()}`;

/** Offers times to the customer of a conversation, in the name of staff. */
@Injectable()
export class OffersService {
  constructor(
    private readonly offers: OffersRepository,
    private readonly drafts: OfferDrafts,
    private readonly maker: OfferMaker,
    private readonly acceptance: OfferAcceptance,
    private readonly conversations: ConversationsRepository,
    private readonly windows: ReplyWindows,
    private readonly locks: KeyedLocks,
  ) {}

  /** The newest first. @throws AppError NOT_FOUND */
  async list(scope: CompanyScope, conversationId: Types.ObjectId, page: PageRequest): Promise<Page<TimeOffer>> {
    await this.conversations.getById(scope, conversationId);
    return this.offers.list(scope, conversationId, page);
  }

  /** What {@link create} would store and send. */
  async preview(
    scope: CompanyScope,
    actor: Principal,
    conversationId: Types.ObjectId,
    request: StaffRequest,
  ): Promise<{ offer: Pick<TimeOffer, 'slots' | 'expires_at'>; question: OfferQuestion }> {
    const conversation = await this.conversations.getById(scope, conversationId);
    const offer = await this.drafts.make(scope, conversation, { ...request, user_id: authorOf(actor) });
    return { offer, question: questionOf(conversation.platform, offer) };
  }

  /**
   * Sends the times as a message of the user and replaces the open offer of the conversation. Repeatable by `client_key`.
   * @throws AppError NOT_FOUND | FORBIDDEN | SLOT_NOT_OFFERED | NO_SLOTS | PET_OF_ANOTHER_CONTACT | WINDOW_CLOSED | CLIENT_KEY_REUSED |
   *   OFFER_NOT_SENT
   */
  async create(
    scope: CompanyScope,
    actor: Principal,
    conversationId: Types.ObjectId,
    request: StaffRequest,
  ): Promise<TimeOffer> {
    if (!mayUse(actor, 'booking:write')) throw mayNotBook();
    await this.conversations.getById(scope, conversationId);
    return this.locks.withLock(lockOf(conversationId), async () => {
      const conversation = await this.conversations.getById(scope, conversationId);
      const known = request.client_key ? await this.offers.byClientKey(scope, request.client_key) : null;
      if (known) return this.repeat(scope, actor, conversation, known, request);
      await this.windows.assertOpen(scope, conversation, { author: { kind: 'user', id: actor.userId } });
      const draft = await this.drafts.make(scope, conversation, { ...request, user_id: authorOf(actor) });
      await this.finishAnswer(scope, conversation);
      return this.maker.make(scope, conversation, draft, { actor });
    });
  }

  /** The customer's buttons stay, but book nothing any more. @throws AppError NOT_FOUND | OFFER_NOT_OPEN */
  async withdraw(scope: CompanyScope, conversationId: Types.ObjectId, id: Types.ObjectId): Promise<TimeOffer> {
    return this.locks.withLock(lockOf(conversationId), async () => {
      const conversation = await this.conversations.getById(scope, conversationId);
      await this.finishAnswer(scope, conversation);
      const offer = await this.offers.getInConversation(scope, conversationId, id);
      if (offer.state === 'withdrawn') return offer;
      const ended = await this.maker.end(scope, offer, 'withdrawn');
      if (!ended) throw offerNotOpen();
      return ended;
    });
  }

  private async repeat(
    scope: CompanyScope,
    actor: Principal,
    conversation: Conversation,
    known: TimeOffer,
    { service_id }: StaffRequest,
  ): Promise<TimeOffer> {
    if (!known.conversation_id.equals(conversation._id) || !known.service_id.equals(service_id))
      throw clientKeyReused();
    return known.message_id || !known.is_open ? known : this.maker.ask(scope, conversation, known, { actor });
  }

  /** A crash may have left a choice of the customer that is not booked yet. */
  private async finishAnswer(scope: CompanyScope, conversation: Conversation): Promise<void> {
    const open = await this.offers.open(scope, conversation._id);
    if (open?.answer) await this.acceptance.finish(scope, conversation, open, open.answer);
  }
}

const authorOf = ({ userId }: Principal): Types.ObjectId => toObjectId(userId);
