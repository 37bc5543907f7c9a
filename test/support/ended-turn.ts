import { Types } from 'mongoose';
import { newDialogue } from '../../src/modules/automation/assistant-core/index.js';
import type { Inbox } from './inbox.js';
import { openRawDatabase } from './raw-database.js';

/** A turn of the assistant that has ended, so that nothing changes it while a test compares documents. */
export async function endedTurn(
  inbox: Inbox,
  companyId: string,
  { _id: messageId, contact_id, conversation_id }: Record<string, string>,
): Promise<string> {
  const raw = await openRawDatabase(inbox.app);
  const _id = new Types.ObjectId();
  const now = new Date();
  await raw.db.collection('assistant_turns').insertOne({
    _id,
    company_id: new Types.ObjectId(companyId),
    conversation_id: new Types.ObjectId(conversation_id),
    contact_id: new Types.ObjectId(contact_id),
    channel_id: null,
    mode: 'suggest',
    state: 'suggested',
    messages: [{ seq: 1, message_id: new Types.ObjectId(messageId), text: 'When are you open?' }],
    heard_seq: 1,
    seen_seq: 1,
    owner_epoch: 0,
    attempts: 1,
    brain: 'rules',
    prompt_number: null,
    facts: null,
    before: newDialogue(),
    model: null,
    outcomes: [],
    calling: null,
    has_written: false,
    aliases: { services: [], pets: [], appointments: [] },
    offers: [],
    draft: null,
    dialogue: null,
    trace: null,
    tokens: { input: 0, output: 0 },
    cents: 0,
    notice: null,
    reason: null,
    message_ids: [],
    suggestion: { outcome: 'outdated', sent_text: null, user_id: null },
    staff_reply: null,
    error_code: null,
    fence: 1,
    ended_at: now,
    merge_marks: [],
    created_at: now,
    updated_at: now,
  });
  await raw.close();
  return _id.toHexString();
}
