import { ApiProperty } from '@nestjs/swagger';
import type { Draft } from '../../assistant-core/index.js';
import { ACTIONS } from '../try/try.dto.js';
import { type AssistantReplay, REPLAY_STATUSES, type ReplayStatus } from './assistant-replay.schema.js';
import type { ReplayRow } from './replay-row.schema.js';
import type { ReplayableTurn } from './replayed-turns.repository.js';

export class ReplayBeforeDto {
  text!: string;
  @ApiProperty({ enum: ACTIONS }) action!: Draft['action'];
}

export class ReplayAfterDto extends ReplayBeforeDto {
  @ApiProperty({
    type: String,
    nullable: true,
    description: 'A code of the model, or NO_STORED_ANSWER for a tool call that the turn did not make',
  })
  failure!: string | null;
}

export class ReplayRowDto {
  turn_id!: string;
  conversation_id!: string;
  contact_name!: string;
  @ApiProperty({ description: 'What the customer wrote' }) messages!: string[];
  before!: ReplayBeforeDto;
  after!: ReplayAfterDto;
  @ApiProperty({ description: 'Whether text and action are the same' }) is_same!: boolean;
}

export class ReplayDto {
  _id!: string;
  prompt_id!: string;
  @ApiProperty({ enum: REPLAY_STATUSES }) status!: ReplayStatus;
  @ApiProperty({ type: 'integer' }) done!: number;
  @ApiProperty({ type: 'integer', description: 'At most 50' }) total!: number;
  @ApiProperty({ description: 'US cents' }) cents!: number;
  @ApiProperty({ type: String, nullable: true, description: 'Why it failed', example: 'BUDGET_SPENT' })
  code!: string | null;
  rows!: ReplayRowDto[];
}

/** The newest turn first. Rows whose turn is gone are left out. */
export function toReplayDto(
  { _id, prompt_id, status, done, turn_ids, cents, code }: AssistantReplay,
  rows: readonly ReplayRow[],
  turns: readonly ReplayableTurn[],
): ReplayDto {
  const shown = turn_ids.flatMap((id) => {
    const row = rows.find(({ turn_id }) => turn_id.equals(id));
    const turn = turns.find((one) => one._id.equals(id));
    return row && turn ? [toRowDto(row, turn)] : [];
  });
  return {
    _id: _id.toHexString(),
    prompt_id: prompt_id.toHexString(),
    status,
    done,
    total: turn_ids.length,
    cents,
    code,
    rows: shown,
  };
}

function toRowDto(
  { text, action, failure }: ReplayRow,
  { _id, conversation_id, facts, messages, draft }: ReplayableTurn,
): ReplayRowDto {
  return {
    turn_id: _id.toHexString(),
    conversation_id: conversation_id.toHexString(),
    contact_name: facts.contact.full_name,
    messages: messages.map((message) => message.text),
    before: { text: draft.text, action: draft.action },
    after: { text, action, failure },
    is_same: text === draft.text && action === draft.action,
  };
}
