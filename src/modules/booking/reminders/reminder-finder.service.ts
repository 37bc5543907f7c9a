import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { type CompanyScope, distinctIds } from '../../../core/tenancy/index.js';
import { PetsService } from '../../customers/pets/index.js';
import type { CatalogSnapshot } from '../catalog/index.js';
import { type VisitFacts, VisitsRepository } from '../reservations/index.js';
import { QuietHours } from './engine/quiet-hours.js';
import { delayOf, dueAfter, dueBefore, dueBeforeDay, lastDaysDueIn, leadOf } from './engine/rule-timing.js';
import { type Due, dueTimesFor, sendTimeOf } from './engine/send-time.js';
import { type Occasion } from './reminders.repository.js';
import { RepeatVisits } from './repeat-visits.service.js';
import type { ReminderRule } from './schemas/reminder-rule.schema.js';

/** After a longer stop of the product nothing older is sent. */
const MAX_CATCH_UP_MS = 3 * 86_400_000;
const NOON = 'T12:00:00Z';

interface Period {
  readonly after: Date;
  readonly until: Date;
}

interface Found extends Omit<Occasion, 'until' | 'rule_id' | 'kind'> {
  readonly due: Due;
}

/** Finds what a rule has to tell in a period, in a few queries. */
@Injectable()
export class ReminderFinder {
  constructor(
    private readonly visits: VisitsRepository,
    private readonly pets: PetsService,
    private readonly repeats: RepeatVisits,
  ) {}

  /** Everything whose time of sending lies between the last sweep of the rule and `now`. */
  async find(
    scope: CompanyScope,
    rule: ReminderRule,
    { settings, time_zone }: Pick<CatalogSnapshot, 'settings' | 'time_zone'>,
    now: Date,
  ): Promise<Occasion[]> {
    const quiet = new QuietHours(settings.quiet_hours, time_zone);
    const after = new Date(Math.max(rule.swept_until.getTime(), now.getTime() - MAX_CATCH_UP_MS));
    const found = await this.dueIn(scope, rule, dueTimesFor(after, now, quiet), time_zone);
    return found.flatMap(({ due, ...occasion }) => {
      const time = sendTimeOf(due, quiet);
      if (!time || time.at <= after || time.at > now) return [];
      return { ...occasion, rule_id: rule._id, kind: rule.kind, until: time.until };
    });
  }

  private async dueIn(scope: CompanyScope, rule: ReminderRule, period: Period, timeZone: string): Promise<Found[]> {
    if (rule.kind === 'vaccination') return this.vaccinations(scope, rule, period, timeZone);
    if (rule.kind === 'reminder') return this.upcoming(scope, rule, period);
    const completed = await this.completed(scope, rule, period);
    return rule.kind === 'rebook' ? this.withoutNext(scope, rule, completed) : completed;
  }

  private async upcoming(scope: CompanyScope, rule: ReminderRule, { after, until }: Period): Promise<Found[]> {
    const [from, to] = shifted({ after, until }, leadOf(rule));
    const visits = await this.visits.confirmedStartingIn(scope, from, to);
    return visits
      .filter((visit) => isMeant(rule, visit))
      .flatMap((visit) => {
        const occasion = `${visit._id.toHexString()}:${visit.starts_at.getTime()}`;
        return foundOf(visit, occasion, dueBefore(visit.starts_at, rule));
      });
  }

  private async completed(scope: CompanyScope, rule: ReminderRule, { after, until }: Period): Promise<Found[]> {
    const [from, to] = shifted({ after, until }, -delayOf(rule));
    const visits = await this.visits.completedIn(scope, from, to);
    return visits
      .filter((visit) => isMeant(rule, visit))
      .flatMap((visit) =>
        foundOf(visit, visit._id.toHexString(), dueAfter(visit.completed_at ?? visit.starts_at, rule)),
      );
  }

  /** Leaves out pets that came or will come again for the same, and visits of which no pet is left. */
  private async withoutNext(scope: CompanyScope, rule: ReminderRule, found: readonly Found[]): Promise<Found[]> {
    const left = await this.repeats.petsWithoutNext(scope, rule, found);
    return found.flatMap((one, index) => {
      const pet_ids = left[index] ?? [];
      return pet_ids.length > 0 ? { ...one, pet_ids } : [];
    });
  }

  private async vaccinations(
    scope: CompanyScope,
    rule: ReminderRule,
    { after, until }: Period,
    timeZone: string,
  ): Promise<Found[]> {
    const { from, to } = lastDaysDueIn(after, until, rule);
    const pets = await this.pets.withVaccinationEnding(scope, from, to);
    return pets.flatMap(({ _id, contact_id, vaccination_ends }) =>
      vaccination_ends
        .filter((day) => day >= from && day <= to)
        .map((day) => ({
          ...{ occasion: `${_id.toHexString()}:${day}`, contact_id, appointment_id: null, pet_ids: [_id] },
          ...{ starts_at: new Date(day + NOON), due: dueBeforeDay(day, rule, timeZone) },
        })),
    );
  }
}

function foundOf(visit: VisitFacts, occasion: string, due: Due): Found[] {
  const { _id: appointment_id, contact_id, pet_ids, starts_at } = visit;
  return contact_id ? [{ occasion, contact_id, appointment_id, pet_ids: distinctIds(pet_ids), starts_at, due }] : [];
}

const shifted = ({ after, until }: Period, ms: number): [Date, Date] => [
  new Date(after.getTime() + ms),
  new Date(until.getTime() + ms),
];

function isMeant({ service_ids }: Pick<ReminderRule, 'service_ids'>, { lines }: Pick<VisitFacts, 'lines'>): boolean {
  const has = (id: Types.ObjectId): boolean => lines.some(({ service_id }) => service_id.equals(id));
  return service_ids.length === 0 || service_ids.some(has);
}
