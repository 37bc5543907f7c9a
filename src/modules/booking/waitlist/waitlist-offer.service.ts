import { Injectable } from '@nestjs/common';
import { crashPoint } from '../../../core/crash-points/index.js';
import { AppError } from '../../../core/errors/index.js';
import { Jobs } from '../../../core/jobs/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { type BookingActor, BookingService, TellCustomer } from '../appointments/index.js';
import { AppointmentsRepository, isCommitted, isDead, type StoredBooking } from '../reservations/index.js';
import type { CatalogSnapshot } from '../catalog/index.js';
import type { VisitRequest } from '../availability/index.js';
import { notInState } from './waitlist.errors.js';
import type { WaitlistAnswer, WaitlistEntry, WaitlistOffer } from './waitlist-entry.schema.js';
import { WaitlistSignals } from './waitlist-signals.js';
import { WaitlistRepository } from './waitlist.repository.js';

const MINUTE_SEC = 60;
const OFFER_ACTOR: BookingActor = { channel: 'staff', source: 'waitlist' };

/** Makes offers and closes them. Each step is stored, so a crash neither loses nor repeats an offer. */
@Injectable()
export class WaitlistOfferService {
  constructor(
    private readonly entries: WaitlistRepository,
    private readonly booking: BookingService,
    private readonly appointments: AppointmentsRepository,
    private readonly signals: WaitlistSignals,
    private readonly jobs: Jobs,
  ) {}

  /** @throws AppError SLOT_TAKEN | PET_BUSY | SLOT_NOT_OFFERED | errors of an impossible visit */
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

  /** Continues offers that a crash stopped between hold and publishing. @returns entries that still wait */
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

  /** Closes an offer that is booked, dead or expired; publishes an open one that was not published. */
  async closeOrRepublish(scope: CompanyScope, entry: WaitlistEntry): Promise<void> {
    if (!entry.offer) return;
    const { appointment_id, starts_at, expires_at, is_told } = entry.offer;
    const held = await this.appointments.getBooking(scope, appointment_id);
    if (isCommitted(held)) return this.change(scope, entry, { state: 'booked' });
    if (!isDead(held) && expires_at > new Date()) return is_told ? undefined : this.publishOffer(scope, entry);
    // Released at once, so the search sees the free time immediately.
    if (!isDead(held)) await this.booking.release(scope, appointment_id);
    await this.change(scope, entry, backToWaiting(entry, starts_at));
  }

  /** Notes that the offer is booked. If this write fails, the next run closes the offer. */
  async closeBooked(scope: CompanyScope, entry: WaitlistEntry, answer: WaitlistAnswer): Promise<void> {
    if (entry.state !== 'booked') await this.entries.changeIfUnchanged(scope, entry, { state: 'booked' });
    await this.entries.noteAnswer(scope, entry, answer);
    await this.signals.publishChange(scope);
  }

  /** Gives the offered time up. @throws AppError INVALID_TRANSITION if it is booked, or the entry has changed */
  async closeDeclined(scope: CompanyScope, entry: WaitlistEntry, answer: WaitlistAnswer): Promise<WaitlistEntry> {
    if (isCommitted(await this.appointments.getBooking(scope, answer.appointment_id))) throw notInState('offered');
    const fields = { ...backToWaiting(entry, answer.starts_at), answer };
    const declined = await this.entries.changeIfUnchanged(scope, entry, fields);
    if (!declined) throw notInState('offered');
    await this.booking.release(scope, answer.appointment_id);
    await this.signals.publishChange(scope);
    return declined;
  }

  /** Call when an entry changes or is deleted: its hold cannot be found afterwards. @param entry as it was before */
  async releaseHold(scope: CompanyScope, entry: WaitlistEntry): Promise<void> {
    // A request that is still claiming releases its hold itself.
    for (const { _id, state } of await this.appointments.findByClientKeys(scope, [holdKeyOf(entry)]))
      if (state === 'HELD') await this.booking.release(scope, _id);
    if (entry.state === 'offered' && entry.offer) await this.booking.release(scope, entry.offer.appointment_id);
  }

  /** The customer gets the full time to decide, from now. */
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
      // The hold has ended, and a new revision gives the next hold a new key. The start is not passed.
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
    if (offered) await this.signals.publishChange(scope);
    if (offered) return this.publishOffer(scope, offered);
    // The next lock owner may have found and offered this hold.
    const changed = await this.entries.findById(scope, entry._id);
    if (!changed?.offer?.appointment_id.equals(_id)) await this.booking.release(scope, _id);
  }

  private async change(scope: CompanyScope, entry: WaitlistEntry, fields: Partial<WaitlistEntry>): Promise<void> {
    if (await this.entries.changeIfUnchanged(scope, entry, fields)) await this.signals.publishChange(scope);
  }

  private async publishOffer(scope: CompanyScope, entry: WaitlistEntry): Promise<void> {
    if (!(await this.signals.publishOffer(scope, entry))) return;
    if (entry.origin && entry.offer) await this.tellCustomer(scope, entry.offer);
    crashPoint('waitlist.told');
    await this.entries.markPublished(scope, entry);
  }

  /** Repeatable: one notice of an event is stored. */
  private async tellCustomer({ id: companyId }: CompanyScope, { appointment_id }: WaitlistOffer): Promise<void> {
    const appointmentId = appointment_id.toHexString();
    const eventId = `offered:${appointmentId}`;
    const offered = { companyId, appointmentId, eventId, event: 'offered', isSilent: false } as const;
    await this.jobs.enqueue(TellCustomer, offered, { key: eventId });
  }
}

function backToWaiting(entry: WaitlistEntry, passed: Date): Partial<WaitlistEntry> {
  return { state: 'waiting', offer: null, passed: [...entry.passed, passed], check_at: new Date() };
}

export function visitRequestOf({ service_id, staff_id, pet_ids, nights }: WaitlistEntry): VisitRequest {
  return {
    service_id: service_id.toHexString(),
    ...(staff_id ? { staff_id: staff_id.toHexString() } : {}),
    ...(nights === null ? {} : { nights }),
    pet_ids: pet_ids.map((id) => id.toHexString()),
  };
}

/** Client key of the hold for this revision; a later run finds the hold by it. */
const holdKeyOf = ({ _id, revision }: WaitlistEntry): string => `waitlist:${_id.toHexString()}:${revision}`;
