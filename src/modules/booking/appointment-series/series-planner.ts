import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { BookingCustomersService } from '../appointments/index.js';
import { BookingCatalog } from '../catalog/index.js';
import { type VisitRequest, invalidField } from '../availability/index.js';
import type { Occurrence } from './series-report.service.js';
import { MAX_OCCURRENCES, type SeriesRule, seriesStarts } from './series-rule.js';

/** The decision on one occurrence. Occurrences without a decision are kept. */
export type Decision = { index: number } & ({ action: 'keep' | 'skip' } | { action: 'move'; starts_at: Date });

export interface SeriesRequest extends VisitRequest {
  service_id: string;
  contact_id: string;
  starts_at: Date;
  rule: SeriesRule;
  tolerance_days: number;
  notes?: string | null;
}

@Injectable()
export class SeriesPlanner {
  constructor(
    private readonly catalogs: BookingCatalog,
    private readonly customers: BookingCustomersService,
  ) {}

  async plan(
    scope: CompanyScope,
    { contact_id, starts_at, rule }: SeriesRequest,
    decisions: readonly Decision[],
  ): Promise<{ time_zone: string; occurrences: Occurrence[] }> {
    if ((rule.count === null) === (rule.until === null)) throw invalidField('rule', 'must have either count or until');
    const [{ time_zone }] = await Promise.all([
      this.catalogs.loadCatalog(scope),
      this.customers.getContactId(scope, contact_id),
    ]);
    const starts = seriesStarts(starts_at, time_zone, rule);
    if (starts.length === 0) throw invalidField('until', 'must not be before starts_at');
    if (starts.length > MAX_OCCURRENCES)
      throw invalidField('until', `must leave at most ${MAX_OCCURRENCES} occurrences`);
    const decided = new Map(decisions.map((decision) => [decision.index, decision]));
    if ([...decided.keys()].some((index) => index >= starts.length))
      throw invalidField('decisions', 'must be about occurrences of the series');
    const occurrences = starts.flatMap((start, index): Occurrence[] => {
      const decision = decided.get(index);
      if (decision?.action === 'skip') return [];
      return [{ index, starts_at: decision?.action === 'move' ? decision.starts_at : start }];
    });
    return { time_zone, occurrences };
  }
}
