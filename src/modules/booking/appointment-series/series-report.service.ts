import { Injectable } from '@nestjs/common';
import { AppError } from '../../../core/errors/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { type Alternative, BookingPlanner } from '../appointments/index.js';
import { dayNumberOf } from '../engine/index.js';
import { localDate, type VisitRequest } from '../availability/index.js';

const AS_STAFF = { channel: 'staff' } as const;

export const OCCURRENCE_STATUSES = ['free', 'taken', 'not_offered'] as const;

export interface OccurrenceReport {
  index: number;
  starts_at: string;
  status: (typeof OCCURRENCE_STATUSES)[number];
  /** The rule that refuses the start; null unless the status is `not_offered`. */
  rule: string | null;
  alternatives: Alternative[];
}

export interface Occurrence {
  readonly index: number;
  readonly starts_at: Date;
}

/** In local days. */
export interface Tolerance {
  readonly days: number;
  readonly time_zone: string;
}

@Injectable()
export class SeriesReportService {
  constructor(private readonly planner: BookingPlanner) {}

  /** @throws AppError NOT_FOUND | VALIDATION_ERROR if the visit is never possible */
  async judge(
    scope: CompanyScope,
    request: VisitRequest,
    occurrence: Occurrence,
    tolerance: Tolerance,
  ): Promise<OccurrenceReport> {
    try {
      await this.planner.plan(scope, { ...request, starts_at: occurrence.starts_at }, AS_STAFF);
      return freeReport(occurrence);
    } catch (error) {
      return this.conflict(scope, request, occurrence, tolerance, error);
    }
  }

  /** Turns a failed hold into a report. @throws the error itself if the time did not cause it */
  async conflict(
    scope: CompanyScope,
    request: VisitRequest,
    { index, starts_at }: Occurrence,
    tolerance: Tolerance,
    error: unknown,
  ): Promise<OccurrenceReport> {
    if (!(error instanceof AppError)) throw error;
    const { alternatives, rule = null } = (error.details ?? {}) as { alternatives?: Alternative[]; rule?: string };
    if (!['SLOT_TAKEN', 'PET_BUSY', 'SLOT_NOT_OFFERED'].includes(error.code)) throw error;
    const search = (): Promise<Alternative[]> => this.planner.alternatives(scope, { ...request, starts_at }, AS_STAFF);
    // The search ignores other appointments of the pet.
    const found = error.code === 'PET_BUSY' ? [] : (alternatives ?? (await search()));
    return {
      index,
      starts_at: starts_at.toISOString(),
      status: error.code === 'SLOT_NOT_OFFERED' ? 'not_offered' : 'taken',
      rule,
      alternatives: found.filter((one) => isNear(new Date(one.starts_at), starts_at, tolerance)),
    };
  }
}

export const freeReport = ({ index, starts_at }: Occurrence): OccurrenceReport => ({
  index,
  starts_at: starts_at.toISOString(),
  status: 'free',
  rule: null,
  alternatives: [],
});

function isNear(one: Date, other: Date, { days, time_zone }: Tolerance): boolean {
  const dayOf = (instant: Date): number => dayNumberOf(localDate(instant, time_zone));
  return Math.abs(dayOf(one) - dayOf(other)) <= days;
}
