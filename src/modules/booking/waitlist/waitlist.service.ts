import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Types } from 'mongoose';
import { crashPoint } from '../../../core/crash-points/index.js';
import { AppError } from '../../../core/errors/index.js';
import type { CompanyScope, Page, PageRequest } from '../../../core/tenancy/index.js';
import { ContactParticipantRegistry } from '../../customers/contacts/index.js';
import { BookingService } from '../appointments/index.js';
import type { StoredBooking } from '../reservations/index.js';
import type { WaitlistEntry, WaitlistOffer } from './waitlist-entry.schema.js';
import { backToWaiting, WaitlistOfferService } from './waitlist-offer.service.js';
import { WaitlistOfferScheduler } from './waitlist-offer-scheduler.js';
import { type WaitlistRequest, WaitlistRequestChecker } from './waitlist-request-checker.js';
import { WaitlistSignals } from './waitlist-signals.js';
import { type WaitlistFilters, WaitlistRepository } from './waitlist.repository.js';

@Injectable()
export class WaitlistService implements OnModuleInit {
  constructor(
    private readonly entries: WaitlistRepository,
    private readonly requests: WaitlistRequestChecker,
    private readonly scheduler: WaitlistOfferScheduler,
    private readonly offers: WaitlistOfferService,
    private readonly signals: WaitlistSignals,
    private readonly booking: BookingService,
    private readonly participants: ContactParticipantRegistry,
  ) {}

  onModuleInit(): void {
    this.participants.register('waitlist', this.entries.ofContacts);
  }

  list(scope: CompanyScope, filters: WaitlistFilters, page: PageRequest): Promise<Page<WaitlistEntry>> {
    return this.entries.list(scope, filters, page);
  }

  async count(scope: CompanyScope): Promise<Record<'waiting' | 'offered', number>> {
    const [waiting, offered] = await Promise.all([
      this.entries.countIn(scope, 'waiting'),
      this.entries.countIn(scope, 'offered'),
    ]);
    return { waiting, offered };
  }

  /** A time that is already free is offered at once. @throws what {@link WaitlistRequestChecker.check} throws */
  async add(scope: CompanyScope, request: WaitlistRequest): Promise<WaitlistEntry> {
    const fields = await this.requests.check(scope, request);
    const entry = await this.entries.create(scope, { ...fields, check_at: new Date() });
    await this.signals.publishChange(scope);
    this.scheduler.wake(scope);
    return entry;
  }

  /** New windows revive an expired entry. @throws AppError NOT_FOUND | VALIDATION_ERROR | VERSION_MISMATCH | INVALID_TRANSITION */
  async update(
    scope: CompanyScope,
    id: Types.ObjectId,
    { notes, ...times }: Partial<Pick<WaitlistRequest, 'staff_id' | 'windows' | 'notes'>>,
    version?: number,
  ): Promise<WaitlistEntry> {
    const checked = await this.requests.checkTimes(scope, times);
    const changed = await this.entries.change(
      scope,
      id,
      (entry) => {
        const isRevived = entry.state === 'expired' && checked.windows !== undefined;
        if (entry.state !== 'waiting' && !isRevived) throw notInState('waiting');
        return { ...checked, ...(notes === undefined ? {} : { notes }), state: 'waiting', check_at: new Date() };
      },
      version,
    );
    // A crash may have left a hold of the old revision.
    await this.offers.releaseHold(scope, { ...changed, revision: changed.revision - 1 });
    await this.signals.publishChange(scope);
    this.scheduler.wake(scope);
    return changed;
  }

  async remove(scope: CompanyScope, id: Types.ObjectId): Promise<void> {
    await this.offers.releaseHold(scope, await this.entries.deleteById(scope, id));
    await this.signals.publishChange(scope);
  }

  /** Repeatable. @throws AppError NOT_FOUND | INVALID_TRANSITION | HOLD_EXPIRED | GATE_FAILED */
  async accept(scope: CompanyScope, userId: string, id: Types.ObjectId): Promise<StoredBooking> {
    const entry = await this.entries.getById(scope, id);
    const { appointment_id } = offerOf(entry, ['offered', 'booked']);
    const actor = { channel: 'staff', source: 'waitlist', userId } as const;
    const contact_id = entry.contact_id.toHexString();
    const notes = entry.notes;
    const booked = await this.booking.confirm(scope, actor, appointment_id, { contact_id, notes });
    crashPoint('waitlist.accepted');
    // If this write fails, the next run closes the offer.
    await this.entries.changeIfUnchanged(scope, entry, { state: 'booked' });
    await this.signals.publishChange(scope);
    return booked;
  }

  /** The next entry gets the time. @throws AppError NOT_FOUND | INVALID_TRANSITION */
  async decline(scope: CompanyScope, id: Types.ObjectId): Promise<WaitlistEntry> {
    const entry = await this.entries.getById(scope, id);
    const { appointment_id, starts_at } = offerOf(entry, ['offered']);
    const declined = await this.entries.changeIfUnchanged(scope, entry, backToWaiting(entry, starts_at));
    if (!declined) throw notInState('offered');
    await this.booking.release(scope, appointment_id);
    await this.signals.publishChange(scope);
    this.scheduler.wake(scope);
    return declined;
  }
}

function offerOf({ state, offer }: WaitlistEntry, states: readonly WaitlistEntry['state'][]): WaitlistOffer {
  if (!offer || !states.includes(state)) throw notInState('offered');
  return offer;
}

const notInState = (state: WaitlistEntry['state']): AppError =>
  AppError.conflict('INVALID_TRANSITION', `The waitlist entry is no longer ${state}; read it again`);
