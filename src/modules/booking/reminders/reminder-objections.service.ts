import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { PetsService } from '../../customers/pets/index.js';
import type { SkipReason } from './engine/reminder-decision.js';
import { RemindersRepository } from './reminders.repository.js';
import { RepeatVisits } from './repeat-visits.service.js';
import type { Reminder } from './schemas/reminder.schema.js';
import type { ReminderRule } from './schemas/reminder-rule.schema.js';

const MONTH_MS = 30 * 86_400_000;

type Objection = readonly [reminderId: string, reason: SkipReason];

/** Why reminders are not sent, as far as only their kind asks for it. */
@Injectable()
export class ReminderObjections {
  constructor(
    private readonly reminders: RemindersRepository,
    private readonly repeats: RepeatVisits,
    private readonly pets: PetsService,
  ) {}

  /** By the hex id of the reminder. */
  async of(
    scope: CompanyScope,
    reminders: readonly Reminder[],
    rules: readonly ReminderRule[],
    now: Date,
  ): Promise<Map<string, SkipReason>> {
    const found: Objection[] = [...(await this.ofVaccinations(scope, reminders))];
    for (const rule of rules) {
      const own = reminders.filter(({ rule_id, kind }) => rule_id.equals(rule._id) && kind === rule.kind);
      if (rule.kind === 'rebook') found.push(...(await this.ofRebookings(scope, rule, own)));
      if (rule.kind === 'review') found.push(...(await this.ofReviews(scope, rule, own, now)));
    }
    return new Map(found);
  }

  private async ofRebookings(
    scope: CompanyScope,
    rule: ReminderRule,
    reminders: readonly Reminder[],
  ): Promise<Objection[]> {
    const left = await this.repeats.petsWithoutNext(scope, rule, reminders);
    return reminders.filter((_, index) => left[index]?.length === 0).map((one) => objection(one, 'booked_again'));
  }

  /** Of several requests to one contact the first is sent. */
  private async ofReviews(
    scope: CompanyScope,
    rule: ReminderRule,
    reminders: readonly Reminder[],
    now: Date,
  ): Promise<Objection[]> {
    const since = new Date(now.getTime() - (rule.once_per_months ?? 0) * MONTH_MS);
    const contacts = reminders.map(({ contact_id }) => contact_id);
    const told = await this.reminders.toldSince(scope, 'review', contacts, since);
    return reminders.flatMap((one) => {
      const contact = one.contact_id.toHexString();
      if (told.has(contact)) return [objection(one, 'asked_before')];
      told.add(contact);
      return [];
    });
  }

  private async ofVaccinations(scope: CompanyScope, reminders: readonly Reminder[]): Promise<Objection[]> {
    const own = reminders.filter(({ kind }) => kind === 'vaccination');
    const pets = await this.pets.getMany(
      scope,
      own.flatMap(({ pet_ids }) => pet_ids),
    );
    return own.flatMap((one) => {
      const pet = pets.find(({ _id }) => one.pet_ids[0]?.equals(_id));
      const day = one.occasion.slice(one.occasion.indexOf(':') + 1);
      if (!pet?.contact_id.equals(one.contact_id)) return [objection(one, 'other_customer')];
      return pet.vaccination_ends.includes(day) ? [] : [objection(one, 'renewed')];
    });
  }
}

const objection = ({ _id }: Reminder, reason: SkipReason): Objection => [_id.toHexString(), reason];
