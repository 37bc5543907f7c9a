import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { GapsService } from '../knowledge/index.js';
import { AssistantTurnsRepository } from './assistant-turns.repository.js';
import { HandOffBriefs } from './speaking/hand-off-briefs.service.js';

/** Removes what repeats the words of a message outside of the turns: open questions, and briefs for staff. */
@Injectable()
export class RepeatedWords {
  constructor(
    private readonly turns: AssistantTurnsRepository,
    private readonly gaps: GapsService,
    private readonly briefs: HandOffBriefs,
  ) {}

  /** May be repeated, but only before the turns forget the message. */
  async forget(
    scope: CompanyScope,
    conversationId: Types.ObjectId,
    { _id, seq }: { readonly _id: Types.ObjectId; readonly seq: number },
  ): Promise<void> {
    for (const gap of await this.turns.gapsOf(scope, conversationId, _id))
      await this.gaps.forget(scope, { ...gap, conversationId });
    for (const turn of await this.turns.summarised(scope, conversationId, seq))
      await this.briefs.forgetSummary(scope, turn);
  }
}
