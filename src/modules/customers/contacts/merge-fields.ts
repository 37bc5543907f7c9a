import { changedFields, type ContactInput } from './contact-fields.js';
import type { Contact, ContactSocial } from './schemas/contact.schema.js';
import type { ContactMerge, MergedField } from './schemas/contact-merge.schema.js';

const FILLED = ['email', 'phone', 'locale', 'avatar_key'] as const;
const SOCIAL_PREFIX = 'social.';

type MergeChanges = Pick<ContactMerge, 'fields' | 'added_tags' | 'added_platforms'>;

/** Lists what the merge will change in the survivor: filled gaps, joined lists, appended notes. Changes nothing. */
export function planMerge(survivor: Contact, merged: Contact): MergeChanges {
  const fields: MergedField[] = [];
  const add = (field: string, before: unknown, after: unknown): void => {
    if (after !== null && after !== before) fields.push({ field, before, after });
  };
  for (const field of FILLED) if (survivor[field] === null) add(field, null, merged[field]);
  for (const field of Object.keys(survivor.social) as (keyof ContactSocial)[]) {
    if (survivor.social[field] === null) add(`${SOCIAL_PREFIX}${field}`, null, merged.social[field]);
  }
  if (survivor.is_name_placeholder && !merged.is_name_placeholder) {
    add('full_name', survivor.full_name, merged.full_name);
    add('is_name_placeholder', true, false);
  }
  add('is_vip', survivor.is_vip, survivor.is_vip || merged.is_vip);
  if (merged.notes) add('notes', survivor.notes, [survivor.notes, merged.notes].filter(Boolean).join('\n\n'));
  return {
    fields,
    added_tags: merged.tags.filter((tag) => !survivor.tags.includes(tag)),
    added_platforms: merged.platforms.filter((platform) => !survivor.platforms.includes(platform)),
  };
}

/** Leaves out fields that changed since {@link planMerge}. */
export function applyMerge(survivor: Contact, changes: MergeChanges): Partial<Contact> {
  const platforms = [...new Set([...survivor.platforms, ...changes.added_platforms])] as Contact['platforms'];
  const tags = [...new Set([...survivor.tags, ...changes.added_tags])];
  const input = whereUnchanged(
    survivor,
    changes.fields.map(({ field, before, after }) => ({ field, from: before, to: after })),
  );
  return changedFields({ ...survivor, platforms }, { ...input, tags });
}

/** Leaves out fields that changed since the merge. */
export function undoMerge(survivor: Contact, changes: MergeChanges): Partial<Contact> {
  const platforms = survivor.platforms.filter((platform) => !changes.added_platforms.includes(platform));
  const tags = survivor.tags.filter((tag) => !changes.added_tags.includes(tag));
  const input = whereUnchanged(
    survivor,
    changes.fields.map(({ field, before, after }) => ({ field, from: after, to: before })),
  );
  return changedFields({ ...survivor, platforms }, { ...input, tags });
}

function whereUnchanged(
  contact: Contact,
  changes: readonly { field: string; from: unknown; to: unknown }[],
): ContactInput {
  const top: Record<string, unknown> = {};
  const social: Record<string, unknown> = {};
  for (const { field, from, to } of changes) {
    const isSocial = field.startsWith(SOCIAL_PREFIX);
    const name = isSocial ? field.slice(SOCIAL_PREFIX.length) : field;
    const holder = (isSocial ? contact.social : contact) as unknown as Record<string, unknown>;
    if (holder[name] === from) (isSocial ? social : top)[name] = to;
  }
  return { ...top, social };
}
