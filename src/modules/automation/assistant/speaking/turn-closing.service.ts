import { Injectable } from '@nestjs/common';
import { ConversationsService } from '../../../inbox/conversations/index.js';
import { HandOffs, type Place } from '../../flow-runs/index.js';
import { GapsService } from '../../knowledge/index.js';
import type { AssistantTurn } from '../schemas/assistant-turn.schema.js';
import { HandOffBriefs } from './hand-off-briefs.service.js';
import { PresentStaff } from './present-staff.service.js';

/** Does what belongs to an answer beside its text. May be repeated. */
@Injectable()
export class TurnClosing {
  constructor(
    private readonly handOffs: HandOffs,
    private readonly conversations: ConversationsService,
    private readonly gaps: GapsService,
    private readonly present: PresentStaff,
    private readonly briefs: HandOffBriefs,
  ) {}

  /** Gives the conversation to staff after a hand-over, and keeps a question that no article answers. */
  async close({ scope, conversation }: Place, turn: AssistantTurn): Promise<void> {
    const { draft, trace } = turn;
    if (!draft) return;
    if (draft.gap) {
      await this.gaps.note(scope, {
        question: draft.gap,
        ...(trace && { language: trace.language }),
        contactId: turn.contact_id.toHexString(),
        conversationId: turn.conversation_id.toHexString(),
      });
    }
    if (draft.action !== 'handoff') {
      const newest = turn.messages.at(-1)?.seq ?? 0;
      return this.conversations.noteAnswered(scope, conversation._id, newest);
    }
    const given = await this.handOffs.make(scope, conversation, await this.briefs.lineOf(scope, turn, draft.brief));
    await this.present.assign(scope, given);
  }

  /** The channel refuses the text, so staff have to answer. */
  async notSent({ scope, conversation }: Place, { _id }: AssistantTurn): Promise<void> {
    const key = `assistant:${_id.toHexString()}`;
    await this.handOffs.make(scope, conversation, { key, flow: null, cause: 'assistant_message_not_sent' });
  }
}
