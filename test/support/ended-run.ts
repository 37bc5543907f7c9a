import { Types } from 'mongoose';
import type { Inbox } from './inbox.js';
import { openRawDatabase } from './raw-database.js';

/** A run that has ended, so that nothing changes it while a test compares documents. */
export async function endedRun(
  inbox: Inbox,
  companyId: string,
  flowId: string,
  { contact_id, conversation_id }: Record<string, string>,
): Promise<string> {
  const raw = await openRawDatabase(inbox.app);
  const _id = new Types.ObjectId();
  const now = new Date();
  const state = {
    status: 'done',
    node_id: 'hello',
    steps: 2,
    visits: {},
    messages_since_answer: 1,
    vars: {},
    wait: null,
  };
  await raw.db.collection('flow_runs').insertOne({
    _id,
    company_id: new Types.ObjectId(companyId),
    flow_id: new Types.ObjectId(flowId),
    flow_name: 'Welcome customers',
    version: 1,
    conversation_id: new Types.ObjectId(conversation_id),
    contact_id: new Types.ObjectId(contact_id),
    channel_id: null,
    trigger: { kind: 'keyword', key: 'message:1', node_id: 'start' },
    state: { ...state, stop_reason: 'finished' },
    log: [],
    effects: [],
    answers: [],
    handled_seq: 1,
    seen_seq: 1,
    owner_epoch: 0,
    chain: 0,
    fence: 1,
    started_at: now,
    ended_at: now,
    merge_marks: [],
    created_at: now,
    updated_at: now,
  });
  await raw.close();
  return _id.toHexString();
}
