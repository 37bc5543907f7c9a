import { Types } from 'mongoose';
import type { Contact } from './schemas/contact.schema.js';

/** If nobody reads them, the oldest are left out. */
const MAX_ADDED_TAGS = 50;

/**
 * Writes down which tags a change adds, in the write that adds them.
 * @param fields the change
 * @param runId the run of a flow that makes the change
 */
export function withAddedTags(
  { tags, added_tags = [] }: Contact,
  fields: Partial<Contact>,
  runId: Types.ObjectId | null = null,
): Partial<Contact> {
  const added = (fields.tags ?? []).filter((tag) => !tags.includes(tag));
  if (added.length === 0) return fields;
  const at = new Date();
  const entries = [...new Set(added)].map((tag) => ({ id: new Types.ObjectId(), tag, at, run_id: runId }));
  return { ...fields, added_tags: [...added_tags, ...entries].slice(-MAX_ADDED_TAGS) };
}
