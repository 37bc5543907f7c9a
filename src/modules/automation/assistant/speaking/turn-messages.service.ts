import { Injectable } from '@nestjs/common';
import type { BotMark, Message } from '../../../inbox/message-log/index.js';
import { FlowMessagesService } from '../../../inbox/messages/index.js';
import { splitText } from '../../assistant-core/index.js';
import { ConversationOwners, type Place } from '../../flow-runs/index.js';
import type { AssistantTurn } from '../schemas/assistant-turn.schema.js';
import { choiceId } from './choice-ids.js';

/** The name of a message of the turn. @param part from 1 */
export const partId = ({ _id }: AssistantTurn, part: number): string => `assistant:${_id.toHexString()}:${part}`;

export type SentPart = Pick<Message, '_id' | 'seq'>;

/** Sends the messages of a turn. */
@Injectable()
export class TurnMessages {
  constructor(
    private readonly sender: FlowMessagesService,
    private readonly owners: ConversationOwners,
  ) {}

  /** May be repeated: the turn and the part name each message. The choices come with the last part. @throws AppError as FlowMessagesService */
  async send({ scope, conversation }: Place, turn: AssistantTurn): Promise<SentPart[]> {
    const { draft, facts } = turn;
    if (!draft || !facts) return [];
    if (draft.action !== 'handoff') await this.owners.giveToBot(scope, conversation);
    const parts = splitText(draft.text, facts.channel.text);
    const choices = draft.choices.map(({ id, label }) => ({ id: choiceId(turn._id, id), title: label }));
    const sent: SentPart[] = [];
    for (const [index, text] of parts.entries()) {
      const isLast = index === parts.length - 1;
      const message = await this.sender.send(scope, conversation, {
        client_id: partId(turn, index + 1),
        text,
        attachments: [],
        choices: isLast ? choices : [],
        bot: markOf(turn),
      });
      sent.push(message);
    }
    return sent;
  }
}

/** A hand-over gives the conversation to staff after its text, and that act must not stop the text. */
function markOf({ _id, seen_seq, owner_epoch, draft }: AssistantTurn): BotMark {
  return { turn_id: _id, seen_seq, owner_epoch: draft?.action === 'handoff' ? owner_epoch + 1 : owner_epoch };
}
