export const SOCIAL_KINDS = [
  'comment',
  'live_comment',
  'reaction',
  'post',
  'share',
  'mention',
  'story_insights',
] as const;
export type SocialKind = (typeof SOCIAL_KINDS)[number];

export const SOCIAL_VERBS = ['add', 'edit', 'remove', 'hide', 'unhide'] as const;
export type SocialVerb = (typeof SOCIAL_VERBS)[number];

export interface SocialAuthor {
  id: string;
  name: string | null;
}

/** Depends on the kind: for instance `reaction: love`, or the numbers of a story. */
export type SocialDetails = Readonly<Record<string, string | number>>;

/** A platform's report about a comment, reaction, post or mention. */
export interface SocialEvent {
  /** The same for every report about one comment, reaction, post or mention. */
  key: string;
  kind: SocialKind;
  verb: SocialVerb;
  /** The id of a comment or post; null for a kind without ids. */
  external_id: string | null;
  post_id: string | null;
  /** The comment that it answers or reacts to. */
  parent_id: string | null;
  /** Null if privacy settings hide the person. */
  author: SocialAuthor | null;
  /** Null if the platform sends ids only. */
  text: string | null;
  permalink: string | null;
  details: SocialDetails;
  /** The account itself wrote it. */
  is_own: boolean;
  /** When the comment, reaction, post or mention was made. */
  at: Date;
  /** When this change happened. */
  changed_at: Date;
}
