import type { Schemas } from '#web/lib/api/client.ts';

export type Permission = Schemas['CreateApiKeyDto']['permissions'][number];

/** In the order of the form. */
export const PERMISSION_GROUPS = ['company', 'customers', 'inbox', 'booking', 'automation', 'connections'] as const;
type PermissionGroup = (typeof PERMISSION_GROUPS)[number];

type SubjectOf<Code> = Code extends `${infer Subject}:${string}` ? Subject : never;
type KeyOf<Code> = Code extends `${infer Subject}:${infer Act}` ? `${Subject}_${Act}` : never;

const GROUP_OF: Readonly<Record<SubjectOf<Permission>, PermissionGroup>> = {
  company: 'company',
  users: 'company',
  dashboard: 'company',
  contacts: 'customers',
  pets: 'customers',
  conversations: 'inbox',
  messages: 'inbox',
  booking: 'booking',
  'time-off': 'booking',
  payments: 'booking',
  flows: 'automation',
  knowledge: 'automation',
  assistant: 'automation',
  channels: 'connections',
  integrations: 'connections',
  inbound: 'connections',
};

export function groupOf(permission: Permission): PermissionGroup {
  const [subject] = permission.split(':');
  return GROUP_OF[subject as SubjectOf<Permission>];
}

/** The key of the words for a permission. The code itself does not fit, because a colon ends the namespace of a key. */
export const wordsOf = (permission: Permission) =>
  `apiKeys.can.${permission.replace(':', '_') as KeyOf<Permission>}` as const;
