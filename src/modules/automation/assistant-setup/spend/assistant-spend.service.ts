import { Injectable } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import type { Types } from 'mongoose';
import type { Role } from '../../../../core/auth-guards/index.js';
import { defineJob, JobHandler, Jobs, type PayloadOf } from '../../../../core/jobs/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { CompaniesService } from '../../../accounts/companies/index.js';
import { NotificationCenter } from '../../../accounts/notification-center/index.js';
import { AccountsRepository } from '../../../accounts/users/index.js';
import type { BudgetVerdict, Spent } from '../../assistant-core/index.js';
import { dateIn } from '../../flow-core/index.js';
import { AssistantSpendRepository, type Usage } from './assistant-spend.repository.js';

/** Tells owners and managers that the budget of a month is spent. */
const TellBudgetSpent = defineJob<{ companyId: string; month: string }>('assistant.tell-budget-spent');

const MANAGERS: readonly Role[] = ['owner', 'manager'];
const MONTH_LENGTH = 'YYYY-MM'.length;
const DAY_MS = 86_400_000;
const PURGE_INTERVAL_MS = 3_600_000;
/** The meter shows the current month only. */
const KEEP_MS = 100 * DAY_MS;

export interface MonthSpent {
  /** YYYY-MM in the time zone of the company. */
  readonly month: string;
  /** US cents. */
  readonly cents: number;
  /** The part of trials and replays. */
  readonly trial_cents: number;
  readonly input_tokens: number;
  readonly output_tokens: number;
}

/** What the language model costs a company in a month. */
@Injectable()
export class AssistantSpend {
  constructor(
    private readonly spend: AssistantSpendRepository,
    private readonly companies: CompaniesService,
    private readonly accounts: AccountsRepository,
    private readonly center: NotificationCenter,
    private readonly jobs: Jobs,
  ) {}

  async ofMonth(scope: CompanyScope): Promise<MonthSpent> {
    const month = await this.monthOf(scope);
    const [spent] = await this.spend.of(scope, month, null);
    const { cents = 0, trial_cents = 0, input_tokens = 0, output_tokens = 0 } = spent ?? {};
    return { month, cents, trial_cents, input_tokens, output_tokens };
  }

  /** In this month, of the company and of the conversation. @param conversationId null: of a trial, which has none */
  async of(scope: CompanyScope, conversationId: Types.ObjectId | null): Promise<Spent> {
    const found = await this.spend.of(scope, await this.monthOf(scope), conversationId);
    const company = found.find(({ conversation_id }) => conversation_id === null);
    const conversation = found.find(({ conversation_id }) => conversation_id !== null);
    return { month: company?.cents ?? 0, conversation: conversation?.cents ?? 0, turn: 0 };
  }

  /** Counts one call of the model. @param conversationId null: of a trial, which has none */
  async add(scope: CompanyScope, conversationId: Types.ObjectId | null, usage: Usage): Promise<void> {
    const month = await this.monthOf(scope);
    await this.spend.add(scope, month, null, usage);
    if (conversationId) await this.spend.add(scope, month, conversationId, usage);
  }

  /** Owners and managers get one notification a month that the budget of the month is spent. Other notices tell nobody. */
  async noticeOnce(scope: CompanyScope, notice: BudgetVerdict['notice']): Promise<void> {
    if (notice !== 'month_spent') return;
    const month = await this.monthOf(scope);
    const [spent] = await this.spend.of(scope, month, null);
    // A budget of zero is spent without any cost; its owner knows.
    if (!spent || spent.told_at) return;
    await this.jobs.enqueue(TellBudgetSpent, { companyId: scope.id, month }, { key: `${scope.id}:${month}` });
  }

  /** May be repeated: each person has one notification of a month. */
  @JobHandler(TellBudgetSpent)
  async tell({ companyId, month }: PayloadOf<typeof TellBudgetSpent>): Promise<void> {
    const scope = CompanyScope.of(companyId);
    const [spent] = await this.spend.of(scope, month, null);
    if (!spent || spent.told_at) return;
    const managers = await this.accounts.activeWithRole(scope, MANAGERS);
    await this.center.tell(
      scope,
      managers.map(({ _id }) => _id),
      { type: 'assistant.budget_spent', key: `assistant.budget_spent:${month}`, data: { month }, words: { month } },
    );
    await this.spend.noteTold(scope, month);
  }

  @Interval(PURGE_INTERVAL_MS)
  async purge(now = Date.now()): Promise<void> {
    for (let count = 1; count > 0;) count = await this.spend.purge(new Date(now - KEEP_MS));
  }

  private async monthOf(scope: CompanyScope): Promise<string> {
    const { time_zone } = await this.companies.get(scope);
    return dateIn(time_zone, new Date()).slice(0, MONTH_LENGTH);
  }
}
