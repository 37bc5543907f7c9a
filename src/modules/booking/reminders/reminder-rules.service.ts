import { Injectable } from '@nestjs/common';
import { Types } from 'mongoose';
import { type CompanyScope, type Page, type PageRequest, toObjectId } from '../../../core/tenancy/index.js';
import { ServicesService } from '../catalog/index.js';
import { CreateReminderRuleDto, UpdateReminderRuleDto } from './dto/reminder-rule.dto.js';
import { assertRule } from './engine/rule-checks.js';
import { ReminderRulesRepository } from './reminder-rules.repository.js';
import type { ReminderRule } from './schemas/reminder-rule.schema.js';

const DEFAULT_MONTHS = 6;

@Injectable()
export class ReminderRulesService {
  constructor(
    private readonly rules: ReminderRulesRepository,
    private readonly services: ServicesService,
  ) {}

  list(scope: CompanyScope, page: PageRequest): Promise<Page<ReminderRule>> {
    return this.rules.list(scope, page);
  }

  get(scope: CompanyScope, id: Types.ObjectId): Promise<ReminderRule> {
    return this.rules.getById(scope, id);
  }

  /** @throws AppError NOT_FOUND for a service | LIMIT_REACHED, and like `assertRule` */
  async create(scope: CompanyScope, { service_ids = [], ...input }: CreateReminderRuleDto): Promise<ReminderRule> {
    const fields = {
      ...{ minutes_before: null, days_after: null, hours_after: null, template: null },
      once_per_months: input.kind === 'review' ? DEFAULT_MONTHS : null,
      ...input,
    };
    assertRule(fields);
    const services = await this.existing(scope, service_ids);
    return this.rules.add(scope, { ...fields, service_ids: services, swept_until: new Date() });
  }

  /**
   * What was decided stays; a rule that becomes active begins now.
   * @throws AppError NOT_FOUND | VERSION_MISMATCH, and like `assertRule`
   */
  async update(
    scope: CompanyScope,
    id: Types.ObjectId,
    { service_ids, ...input }: UpdateReminderRuleDto,
    version?: number,
  ): Promise<ReminderRule> {
    const services = service_ids ? { service_ids: await this.existing(scope, service_ids) } : {};
    return this.rules.change(
      scope,
      id,
      (current) => {
        const change: Partial<ReminderRule> = { ...input, ...services };
        assertRule({ ...current, ...change });
        return change.active && !current.active ? { ...change, swept_until: new Date() } : change;
      },
      version,
    );
  }

  /** What it has sent stays in the log. @throws AppError NOT_FOUND */
  async remove(scope: CompanyScope, id: Types.ObjectId): Promise<void> {
    await this.rules.deleteById(scope, id);
  }

  private async existing(scope: CompanyScope, ids: readonly string[]): Promise<Types.ObjectId[]> {
    const services = ids.map((id) => toObjectId(id, 'service_ids'));
    await this.services.assertAll(scope, services);
    return services;
  }
}
