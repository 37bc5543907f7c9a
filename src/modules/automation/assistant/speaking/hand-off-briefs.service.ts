import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { CompaniesService } from '../../../accounts/companies/index.js';
import { ConversationsRepository } from '../../../inbox/conversations/index.js';
import type { HandoffBrief, HandoffReason } from '../../assistant-core/index.js';
import { type StaffLine, StaffLines } from '../../flow-runs/index.js';
import type { AssistantTurn } from '../schemas/assistant-turn.schema.js';
import { briefText } from './brief-text.js';

/** The lines by which staff learn why a turn has given them the conversation. */
@Injectable()
export class HandOffBriefs {
  constructor(
    private readonly companies: CompaniesService,
    private readonly conversations: ConversationsRepository,
    private readonly lines: StaffLines,
  ) {}

  async lineOf(scope: CompanyScope, { _id, draft }: AssistantTurn, brief: HandoffBrief | null): Promise<StaffLine> {
    const cause = `assistant_${draft?.reason as HandoffReason}` as const;
    const reason = brief ? briefText(await this.companies.get(scope), brief) : '';
    return { key: `assistant:${_id.toHexString()}`, flow: null, cause, reason };
  }

  /** Takes the words of the model out of the line, because they may repeat a message that was removed. May be repeated. */
  async forgetSummary(scope: CompanyScope, turn: AssistantTurn): Promise<void> {
    const brief = turn.draft?.brief;
    const conversation = brief ? await this.conversations.read(scope, turn.conversation_id) : undefined;
    if (!brief || !conversation) return;
    await this.lines.rewrite(scope, conversation, await this.lineOf(scope, turn, { ...brief, summary: null }));
  }
}
