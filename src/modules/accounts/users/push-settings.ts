/** What pushes show a user, and when none are sent. */
export interface PushSettings {
  /** Pushes show texts of messages and notes; else only names. */
  shows_text: boolean;
  /** Local times "HH:MM" of the company; null: pushes at any time. */
  quiet_hours: { from: string; to: string } | null;
}
