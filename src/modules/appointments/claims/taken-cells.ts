import { Inject, Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { type CompanyScope, QUERY_TIMEOUT_MS } from '../../../core/tenancy/index.js';
import { ResourceReservation } from '../schemas/resource-reservation.schema.js';
import type { Booking } from './booking.js';
import type { BookingStore } from './booking-store.js';
import { isLiveClaim } from './liveness.js';
import { MongoBookingStore } from './mongo-booking-store.js';

/** Cells [from, to) of some lanes, or of all lanes of the company. */
export interface CellWindow {
  lanes?: readonly string[];
  from: number;
  to: number;
}

/**
 * What is taken of each lane, as pairs `cell, count, cell, count, …` by rising cell; `count` is the number of places that
 * are taken, more than the lane's capacity where staff overbooked. Lanes without any are not there.
 */
export type TakenCells = ReadonlyMap<string, Int32Array>;

/** Claims of one lane; `owner` is set where the claims do not speak for themselves. */
interface ClaimGroup {
  _id: { lane: string; owner: { b: Types.ObjectId; a: string } | null };
  cells: number[];
}

/** What search needs of the claims, in at most two queries whatever the number of lanes and days. */
@Injectable()
export class TakenCellsReader {
  constructor(
    @InjectModel(ResourceReservation.name) private readonly claims: Model<ResourceReservation>,
    @Inject(MongoBookingStore) private readonly bookings: Pick<BookingStore, 'owners'>,
  ) {}

  /** @param except a booking whose own claims are not in its way: the visitor's hold, or what is to be moved */
  async takenCells(
    scope: CompanyScope,
    windows: readonly CellWindow[],
    except?: Types.ObjectId,
    now = new Date(),
  ): Promise<TakenCells> {
    if (windows.length === 0) return new Map();
    const groups = await this.groups(scope, windows, except, now);
    const ids = new Map(groups.flatMap(({ _id: { owner } }) => (owner ? [[owner.b.toHexString(), owner.b]] : [])));
    const found = ids.size > 0 ? await this.bookings.owners(scope, [...ids.values()]) : [];
    const owners = new Map(found.map((owner) => [owner._id.toHexString(), owner]));
    const cells = new Map<string, number[]>();
    for (const group of groups) {
      const { lane } = group._id;
      const known = cells.get(lane);
      const live = liveCells(group, owners, now);
      if (known) known.push(...live);
      else if (live.length > 0) cells.set(lane, live);
    }
    return new Map([...cells].map(([lane, all]) => [lane, counted(all)]));
  }

  /** Grouped by the server, since a document a cell would cost more to read than the search itself. */
  private groups(
    scope: CompanyScope,
    windows: readonly CellWindow[],
    except: Types.ObjectId | undefined,
    now: Date,
  ): Promise<ClaimGroup[]> {
    const inWindows = windows.map(({ lanes, from, to }) => ({
      ...(lanes && { lane: { $in: [...lanes] } }),
      cell: { $gte: from, $lt: to },
    }));
    const isDoubtful = { $and: [{ $ne: ['$x', null] }, { $lte: ['$x', now] }] };
    return this.claims
      .aggregate<ClaimGroup>([
        { $match: { company_id: scope.companyId, $or: inWindows, ...(except && { b: { $ne: except } }) } },
        {
          $group: {
            _id: { lane: '$lane', owner: { $cond: [isDoubtful, { b: '$b', a: '$a' }, null] } },
            cells: { $push: '$cell' },
          },
        },
      ])
      .option({ maxTimeMS: QUERY_TIMEOUT_MS });
  }
}

function liveCells({ _id, cells }: ClaimGroup, owners: ReadonlyMap<string, Booking>, now: Date): number[] {
  const { lane, owner } = _id;
  if (!owner) return cells;
  const booking = owners.get(owner.b.toHexString());
  return cells.filter((cell) => isLiveClaim({ a: owner.a, lane, cell }, booking, now));
}

function counted(cells: readonly number[]): Int32Array {
  const sorted = Int32Array.from(cells).sort();
  const pairs: number[] = [];
  for (const cell of sorted) {
    if (pairs.at(-2) === cell) pairs[pairs.length - 1] = (pairs.at(-1) ?? 0) + 1;
    else pairs.push(cell, 1);
  }
  return Int32Array.from(pairs);
}
