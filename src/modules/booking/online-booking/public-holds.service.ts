import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { KeyedLocks } from '../../../core/locks/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { type BookingActor, BookingService, type HoldRequest } from '../appointments/index.js';
import { AppointmentsRepository, isTentative, type StoredBooking } from '../reservations/index.js';
import { invalidField } from '../availability/index.js';
import { tooManyHolds } from './public.errors.js';
import { PublicLimiter } from './public-limiter.js';
import { PublicHoldsRepository } from './public-holds.repository.js';
import type { PublicPage } from './public-page-loader.js';
import type { Visitor } from './visitors.js';

/** Holds per address as a multiple of the holds per visitor: a family shares an address. */
const VISITORS_AN_ADDRESS = 2;
const TURN_WAIT_MS = 5_000;

export const VISITOR_ACTOR: BookingActor = { channel: 'public', source: 'public' };

export type PublicHoldRequest = Pick<
  HoldRequest,
  'service_id' | 'items' | 'staff_id' | 'nights' | 'starts_at' | 'client_key' | 'body_hash' | 'replaces'
>;

@Injectable()
export class PublicHoldsService {
  constructor(
    private readonly booking: BookingService,
    private readonly appointments: AppointmentsRepository,
    private readonly holds: PublicHoldsRepository,
    private readonly locks: KeyedLocks,
    private readonly limits: PublicLimiter,
  ) {}

  /**
   * Locks the visitor and the address, so parallel calls cannot pass a limit. @throws AppError RATE_LIMITED | TOO_MANY_HOLDS | SLOT_TAKEN
   * and others
   */
  async hold(page: PublicPage, visitor: Visitor, request: PublicHoldRequest): Promise<StoredBooking> {
    const { scope, catalog } = page;
    if (request.staff_id && !catalog.settings.show_staff_names) throw invalidField('staff_id', 'cannot be chosen here');
    await this.limits.takeHold(scope);
    // Keys of different visitors must not collide.
    const named = request.client_key ? { client_key: `public:${visitor.key}:${request.client_key}` } : {};
    const turn = (whose: string): string => `public-holds:${scope.id}:${whose}`;
    return this.withTurn(turn(visitor.address), () =>
      this.withTurn(turn(visitor.key), () => this.holdOne(page, visitor, { ...request, ...named })),
    );
  }

  /** Repeatable. @throws AppError NOT_FOUND | INVALID_TRANSITION */
  async release(scope: CompanyScope, visitor: Visitor, id: Types.ObjectId): Promise<void> {
    await this.holds.getOwn(scope, id, visitor);
    await this.booking.release(scope, id);
    await this.holds.end(scope, id);
  }

  private async holdOne(
    { scope, catalog: { settings } }: PublicPage,
    visitor: Visitor,
    request: PublicHoldRequest,
  ): Promise<StoredBooking> {
    const known = await this.booking.findByClientKey(scope, request);
    const replaces = await this.findLiveHold(scope, visitor, request.replaces);
    if (!known && !replaces) await this.assertMayHold(scope, visitor, settings.holds_per_visitor);
    const { replaces: _asked, ...asked } = request;
    const held = known ?? (await this.booking.hold(scope, VISITOR_ACTOR, { ...asked, ...(replaces && { replaces }) }));
    if (isTentative(held) && held.exp) await this.holds.record(scope, held._id, visitor, held.exp);
    return held;
  }

  private async findLiveHold(
    scope: CompanyScope,
    visitor: Visitor,
    id: Types.ObjectId | undefined,
  ): Promise<Types.ObjectId | undefined> {
    if (!id || !(await this.holds.findOwn(scope, id, visitor))) return undefined;
    const { state, exp } = await this.appointments.getBooking(scope, id);
    return state === 'HELD' && exp !== null && exp > new Date() ? id : undefined;
  }

  private async assertMayHold(scope: CompanyScope, visitor: Visitor, limit: number): Promise<void> {
    const { ofVisitor, ofAddress } = await this.holds.countLive(scope, visitor);
    if (ofVisitor >= limit) throw tooManyHolds(limit);
    if (ofAddress >= limit * VISITORS_AN_ADDRESS) throw tooManyHolds(limit * VISITORS_AN_ADDRESS);
  }

  private withTurn<T>(key: string, work: () => Promise<T>): Promise<T> {
    return this.locks.withLock(key, work, TURN_WAIT_MS, 0);
  }
}
