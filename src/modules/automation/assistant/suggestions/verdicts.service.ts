import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { AppError } from '../../../../core/errors/index.js';
import { type CompanyScope, toObjectId } from '../../../../core/tenancy/index.js';
import { AssistantThreadsRepository } from '../assistant-threads.repository.js';
import { AssistantTurnsRepository } from '../assistant-turns.repository.js';
import type { AssistantTurn } from '../schemas/assistant-turn.schema.js';
import { SuggestionsGateway } from './suggestions.gateway.js';

export interface Verdict {
  readonly outcome: 'accepted' | 'edited' | 'rejected';
  /** What was sent in place of the draft. */
  readonly sent_text?: string | undefined;
}

/** Keeps what staff did with a draft. */
@Injectable()
export class Verdicts {
  constructor(
    private readonly turns: AssistantTurnsRepository,
    private readonly threads: AssistantThreadsRepository,
    private readonly gateway: SuggestionsGateway,
  ) {}

  /**
   * The message may be sent before or after this call, so an outdated draft takes a verdict, too.
   * @throws AppError NOT_FOUND | NO_SUGGESTION | SUGGESTION_DECIDED
   */
  async give(scope: CompanyScope, turnId: Types.ObjectId, userId: string, verdict: Verdict): Promise<AssistantTurn> {
    const { outcome, sent_text = null } = verdict;
    const suggestion = { outcome, sent_text, user_id: toObjectId(userId) };
    const turn = await this.turns.settleSuggestion(scope, turnId, ['open', 'outdated'], suggestion);
    if (!turn) return this.refuse(scope, turnId, outcome);
    // An edited text may ask something else than the stored dialogue.
    if (outcome === 'accepted') await this.threads.takeOver(scope, turn);
    await this.gateway.hide(scope, turn.conversation_id);
    return turn;
  }

  /** A repeated call gets what it stored. */
  private async refuse(scope: CompanyScope, turnId: Types.ObjectId, outcome: string): Promise<AssistantTurn> {
    const turn = await this.turns.getById(scope, turnId);
    if (turn.suggestion?.outcome === outcome) return turn;
    if (!turn.suggestion) throw AppError.conflict('NO_SUGGESTION', 'This turn has no draft for staff');
    throw AppError.conflict(
      'SUGGESTION_DECIDED',
      'Somebody has already decided about this draft; reload the conversation',
    );
  }
}
