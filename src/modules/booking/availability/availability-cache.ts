import { Injectable } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import type { Types } from 'mongoose';
import { SingleFlight } from '../../../core/concurrency/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { type BookableService, BookingCatalog, type CatalogSnapshot } from '../catalog/index.js';
import { ClaimChanges, OccupancyReader } from '../reservations/index.js';
import {
  AvailabilityGrid,
  type CompiledRules,
  compileRules,
  type DateRange,
  type LegRequest,
  type Occupancy,
} from '../engine/index.js';
import { type OverrideLevel, rulesWithOverride } from './rules-with-override.js';
import { occupancyPeriodOf } from './occupancy-period.js';
import { withServices } from './frozen-services.js';
import { rulesWithVariants } from './staff-variants.js';
import { type PlannedBooking, UnclaimedQuotaUse } from './unclaimed-quota-use.js';

const MAX_GRIDS = 64;
/** Longest that a search does not see what another process wrote and died before it said so. */
const MAX_AGE_MS = 15_000;

/** What one company offers, and how full its days are. */
export interface Availability {
  readonly catalog: CatalogSnapshot;
  readonly grid: AvailabilityGrid;
}

export interface AvailabilityOptions {
  /** A booking whose own claims are not in its way. */
  readonly except?: Types.ObjectId;
  /** Services as an appointment froze them, which replace those of the catalog. */
  readonly services?: readonly BookableService[];
  /** What was read before this (ms since 1970) is too old. */
  readonly notBefore?: number;
  /** Rules that are overridden; such a diary is read for the caller alone. */
  readonly override?: OverrideLevel;
}

interface CachedGrid {
  readonly compiled: CompiledRules;
  readonly grid: AvailabilityGrid;
  stamp: string;
  readAt: number;
  /** When the first hold in it runs out, which nobody need say. */
  until: number;
}

interface GridOccupancy {
  /** All of it. */
  readonly taken: Occupancy;
  /** The part that nobody has claimed. */
  readonly unclaimedQuotaUse: Occupancy;
  readonly until: number;
}

/**
 * Opens diaries, and keeps those that are asked for again and again: rows of a grid are rebuilt only where its lanes
 * have changed. What is kept serves the search; whether a time can be had is decided by the claims alone.
 */
@Injectable()
export class AvailabilityCache {
  private readonly compiled = new WeakMap<CatalogSnapshot, CompiledRules>();
  private readonly grids = new LRUCache<string, CachedGrid>({ max: MAX_GRIDS });
  /** When what is on a grid was read; also of one that was pushed out of the kept ones while somebody reads for it. */
  private readonly readAt = new WeakMap<AvailabilityGrid, number>();
  private readonly refreshes = new SingleFlight<AvailabilityGrid>();

  constructor(
    private readonly catalog: BookingCatalog,
    private readonly changes: ClaimChanges,
    private readonly reader: OccupancyReader,
    private readonly unclaimedQuotaUse: UnclaimedQuotaUse,
  ) {}

  /** At most five queries with a catalog that is known, however many staff and days; three when nothing has changed. @throws RangeError */
  async load(
    scope: CompanyScope,
    range: DateRange,
    { except, services, notBefore = 0, override }: AvailabilityOptions = {},
  ): Promise<Availability> {
    // The stamp first: what is read after it is at least as new.
    const [current, stamp] = await Promise.all([this.catalog.loadCatalog(scope), this.changes.stamp(scope)]);
    const catalog = services ? withServices(current, services) : current;
    if (override) {
      const lenient = compileRules(rulesWithOverride(rulesWithVariants(catalog, new Date()), override));
      return { catalog, grid: await this.read(scope, lenient, range, except) };
    }
    const compiled = this.compile(catalog);
    if (except) return { catalog, grid: await this.read(scope, compiled, range, except) };
    const key = `${scope.id}|${range.from}|${range.to}`;
    const kept = this.grids.get(key);
    const now = Date.now();
    const isFresh = kept && kept.readAt > Math.max(notBefore, now - MAX_AGE_MS) && kept.until > now;
    if (isFresh && kept.compiled === compiled && kept.stamp === stamp) return { catalog, grid: kept.grid };
    const turn = `${key}|${stamp}|${catalog.version}`;
    const grid = await this.refreshes.run(turn, notBefore, () => this.refresh(scope, key, compiled, range, stamp));
    return { catalog, grid };
  }

  /**
   * What a booking that has given everything back has to claim, with the quotas as they are now.
   * @param booking its legs as they were before
   */
  async currentLegs(scope: CompanyScope, booking: PlannedBooking): Promise<LegRequest[]> {
    return this.unclaimedQuotaUse.currentLegs(scope, this.compile(await this.catalog.loadCatalog(scope)), booking);
  }

  private async refresh(
    scope: CompanyScope,
    key: string,
    compiled: CompiledRules,
    range: DateRange,
    stamp: string,
  ): Promise<AvailabilityGrid> {
    const readAt = Date.now();
    const kept = this.grids.get(key);
    const grid = kept?.compiled === compiled ? kept.grid : new AvailabilityGrid(compiled, range, new Map());
    const { taken, unclaimedQuotaUse, until } = await this.occupancyOf(scope, grid);
    // Somebody who began later was quicker.
    if ((this.readAt.get(grid) ?? 0) > readAt) return grid;
    grid.replaceAllTaken(taken);
    grid.replaceUnclaimedQuotaUse(unclaimedQuotaUse);
    this.readAt.set(grid, readAt);
    this.grids.set(key, { compiled, grid, stamp, readAt, until });
    return grid;
  }

  private async read(
    scope: CompanyScope,
    compiled: CompiledRules,
    range: DateRange,
    except?: Types.ObjectId,
  ): Promise<AvailabilityGrid> {
    const grid = new AvailabilityGrid(compiled, range, new Map());
    const { taken, unclaimedQuotaUse } = await this.occupancyOf(scope, grid, except);
    grid.replaceAllTaken(taken);
    grid.replaceUnclaimedQuotaUse(unclaimedQuotaUse);
    return grid;
  }

  private async occupancyOf(
    scope: CompanyScope,
    grid: AvailabilityGrid,
    except?: Types.ObjectId,
  ): Promise<GridOccupancy> {
    const reach = occupancyPeriodOf(grid);
    const [{ occupancy, until }, unclaimedQuotaUse] = await Promise.all([
      this.reader.read(scope, reach, except),
      this.unclaimedQuotaUse.read(scope, grid.compiled, reach, except),
    ]);
    const taken = new Map(occupancy);
    for (const [lane, more] of unclaimedQuotaUse) taken.set(lane, [...(taken.get(lane) ?? []), ...more]);
    return { taken, unclaimedQuotaUse, until };
  }

  private compile(catalog: CatalogSnapshot): CompiledRules {
    let compiled = this.compiled.get(catalog);
    if (!compiled) this.compiled.set(catalog, (compiled = compileRules(rulesWithVariants(catalog, new Date()))));
    return compiled;
  }
}
