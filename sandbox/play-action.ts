/** Ids are those of messages in the conversation. */
export type PlayAction =
  | { do: 'text'; text: string; reply_to?: string }
  | { do: 'file'; media_id: string }
  | { do: 'like' }
  | { do: 'story_reply'; text: string }
  | { do: 'story_mention' }
  | { do: 'react'; message_id: string; emoji: string | null }
  | { do: 'unsend'; message_id: string }
  | { do: 'edit'; message_id: string; text: string }
  | { do: 'change_number' }
  | { do: 'phone_app_text'; text: string }
  | { do: 'phone_app_edit'; message_id: string; text: string }
  | { do: 'phone_app_revoke'; message_id: string }
  | { do: 'press'; message_id: string; payload: string };
