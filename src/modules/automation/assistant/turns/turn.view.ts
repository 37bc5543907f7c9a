import type { AssistantTurn } from '../schemas/assistant-turn.schema.js';
import { sourcesOf } from '../suggestions/suggestion.view.js';
import type { TurnDto } from './dto/turn.dto.js';

/** What staff see of a turn. */
export function toTurnDto(turn: AssistantTurn): TurnDto {
  const { _id, draft, created_at, ended_at, suggestion } = turn;
  return {
    _id: _id.toHexString(),
    conversation_id: turn.conversation_id.toHexString(),
    contact_id: turn.contact_id.toHexString(),
    channel_id: turn.channel_id?.toHexString() ?? null,
    mode: turn.mode,
    state: turn.state,
    brain: turn.brain,
    prompt_number: turn.prompt_number,
    messages: turn.messages.map(({ seq, text }) => ({ seq, text })),
    reply: draft?.text || null,
    action: draft?.action ?? null,
    reason: draft?.reason ?? turn.reason,
    choices: draft?.choices.map(({ id, label }) => ({ id, label })) ?? [],
    ...traceOf(turn),
    sources: sourcesOf(turn),
    tokens: turn.tokens,
    cents: turn.cents,
    notice: turn.notice,
    message_ids: turn.message_ids.map((id) => id.toHexString()),
    suggestion: suggestion && {
      outcome: suggestion.outcome,
      sent_text: suggestion.sent_text,
      user_id: suggestion.user_id?.toHexString() ?? null,
    },
    staff_reply: turn.staff_reply,
    error_code: turn.error_code,
    duration_ms: ended_at && ended_at.getTime() - created_at.getTime(),
    created_at,
    ended_at,
  };
}

type Traced = Pick<TurnDto, 'language' | 'intents' | 'calls' | 'gates' | 'model_steps'>;

function traceOf({ trace }: AssistantTurn): Traced {
  if (!trace) return { language: null, intents: [], calls: [], gates: [], model_steps: 0 };
  return {
    language: trace.language,
    intents: [...trace.intents],
    calls: trace.calls.map(({ name, args, code }) => ({ name, args: args as object, code })),
    gates: [...trace.gates],
    model_steps: trace.model_steps,
  };
}
