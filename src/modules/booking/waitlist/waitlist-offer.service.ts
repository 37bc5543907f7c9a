import { Injectable } from '@nestjs/common';
import { crashPoint } from '../../../core/crash-points/index.js';
import { AppError } from '../../../core/errors/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { type BookingActor, BookingService } from '../appointments/index.js';
import { AppointmentsRepository, isCommitted, isDead, type StoredBooking } from '../reservations/index.js';
import type { CatalogSnapshot } from '../catalog/index.js';
import type { VisitWish } from '../availability/index.js';
import type { WaitlistEntry } from './waitlist-entry.schema.js';
import { WaitlistNotifier } from './waitlist-notifier.js';
import { WaitlistRepository } from './waitlist.repository.js';

const MINUTE_SEC = 60;
const OFFER_ACTOR: BookingActor = { channel: 'staff', source: 'waitlist' };

/**
 * Makes offers, and finds out what became of them. Each step of an offer (held, noted in the entry, told) is found again in the
 * database by whoever looks next, so a crash between two of them neither loses an offer nor makes it twice.
 */
@Injectable()
export class WaitlistOfferService {
  constructor(
    private readonly entries: WaitlistRepository,
    private readonly booking: BookingService,
    private readonly appointments: AppointmentsRepository,
    private readonly notifier: WaitlistNotifier,
  ) {}

  /** @throws AppError SLOT_TAKEN | PET_BUSY | SLOT_NOT_OFFERED, or what makes it impossible */
  async offer(
    scope: CompanyScope,
    { settings }: CatalogSnapshot,
    entry: WaitlistEntry,
    starts_at: Date,
  ): Promise<StoredBooking> {
    const ttl_sec = settings.waitlist_offer_minutes * MINUTE_SEC;
    const contact_id = entry.contact_id.toHexString();
    const request = { ...visitRequestOf(entry), contact_id, starts_at, ttl_sec, client_key: holdKeyOf(entry) };
    const held = await this.booking.hold(scope, OFFER_ACTOR, request);
    crashPoint('waitlist.held');
    await this.recordOffer(scope, entry, held);
    return held;
  }

  /**
   * Goes on with offers whose maker died after the time was held and before anybody could know of it.
   * @returns those that still wait for a time
   */
  async resume(
    scope: CompanyScope,
    { settings }: CatalogSnapshot,
    waiting: readonly WaitlistEntry[],
  ): Promise<WaitlistEntry[]> {
    const made = await this.appointments.findByClientKeys(scope, waiting.map(holdKeyOf));
    if (made.length === 0) return [...waiting];
    const holds = new Map(made.map((hold) => [hold.client_key, hold]));
    const left: WaitlistEntry[] = [];
    for (const entry of waiting) {
      const hold = holds.get(holdKeyOf(entry));
      const isOffered = hold && (await this.resumeOne(scope, entry, hold, settings.waitlist_offer_minutes));
      if (!isOffered) left.push(hold ? await this.entries.getById(scope, entry._id) : entry);
    }
    return left.filter(({ state }) => state === 'waiting');
  }

  /** What has become of an offer: accepted, over, or not told yet. */
  async settle(scope: CompanyScope, entry: WaitlistEntry): Promise<void> {
    if (!entry.offer) return;
    const { appointment_id, starts_at, expires_at, is_told } = entry.offer;
    const held = await this.appointments.getBooking(scope, appointment_id);
    if (isCommitted(held)) await this.entries.changeIfUnchanged(scope, entry, { state: 'booked' });
    if (isCommitted(held)) return;
    if (!isDead(held) && expires_at > new Date()) return is_told ? undefined : this.publishOffer(scope, entry);
    // Given back rather than left to lapse, so that the search sees at once that it is free.
    if (!isDead(held)) await this.booking.release(scope, appointment_id);
    await this.entries.changeIfUnchanged(scope, entry, backToWaiting(entry, starts_at));
  }

  /**
   * Gives back what is held for an entry, noted or not. Whoever changes or deletes one has to: nobody finds the hold by it
   * any more.
   * @param entry as it was
   */
  async releaseHold(scope: CompanyScope, entry: WaitlistEntry): Promise<void> {
    // What is still being claimed is given back by its maker, who comes too late to note it.
    for (const { _id, state } of await this.appointments.findByClientKeys(scope, [holdKeyOf(entry)]))
      if (state === 'HELD') await this.booking.release(scope, _id);
    if (entry.state === 'offered' && entry.offer) await this.booking.release(scope, entry.offer.appointment_id);
  }

  /** The customer gets the whole time to decide, from now. */
  private async resumeOne(
    scope: CompanyScope,
    entry: WaitlistEntry,
    hold: StoredBooking,
    minutes: number,
  ): Promise<boolean> {
    try {
      await this.recordOffer(scope, entry, await this.booking.extend(scope, hold._id, minutes * MINUTE_SEC));
      return true;
    } catch (error) {
      if (!(error instanceof AppError)) throw error;
      // It is over, and its name with it: the next one is made under another. Nobody has passed that time.
      await this.entries.changeIfUnchanged(scope, entry, {});
      return false;
    }
  }

  private async recordOffer(
    scope: CompanyScope,
    entry: WaitlistEntry,
    { _id, exp, starts_at }: StoredBooking,
  ): Promise<void> {
    const offer = { appointment_id: _id, starts_at, expires_at: exp ?? new Date(), is_told: false };
    const offered = await this.entries.changeIfUnchanged(scope, entry, {
      state: 'offered',
      offer,
      check_at: new Date(),
    });
    crashPoint('waitlist.offered');
    if (offered) return this.publishOffer(scope, offered);
    // Whoever took the lane over may have found this very hold and offered it.
    const changed = await this.entries.findById(scope, entry._id);
    if (!changed?.offer?.appointment_id.equals(_id)) await this.booking.release(scope, _id);
  }

  private async publishOffer(scope: CompanyScope, entry: WaitlistEntry): Promise<void> {
    if (!(await this.notifier.publishOffer(scope, entry))) return;
    crashPoint('waitlist.told');
    await this.entries.setPublished(scope, entry);
  }
}

/** What a time that was not taken leaves behind. */
export function backToWaiting(entry: WaitlistEntry, passed: Date): Partial<WaitlistEntry> {
  return { state: 'waiting', offer: null, passed: [...entry.passed, passed], check_at: new Date() };
}

/** What an entry waits for. */
export function visitRequestOf({ service_id, staff_id, pet_ids, nights }: WaitlistEntry): VisitWish {
  return {
    service_id: service_id.toHexString(),
    ...(staff_id ? { staff_id: staff_id.toHexString() } : {}),
    ...(nights === null ? {} : { nights }),
    pet_ids: pet_ids.map((id) => id.toHexString()),
  };
}

/** The name of the hold that an entry, as it is now, may be offered: whoever looks again finds it by that. */
const holdKeyOf = ({ _id, revision }: WaitlistEntry): string => `waitlist:${_id.toHexString()}:${revision}`;
