import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { budgetOf, type BudgetVerdict } from '../../assistant-core/index.js';
import { AssistantSettings, AssistantSpend } from '../../assistant-setup/index.js';
import type { AssistantTurn } from '../schemas/assistant-turn.schema.js';

/** The most US cents of one conversation in a month, and of one turn. The company sets its own limit of a month. */
const CONVERSATION_CENTS = 300;
const TURN_CENTS = 25;

/** Says before each call of the model whether there is money for it. */
@Injectable()
export class TurnBudget {
  constructor(
    private readonly settings: AssistantSettings,
    private readonly spend: AssistantSpend,
  ) {}

  /** Where the budget is spent; null if the model may be asked. Tells the managers once. */
  async noticeOf(
    scope: CompanyScope,
    turn: Pick<AssistantTurn, 'conversation_id' | 'cents'>,
  ): Promise<BudgetVerdict['notice']> {
    const [{ budget }, spent] = await Promise.all([
      this.settings.of(scope),
      this.spend.of(scope, turn.conversation_id),
    ]);
    const limits = { month: budget.monthly_cents, conversation: CONVERSATION_CENTS, turn: TURN_CENTS };
    const { notice } = budgetOf({ ...spent, turn: turn.cents }, limits);
    if (notice === 'month_spent') await this.spend.noticeOnce(scope, notice);
    return notice;
  }

  async add(
    scope: CompanyScope,
    { conversation_id }: Pick<AssistantTurn, 'conversation_id'>,
    used: { readonly input: number; readonly output: number; readonly cents: number },
  ): Promise<void> {
    await this.spend.add(scope, conversation_id, used);
  }
}
