import { Injectable } from '@nestjs/common';
import { crashPoint } from '../../../../core/crash-points/index.js';
import { AppError } from '../../../../core/errors/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import type { Conversation } from '../../../inbox/conversations/index.js';
import { isOpenAt } from '../offer.view.js';
import { OfferDrafts } from '../offer-drafts.service.js';
import { OfferMaker } from '../offer-maker.service.js';
import { OffersGateway } from '../offers.gateway.js';
import { OffersRepository } from '../offers.repository.js';
import type { OfferAnswer, TimeOffer } from '../schemas/time-offer.schema.js';
import { OfferTexts } from '../wording/offer-texts.js';
import { type BookedOffer, OfferBookings } from './offer-bookings.service.js';
import { OfferReplies } from './offer-replies.service.js';

/** Books what a customer has chosen and answers. Call it under the lock of the conversation; it may be repeated after a crash. */
@Injectable()
export class OfferAcceptance {
  constructor(
    private readonly offers: OffersRepository,
    private readonly bookings: OfferBookings,
    private readonly replies: OfferReplies,
    private readonly drafts: OfferDrafts,
    private readonly maker: OfferMaker,
    private readonly gateway: OffersGateway,
  ) {}

  /** The customer's message means this time of the offer. */
  async accept(scope: CompanyScope, conversation: Conversation, offer: TimeOffer, answer: OfferAnswer): Promise<void> {
    if (offer.answer?.message_id.equals(answer.message_id))
      return this.finish(scope, conversation, offer, offer.answer);
    if (!offer.is_open) return this.afterEnd(scope, conversation, offer, answer);
    if (!isOpenAt(offer, new Date())) {
      await this.maker.end(scope, offer, 'expired');
      return this.tooLate(scope, conversation, offer, answer);
    }
    const chosen = await this.offers.choose(scope, offer._id, answer);
    crashPoint('offers.chosen');
    if (chosen) return this.finish(scope, conversation, chosen, answer);
    await this.tooLate(scope, conversation, offer, answer);
  }

  /** Brings a stored choice to its end: from a fresh one to one whose answer a crash has left out. */
  async finish(scope: CompanyScope, conversation: Conversation, offer: TimeOffer, answer: OfferAnswer): Promise<void> {
    if (offer.state === 'taken') return this.offerOthers(scope, conversation, offer, answer);
    if (offer.state === 'expired' || offer.state === 'replaced')
      return this.tooLate(scope, conversation, offer, answer);
    if (offer.state === 'withdrawn') return this.refuse(scope, conversation, offer, answer, { kind: 'closed' });
    const result = await this.bookings.book(scope, offer, answer.slot);
    crashPoint('offers.booked');
    if (result.kind !== 'booked') return this.refuse(scope, conversation, offer, answer, result);
    const ended = await this.offers.end(scope, offer._id, 'accepted', result.booking._id);
    if (ended) await this.gateway.show(scope, ended);
    crashPoint('offers.accepted');
    await this.replies.booked(scope, conversation, offer, result.booking, answer.message_id);
  }

  private async refuse(
    scope: CompanyScope,
    conversation: Conversation,
    offer: TimeOffer,
    answer: OfferAnswer,
    result: Exclude<BookedOffer, { kind: 'booked' }>,
  ): Promise<void> {
    const texts = new OfferTexts(offer.language);
    const { message_id } = answer;
    switch (result.kind) {
      case 'taken':
        await this.maker.end(scope, offer, 'taken');
        return this.offerOthers(scope, conversation, offer, answer);
      case 'missing': {
        const reason = result.names.join(', ');
        await this.replies.refer(scope, conversation, texts.missing(result.names), message_id, {
          cause: 'offer_missing',
          reason,
        });
        // The customer may choose again as soon as it is there.
        return this.offers.forgetChoice(scope, offer._id);
      }
      case 'closed':
        await this.maker.end(scope, offer, 'withdrawn');
        return this.replies.refer(scope, conversation, texts.fixed('closed'), message_id, { cause: 'offer_closed' });
      case 'ended':
        await this.offers.end(scope, offer._id, 'accepted', result.booking._id);
        return this.replies.refer(scope, conversation, texts.fixed('ended'), message_id, { cause: 'offer_ended' });
    }
  }

  /** New times with an apology; staff take over if there are none. */
  private async offerOthers(
    scope: CompanyScope,
    conversation: Conversation,
    taken: TimeOffer,
    answer: OfferAnswer,
  ): Promise<void> {
    const texts = new OfferTexts(taken.language);
    const slot = taken.slots[answer.slot];
    const label = slot?.label ?? '';
    const client_key = `after:${taken._id.toHexString()}`;
    const known = await this.offers.byClientKey(scope, client_key);
    if (known) {
      if (!known.message_id && !known.is_open) return;
      if (!known.message_id) await this.maker.ask(scope, conversation, known, { lead: texts.taken(label) });
      return this.replies.noteAnswered(scope, conversation, answer.message_id);
    }
    const request = {
      ...{ service_id: taken.service_id.toHexString(), pet_ids: taken.pet_ids.map((id) => id.toHexString()) },
      ...{ client_key, user_id: taken.user_id },
    };
    const staff_id = slot?.staff_id?.toHexString();
    try {
      const draft =
        (staff_id && (await this.drafts.make(scope, conversation, { ...request, staff_id }).catch(ifNothingIsFree))) ||
        (await this.drafts.make(scope, conversation, request));
      await this.maker.make(scope, conversation, draft, { lead: texts.taken(label) });
      await this.replies.noteAnswered(scope, conversation, answer.message_id);
    } catch (error) {
      if (!(error instanceof AppError) || error.status >= 500) throw error;
      const text = texts.takenWithoutOthers(label);
      await this.replies.refer(scope, conversation, text, answer.message_id, { cause: 'offer_taken' });
    }
  }

  /** Repeats the confirmation after a second tap on the booked time; says that any other answer is too late. */
  private async afterEnd(
    scope: CompanyScope,
    conversation: Conversation,
    offer: TimeOffer,
    answer: OfferAnswer,
  ): Promise<void> {
    if (offer.state !== 'accepted' || offer.answer?.slot !== answer.slot)
      return this.tooLate(scope, conversation, offer, answer);
    const result = await this.bookings.book(scope, offer, answer.slot);
    if (result.kind === 'booked')
      return this.replies.booked(scope, conversation, offer, result.booking, answer.message_id);
    await this.tooLate(scope, conversation, offer, answer);
  }

  private async tooLate(
    scope: CompanyScope,
    conversation: Conversation,
    { language }: TimeOffer,
    { message_id }: OfferAnswer,
  ): Promise<void> {
    const text = new OfferTexts(language).fixed('expired');
    await this.replies.refer(scope, conversation, text, message_id, { cause: 'offer_late' });
  }
}

function ifNothingIsFree(error: unknown): null {
  if (error instanceof AppError && error.code === 'NO_SLOTS') return null;
  throw error;
}
