import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { budgetOf, type BudgetVerdict } from '../../assistant-core/index.js';
import { LanguageModels } from '../../language-models/index.js';
import { AssistantSettings } from '../settings/assistant-settings.service.js';
import { AssistantSpend } from './assistant-spend.service.js';

/** The most US cents of one conversation in a month, and of one turn. The company and the operator set limits of a month. */
const CONVERSATION_CENTS = 300;
const TURN_CENTS = 25;

/** What a call of the model is for. */
export interface ModelUse {
  /** Null outside of conversations, for instance in a trial. */
  readonly conversation_id: Types.ObjectId | null;
  /** What the turn has cost so far. */
  readonly cents: number;
}

/** Says before each call of the model whether there is money for it. */
@Injectable()
export class ModelBudget {
  constructor(
    private readonly settings: AssistantSettings,
    private readonly spend: AssistantSpend,
    private readonly models: LanguageModels,
  ) {}

  /** Which limit is reached; null if the model may be asked. Tells the managers once. */
  async noticeOf(scope: CompanyScope, { conversation_id, cents }: ModelUse): Promise<BudgetVerdict['notice']> {
    const [{ budget }, spent, ofOperator] = await Promise.all([
      this.settings.of(scope),
      this.spend.of(scope, conversation_id),
      this.models.monthlyLimitOf(scope),
    ]);
    const limits = {
      month: lowest(budget.monthly_cents, ofOperator),
      conversation: conversation_id && CONVERSATION_CENTS,
      turn: TURN_CENTS,
    };
    const { notice } = budgetOf({ ...spent, turn: cents }, limits);
    await this.spend.noticeOnce(scope, notice);
    return notice;
  }
}

/** Null is no limit. */
function lowest(...limits: readonly (number | null)[]): number | null {
  const set = limits.filter((limit) => limit !== null);
  return set.length > 0 ? Math.min(...set) : null;
}
