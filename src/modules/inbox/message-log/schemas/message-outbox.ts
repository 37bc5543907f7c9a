/** `pending`: about to be made; `calling`: under way when this was written; `unknown`: may have arrived. */
export interface SendAttempt {
  at: Date;
  outcome: 'pending' | 'calling' | 'sent' | 'failed' | 'unknown';
  code?: string;
}

/** Never shown. */
export interface Outbox {
  /** Absent once it is settled. */
  due_at?: Date;
  /** After this time it fails instead of being tried again. */
  give_up_at: Date;
  attempts: SendAttempt[];
  /** Ids of the sent parts, as the version before stores them. Remove with the next release. */
  parts?: (string | null)[];
  fence?: number;
}
