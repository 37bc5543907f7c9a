/** As much as the assistant core sends to a model. */
export const MAX_PROMPT_LENGTH = 6_000;
export const MAX_NOTE_LENGTH = 300;
export const MAX_DRAFTS = 20;
/** Older ones are deleted. */
export const KEPT_RETIRED = 100;
