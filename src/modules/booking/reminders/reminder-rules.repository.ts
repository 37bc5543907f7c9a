import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import {
  CompanyScope,
  OLDEST_FIRST,
  type Page,
  type PageRequest,
  VersionedRepository,
} from '../../../core/tenancy/index.js';
import { limitReached } from '../calendar/index.js';
import { ReminderRule } from './schemas/reminder-rule.schema.js';

const MAX_RULES = 50;

@Injectable()
export class ReminderRulesRepository extends VersionedRepository<ReminderRule> {
  constructor(@InjectModel(ReminderRule.name) model: Model<ReminderRule>) {
    super(model, 'Reminder rule');
  }

  list(scope: CompanyScope, request: PageRequest): Promise<Page<ReminderRule>> {
    return this.page(scope, {}, OLDEST_FIRST, request);
  }

  /** @throws AppError LIMIT_REACHED */
  async add(scope: CompanyScope, fields: Partial<ReminderRule>): Promise<ReminderRule> {
    if ((await this.count(scope, {})) >= MAX_RULES) throw limitReached('Reminder rule', MAX_RULES);
    return this.create(scope, fields);
  }

  withIds(scope: CompanyScope, ids: readonly Types.ObjectId[]): Promise<ReminderRule[]> {
    return this.collection.find(scope, { _id: { $in: [...ids] } });
  }

  /** Active rules of all companies, those first that were swept the longest time ago. */
  active(limit: number): Promise<ReminderRule[]> {
    return this.collection.findAcrossCompanies('send reminders', { active: true }, { sort: { swept_until: 1 }, limit });
  }

  /** Only forward. Losing it repeats decisions, and each of them is stored once. */
  async noteSwept(rules: readonly ReminderRule[], until: Date): Promise<void> {
    if (rules.length === 0) return;
    const updates = rules.map(({ _id, company_id }) => ({
      scope: CompanyScope.of(company_id),
      filter: { _id, swept_until: { $lt: until } },
      update: { $set: { swept_until: until } },
    }));
    await this.collection.bulkUpdate(updates, 'derived');
  }
}
