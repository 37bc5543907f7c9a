import { randomId } from '#web/lib/random-id.ts';

export type Mode = 'reply' | 'note';

/** A text that is not sent yet. It keeps its `client_id` until it is sent, so that it is never stored twice. */
export interface Draft {
  text: string;
  client_id: string;
  /** The server has this text. */
  isSaved: boolean;
  /** Versions that the server may have of a draft that was emptied here. Until it has deleted them, the emptied draft is kept. */
  emptied?: readonly number[];
}

export type Drafts = Readonly<Record<string, Draft>>;

/** A draft belongs to one conversation and one mode. */
export const draftKey = (conversationId: string, mode: Mode): string => `${conversationId} ${mode}`;

/** The drafts with this text; an empty one is left out. */
export function withText(drafts: Drafts, key: string, text: string, isSaved = false): Drafts {
  const { [key]: before, ...others } = drafts;
  return text === '' ? others : { ...others, [key]: { text, client_id: before?.client_id ?? randomId(), isSaved } };
}

/** Empties one draft. The next text gets a new `client_id`. */
export const withoutText = (drafts: Drafts, key: string, emptied: readonly number[]): Drafts => ({
  ...drafts,
  [key]: { text: '', client_id: randomId(), isSaved: false, emptied },
});

/** Whether the server's draft differs from the one that was emptied here, perhaps before a reload. */
export const isOtherThanEmptied = ({ emptied }: Draft, version: number): boolean =>
  emptied !== undefined && !emptied.includes(version);
