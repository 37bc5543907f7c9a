import { Types } from 'mongoose';
import type { Inbox } from './inbox.js';
import { openRawDatabase } from './raw-database.js';

/** An offer of times that nobody can answer any more. */
export async function endedOffer(
  inbox: Inbox,
  companyId: string,
  { contact_id, conversation_id }: Record<string, string>,
): Promise<string> {
  const raw = await openRawDatabase(inbox.app);
  const [_id, at] = [new Types.ObjectId(), new Date()];
  await raw.db.collection('time_offers').insertOne({
    _id,
    company_id: new Types.ObjectId(companyId),
    conversation_id: new Types.ObjectId(conversation_id),
    contact_id: new Types.ObjectId(contact_id),
    service_id: new Types.ObjectId(),
    service_name: 'Bath',
    pet_ids: [],
    pet_names: [],
    language: 'en',
    time_zone: 'UTC',
    slots: [{ starts_at: at, ends_at: at, staff_id: null, staff_name: null, label: 'Tue 3 Dec, 10:30' }],
    state: 'withdrawn',
    expires_at: at,
    answers_until: at,
    user_id: null,
    message_id: null,
    message_seq: null,
    answer: null,
    appointment_id: null,
    merge_marks: [],
    created_at: at,
    updated_at: at,
  });
  await raw.close();
  return _id.toHexString();
}
