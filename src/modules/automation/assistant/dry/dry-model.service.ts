import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import type { ModelAnswer, ModelRequest } from '../../assistant-core/index.js';
import { AssistantSpend, ModelBudget } from '../../assistant-setup/index.js';
import { LanguageModels } from '../../language-models/index.js';

const CALL_MS = 15_000;

/** What a dry turn has used; {@link DryModel.ask} adds to it. */
export interface DryUsage {
  cents: number;
  /** The code of the first answer that failed. */
  failure: string | null;
}

/** Asks the model of a company outside of conversations. It counts for the budget of the month. */
@Injectable()
export class DryModel {
  constructor(
    private readonly models: LanguageModels,
    private readonly budget: ModelBudget,
    private readonly spend: AssistantSpend,
  ) {}

  /** Whether there is a model, and money for it. */
  async isReady(scope: CompanyScope): Promise<'ready' | 'MODEL_MISSING' | 'BUDGET_SPENT'> {
    if (!(await this.models.of(scope))) return 'MODEL_MISSING';
    return (await this.hasMoney(scope, 0)) ? 'ready' : 'BUDGET_SPENT';
  }

  /** @param signal ends the waiting; the answer is then TIMED_OUT */
  async ask(scope: CompanyScope, request: ModelRequest, usage: DryUsage, signal: AbortSignal): Promise<ModelAnswer> {
    const answer = await this.answer(scope, request, usage, signal);
    if (!answer.ok) usage.failure ??= answer.code;
    return answer;
  }

  private async answer(
    scope: CompanyScope,
    request: ModelRequest,
    usage: DryUsage,
    signal: AbortSignal,
  ): Promise<ModelAnswer> {
    const model = await this.models.of(scope);
    if (!model) return { ok: false, code: 'MODEL_MISSING' };
    if (!(await this.hasMoney(scope, usage.cents))) return { ok: false, code: 'BUDGET_SPENT' };
    const until = AbortSignal.any([signal, AbortSignal.timeout(CALL_MS)]);
    const { answer, tokens, cents } = await model.ask(request, until);
    usage.cents += cents;
    await this.spend.add(scope, null, { ...tokens, cents, isTrial: true });
    return answer;
  }

  private async hasMoney(scope: CompanyScope, cents: number): Promise<boolean> {
    return (await this.budget.noticeOf(scope, { conversation_id: null, cents })) === null;
  }
}
