import type { AssistantTurn } from '../schemas/assistant-turn.schema.js';

/** A draft of the assistant for the composer. Ids are hex. */
export interface SuggestionView {
  readonly turn_id: string;
  readonly conversation_id: string;
  /** The contact and the messages that it answers: by them it is removed from the event log. */
  readonly contact_id: string;
  readonly message_ids: string[];
  readonly text: string;
  readonly action: string;
  readonly choices: { readonly id: string; readonly label: string }[];
  readonly sources: { readonly id: string; readonly title: string }[];
  readonly created_at: string;
}

/** @returns null for a turn without an open draft */
export function toSuggestion(turn: AssistantTurn | null): SuggestionView | null {
  if (!turn?.draft || turn.suggestion?.outcome !== 'open') return null;
  const { _id, conversation_id, draft, created_at } = turn;
  return {
    turn_id: _id.toHexString(),
    conversation_id: conversation_id.toHexString(),
    contact_id: turn.contact_id.toHexString(),
    message_ids: turn.messages.map(({ message_id }) => message_id.toHexString()),
    text: draft.text,
    action: draft.action,
    choices: draft.choices.map(({ id, label }) => ({ id, label })),
    sources: sourcesOf(turn)
      .filter(({ id }) => draft.citations.includes(id))
      .map(({ id, title }) => ({ id, title })),
    created_at: created_at.toISOString(),
  };
}

/** The passages that the turn has read, each once. */
export function sourcesOf({
  outcomes,
}: Pick<AssistantTurn, 'outcomes'>): { id: string; title: string; score: number }[] {
  const found = outcomes.flatMap((outcome) => (outcome.kind === 'retrieved' ? outcome.snippets : []));
  const once = new Map(found.map(({ id, title, score }) => [id, { id, title, score }]));
  return [...once.values()];
}
