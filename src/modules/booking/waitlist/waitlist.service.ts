import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope, Page, PageRequest } from '../../../core/tenancy/index.js';
import { ContactParticipantRegistry } from '../../customers/contacts/index.js';
import { notInState } from './waitlist.errors.js';
import type { WaitlistEntry, WaitlistOrigin } from './waitlist-entry.schema.js';
import { WaitlistOfferService } from './waitlist-offer.service.js';
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

  /**
   * A time that is already free is offered at once.
   * @param origin of a visitor @throws what {@link WaitlistRequestChecker.check} throws, or a duplicate key error for a known request
   */
  async add(scope: CompanyScope, request: WaitlistRequest, origin?: WaitlistOrigin): Promise<WaitlistEntry> {
    const fields = await this.requests.check(scope, request);
    const entry = await this.entries.create(scope, { ...fields, ...(origin && { origin }), check_at: new Date() });
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
}
