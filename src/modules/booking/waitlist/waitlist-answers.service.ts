import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { crashPoint } from '../../../core/crash-points/index.js';
import { KeyedLocks } from '../../../core/locks/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { BookingService } from '../appointments/index.js';
import { BookingCatalog, depositOf } from '../catalog/index.js';
import { approvalFor } from '../online-booking/index.js';
import { AppointmentsRepository, type StoredBooking } from '../reservations/index.js';
import { notInState, offerEnded } from './waitlist.errors.js';
import type { AnswerWay, WaitlistAnswer, WaitlistEntry, WaitlistOffer } from './waitlist-entry.schema.js';
import { WaitlistOfferService } from './waitlist-offer.service.js';
import { WaitlistOfferScheduler } from './waitlist-offer-scheduler.js';
import { WaitlistRepository } from './waitlist.repository.js';

/** Who answers an offer, and by which way. */
export interface Answerer {
  readonly way: AnswerWay;
  /** Of staff. */
  readonly userId?: string;
  /** The offered hold that is meant; absent: the current one. */
  readonly holdId?: Types.ObjectId;
  /** The customer's message. */
  readonly messageId?: Types.ObjectId;
}

/** Takes the answers of staff and customers to offers. Answers to one entry are taken one after the other. */
@Injectable()
export class WaitlistAnswers {
  constructor(
    private readonly entries: WaitlistRepository,
    private readonly offers: WaitlistOfferService,
    private readonly scheduler: WaitlistOfferScheduler,
    private readonly booking: BookingService,
    private readonly appointments: AppointmentsRepository,
    private readonly catalogs: BookingCatalog,
    private readonly locks: KeyedLocks,
  ) {}

  /**
   * Books the offered time. Repeatable, also by another way.
   * @throws AppError NOT_FOUND | INVALID_TRANSITION | OFFER_ENDED | HOLD_EXPIRED | GATE_FAILED
   */
  accept(scope: CompanyScope, by: Answerer, id: Types.ObjectId): Promise<StoredBooking> {
    return this.locks.withLock(lockOf(scope, id), async () => {
      const entry = await this.entries.getById(scope, id);
      const offer = offerOf(entry, ['offered', 'booked'], by);
      const answer = answerOf('accepted', by, offer);
      // Stored first: the booking notice sees that this conversation gets a reply, and sends no second text.
      // After a crash the message is handled again.
      if (by.messageId) await this.entries.noteAnswer(scope, entry, answer);
      try {
        const booked = await this.confirm(scope, by, entry, offer);
        crashPoint('waitlist.accepted');
        await this.offers.closeBooked(scope, entry, answer);
        return booked;
      } catch (error) {
        if (by.messageId) await this.entries.forgetAnswer(scope, entry, by.messageId);
        throw error;
      }
    });
  }

  /** The next entry gets the time. @throws AppError NOT_FOUND | INVALID_TRANSITION | OFFER_ENDED */
  decline(scope: CompanyScope, by: Answerer, id: Types.ObjectId): Promise<WaitlistEntry> {
    return this.locks.withLock(lockOf(scope, id), async () => {
      const entry = await this.entries.getById(scope, id);
      const offer = offerOf(entry, ['offered'], by);
      const declined = await this.offers.closeDeclined(scope, entry, answerOf('declined', by, offer));
      this.scheduler.wake(scope);
      return declined;
    });
  }

  /** What customers take may need the approval of staff, as if they had booked it on the public page. */
  private async confirm(
    scope: CompanyScope,
    { way, userId }: Answerer,
    { contact_id, notes }: WaitlistEntry,
    { appointment_id }: WaitlistOffer,
  ): Promise<StoredBooking> {
    const actor = { channel: 'staff', source: 'waitlist', ...(userId && { userId }) } as const;
    const approval = way === 'staff' ? {} : await this.approvalOf(scope, appointment_id);
    const request = { contact_id: contact_id.toHexString(), notes, ...approval };
    return this.booking.confirm(scope, actor, appointment_id, request);
  }

  /** No deposit is taken here, so staff approve a visit that demands one. */
  private async approvalOf(scope: CompanyScope, holdId: Types.ObjectId): Promise<{ approve_by?: Date }> {
    const [{ settings }, held] = await Promise.all([
      this.catalogs.loadCatalog(scope),
      this.appointments.getBooking(scope, holdId),
    ]);
    return approvalFor({ settings: { ...settings, public_approval: settings.public_approval || depositOf(held) > 0 } });
  }
}

const lockOf = (scope: CompanyScope, id: Types.ObjectId): string => `waitlist-answer:${scope.id}:${id.toHexString()}`;

function offerOf(
  { state, offer }: WaitlistEntry,
  states: readonly WaitlistEntry['state'][],
  { holdId }: Answerer,
): WaitlistOffer {
  if (holdId && !offer?.appointment_id.equals(holdId)) throw offerEnded();
  if (!offer || !states.includes(state)) throw notInState('offered');
  return offer;
}

function answerOf(
  choice: WaitlistAnswer['choice'],
  { way, messageId }: Answerer,
  { appointment_id, starts_at }: WaitlistOffer,
): WaitlistAnswer {
  return { choice, way, at: new Date(), appointment_id, starts_at, message_id: messageId ?? null };
}
