import { Types } from 'mongoose';
import { aLeg } from '../../../../../test/builders/bookings.js';
import type { CatalogSnapshot } from '../../catalog/index.js';
import type { CellKind, Leg } from '../../reservations/booking.js';
import { cellAt } from '../../engine/cells.js';
import { minuteOf } from '../../engine/time/local-time.js';
import { ZoneTable } from '../../engine/time/zone-table.js';
import { endLegs } from './freed-time.js';

const ZONE = 'America/Sao_Paulo';
const [type, resource, quota] = [new Types.ObjectId(), new Types.ObjectId(), new Types.ObjectId()];
const at = (local: string): Date => new Date(`${local}:00-03:00`);
const cell = (kind: CellKind, local: string): number => cellAt(kind, minuteOf(at(local)), ZoneTable.of(ZONE));
const leg = (lane: string, from: number, to: number): Leg => ({ ...aLeg(lane, from, to), a: 'attempt' });
/** A catalog with one resource in these cells, and a daily quota. */
const catalog = (kind: CellKind): CatalogSnapshot =>
  ({
    resource_types: [{ _id: type, cell: kind }],
    resources: [{ _id: resource, resource_type_id: type }],
    quotas: [{ lane_id: quota, cell: 'day' }],
  }) as unknown as CatalogSnapshot;
const lane = `unit:${resource.toHexString()}`;

describe('the time that an early end frees', () => {
  it('frees the rest of the work and moves the cleaning forward', () => {
    const from = cell('5min', '2026-12-07T10:00');
    const staff = leg('staff:ana', from, from + 12);
    // 15 minutes of cleaning after the table.
    const table = leg(lane, from, from + 15);
    const visit = { legs: [staff, table], ends_at: at('2026-12-07T11:00'), time_zone: ZONE };
    const { kept, freed } = endLegs(visit, catalog('5min'), at('2026-12-07T10:32'));
    expect(kept).toEqual([
      { ...staff, to: from + 7 },
      { ...table, to: from + 10 },
    ]);
    expect(freed).toEqual([
      { ...staff, from: from + 7 },
      { ...table, from: from + 10 },
    ]);
  });

  it('frees segments that have not begun and keeps those that have ended', () => {
    const from = cell('5min', '2026-12-07T10:00');
    const [wash, dry] = [leg('staff:ana', from, from + 4), leg('staff:bea', from + 8, from + 12)];
    const visit = { legs: [wash, dry], ends_at: at('2026-12-07T11:00'), time_zone: ZONE };
    expect(endLegs(visit, catalog('5min'), at('2026-12-07T10:30'))).toEqual({ kept: [wash], freed: [dry] });
    expect(endLegs(visit, catalog('5min'), at('2026-12-07T12:00'))).toEqual({ kept: [wash, dry], freed: [] });
  });

  it('frees all nights from tonight on, but keeps the quota of this day', () => {
    const monday = cell('night', '2026-12-07T12:00');
    const [kennel, count] = [
      leg(lane, monday, monday + 5),
      leg(`quota:${quota.toHexString()}:all`, monday, monday + 5),
    ];
    const visit = { legs: [kennel, count], ends_at: at('2026-12-12T12:00'), time_zone: ZONE };
    const { kept, freed } = endLegs(visit, catalog('night'), at('2026-12-09T09:00'));
    expect(kept).toMatchObject([{ to: monday + 2 }, { to: monday + 3 }]);
    expect(freed).toMatchObject([
      { from: monday + 2, to: monday + 5 },
      { from: monday + 3, to: monday + 5 },
    ]);
  });

  it('frees the afternoon of a dog that leaves in the morning', () => {
    const morning = cell('half_day', '2026-12-07T09:00');
    const visit = { legs: [leg(lane, morning, morning + 2)], ends_at: at('2026-12-07T18:00'), time_zone: ZONE };
    const { freed } = endLegs(visit, catalog('half_day'), at('2026-12-07T11:00'));
    expect(freed).toMatchObject([{ from: morning + 1, to: morning + 2 }]);
  });

  it('frees the time of the pet', () => {
    const [work, night] = [cell('5min', '2026-12-07T10:00'), cell('night', '2026-12-07T10:00')];
    const legs = [leg('pet:rex', work, work + 12), leg('pet:rex:night', night, night + 2)];
    const visit = { legs, ends_at: at('2026-12-07T11:00'), time_zone: ZONE };
    const { kept, freed } = endLegs(visit, catalog('5min'), at('2026-12-07T10:30'));
    expect(kept).toEqual([{ ...legs[0], to: work + 6 }]);
    expect(freed).toEqual([{ ...legs[0], from: work + 6 }, legs[1]]);
  });

  it('frees nothing of a bookable that left the catalog', () => {
    const gone = leg(`unit:${new Types.ObjectId().toHexString()}`, 10, 20);
    const visit = { legs: [gone], ends_at: at('2026-12-07T11:00'), time_zone: ZONE };
    expect(endLegs(visit, catalog('5min'), at('2026-12-07T10:30'))).toEqual({ kept: [gone], freed: [] });
  });
});
