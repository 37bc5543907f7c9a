import type { CompanyScope } from '../../../core/tenancy/index.js';
import { type ConversationsRepository, isTakenSince } from '../conversations/index.js';
import type { Message, MessagesRepository } from '../message-log/index.js';

interface Stores {
  readonly conversations: ConversationsRepository;
  readonly messages: MessagesRepository;
}

/** Whether a person has taken the conversation from the flow that wrote this message. */
export async function isStoppedByStaff(
  { conversations, messages }: Stores,
  scope: CompanyScope,
  { bot, conversation_id }: Pick<Message, 'bot' | 'conversation_id'>,
): Promise<boolean> {
  if (!bot) return false;
  const [conversation, answer] = await Promise.all([
    conversations.read(scope, conversation_id),
    // The answer is stored before the owner of the conversation changes.
    messages.newerReply(scope, conversation_id, bot.seen_seq),
  ]);
  return answer !== null || conversation === null || isTakenSince(conversation, bot.owner_epoch);
}
