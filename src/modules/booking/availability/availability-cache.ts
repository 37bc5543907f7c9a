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
  type TakenRange,
} from '../engine/index.js';
import { type OverrideLevel, rulesWithOverride } from './rules-with-override.js';
import { occupancyPeriodOf } from './occupancy-period.js';
import { withServices } from './frozen-services.js';
import { rulesWithVariants } from './staff-variants.js';
import { type PlannedBooking, UnclaimedQuotaUse } from './unclaimed-quota-use.js';

const MAX_GRIDS = 64;
/** A search misses the write of a crashed process no longer than this. */
const MAX_AGE_MS = 15_000;

export interface Availability {
  readonly catalog: CatalogSnapshot;
  readonly grid: AvailabilityGrid;
}

export interface AvailabilityOptions {
  readonly except?: Types.ObjectId;
  /** Services as copied into an appointment; they replace those of the catalog. */
  readonly services?: readonly BookableService[];
  /** Data read before this (ms since 1970) is too old. */
  readonly notBefore?: number;
  /** Legs that count as taken; such a grid is not cached. */
  readonly alsoTaken?: readonly LegRequest[];
  /** Rules to ignore; such a grid is not cached. */
  readonly override?: OverrideLevel;
}

interface CachedGrid {
  readonly compiled: CompiledRules;
  readonly grid: AvailabilityGrid;
  stamp: string;
  readAt: number;
  until: number;
}

/** What differs from the occupancy that all callers share. */
interface Own {
  readonly except: Types.ObjectId | undefined;
  readonly alsoTaken: readonly LegRequest[] | undefined;
}

interface GridOccupancy {
  readonly taken: Occupancy;
  readonly unclaimedQuotaUse: Occupancy;
  readonly until: number;
}

/** Builds and caches availability grids. The cache serves the search only; claims decide whether a time is free. */
@Injectable()
export class AvailabilityCache {
  private readonly compiled = new WeakMap<CatalogSnapshot, CompiledRules>();
  private readonly grids = new LRUCache<string, CachedGrid>({ max: MAX_GRIDS });
  /** Also for grids that left the cache during a read. */
  private readonly readAt = new WeakMap<AvailabilityGrid, number>();
  private readonly refreshes = new SingleFlight<AvailabilityGrid>();

  constructor(
    private readonly catalog: BookingCatalog,
    private readonly changes: ClaimChanges,
    private readonly reader: OccupancyReader,
    private readonly unclaimedQuotaUse: UnclaimedQuotaUse,
  ) {}

  /** At most five queries with a cached catalog, three without changes. @throws RangeError */
  async load(
    scope: CompanyScope,
    range: DateRange,
    { except, services, notBefore = 0, override, alsoTaken }: AvailabilityOptions = {},
  ): Promise<Availability> {
    // The stamp is read first, so that the data is at least as new.
    const [current, stamp] = await Promise.all([this.catalog.loadCatalog(scope), this.changes.stamp(scope)]);
    const catalog = services ? withServices(current, services) : current;
    if (override) {
      const lenient = compileRules(rulesWithOverride(rulesWithVariants(catalog, new Date()), override));
      return { catalog, grid: await this.read(scope, lenient, range, { except, alsoTaken }) };
    }
    const compiled = this.compile(catalog);
    if (except || alsoTaken) return { catalog, grid: await this.read(scope, compiled, range, { except, alsoTaken }) };
    const key = `${scope.id}|${range.from}|${range.to}`;
    const kept = this.grids.get(key);
    const now = Date.now();
    const isFresh = kept && kept.readAt > Math.max(notBefore, now - MAX_AGE_MS) && kept.until > now;
    if (isFresh && kept.compiled === compiled && kept.stamp === stamp) return { catalog, grid: kept.grid };
    const turn = `${key}|${stamp}|${catalog.version}`;
    const grid = await this.refreshes.run(turn, notBefore, () => this.refresh(scope, key, compiled, range, stamp));
    return { catalog, grid };
  }

  /** The legs that a booking has to claim again, under the current quotas. @param booking with its legs from before */
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
    // A later read was faster.
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
    { except, alsoTaken = [] }: Own,
  ): Promise<AvailabilityGrid> {
    const grid = new AvailabilityGrid(compiled, range, new Map());
    const { taken, unclaimedQuotaUse } = await this.occupancyOf(scope, grid, except);
    const more = Map.groupBy(alsoTaken, ({ lane }) => lane);
    const added = [...more].map(([lane, legs]): [string, TakenRange[]] => [
      lane,
      [...(taken.get(lane) ?? []), ...legs.map(({ from, to, quantity: count }) => ({ from, to, count }))],
    ]);
    grid.replaceAllTaken(new Map([...taken, ...added]));
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
