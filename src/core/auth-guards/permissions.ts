export const ROLES = ['super_admin', 'owner', 'manager', 'staff'] as const;
export type Role = (typeof ROLES)[number];

const EVERYONE = ['owner', 'manager', 'staff'] as const;
const MANAGEMENT = ['owner', 'manager'] as const;
const OWNER = ['owner'] as const;

/** Permission -> roles that have it. A super_admin has every permission. */
export const PERMISSIONS = {
  'profile:manage': EVERYONE,
  'company:read': EVERYONE,
  'company:update': MANAGEMENT,
  'users:read': EVERYONE,
  'users:manage': MANAGEMENT,
  'contacts:read': EVERYONE,
  'contacts:write': EVERYONE,
  'contacts:delete': MANAGEMENT,
  'contacts:import': MANAGEMENT,
  'contacts:export': MANAGEMENT,
  'pets:read': EVERYONE,
  'pets:write': EVERYONE,
  'conversations:read': EVERYONE,
  'conversations:write': EVERYONE,
  'messages:send': EVERYONE,
  'messages:import': MANAGEMENT,
  'booking:read': EVERYONE,
  'booking:write': EVERYONE,
  'booking:override': EVERYONE,
  'booking:manage': MANAGEMENT,
  'time-off:request': EVERYONE,
  'payments:read': EVERYONE,
  'payments:take': EVERYONE,
  'payments:refund': MANAGEMENT,
  'channels:read': EVERYONE,
  'channels:manage': MANAGEMENT,
  'integrations:manage': MANAGEMENT,
  'api-keys:manage': MANAGEMENT,
  'secrets:manage': MANAGEMENT,
  'flows:read': EVERYONE,
  'flows:manage': MANAGEMENT,
  'knowledge:read': EVERYONE,
  'knowledge:manage': MANAGEMENT,
  'assistant:read': EVERYONE,
  'assistant:manage': MANAGEMENT,
  'inbound:manage': MANAGEMENT,
  'dashboard:read': MANAGEMENT,
  'jobs:manage': OWNER,
  'platform:manage': [],
} as const satisfies Record<string, readonly Role[]>;

export type Permission = keyof typeof PERMISSIONS;

/** No API key may have these: they manage log-ins, accounts, keys and secrets. */
const ONLY_FOR_PEOPLE: readonly Permission[] = [
  'profile:manage',
  'users:manage',
  'api-keys:manage',
  'secrets:manage',
  'jobs:manage',
  'platform:manage',
];

/** Webhooks send data that needs these permissions, so a key that manages webhooks needs them, too. */
const READ_BY_WEBHOOKS: readonly Permission[] = [
  'conversations:read',
  'contacts:read',
  'pets:read',
  'booking:read',
  'channels:read',
];

/** Flows and the assistant write to customers, change them, book, and send what they know to other systems. */
const USED_BY_AUTOMATION: readonly Permission[] = [
  'conversations:read',
  'conversations:write',
  'messages:send',
  'contacts:read',
  'contacts:write',
  'pets:read',
  'booking:read',
  'booking:write',
];

/** Permissions that do what other permissions allow. */
const INCLUDED: readonly { readonly by: Permission; readonly needs: readonly Permission[]; readonly why: string }[] = [
  { by: 'integrations:manage', needs: READ_BY_WEBHOOKS, why: 'webhooks send this data' },
  { by: 'flows:manage', needs: ['flows:read', ...USED_BY_AUTOMATION], why: 'flows do this' },
  {
    by: 'assistant:read',
    needs: ['contacts:read', 'pets:read', 'booking:read', 'knowledge:read'],
    why: 'a trial of the assistant tells this',
  },
  { by: 'assistant:manage', needs: ['assistant:read', ...USED_BY_AUTOMATION], why: 'the assistant does this' },
];

/** The further permissions that a key needs because it may manage webhooks, flows or the assistant; undefined if none is missing. */
export function missingForKey(
  permissions: readonly Permission[],
): { readonly by: Permission; readonly missing: Permission[]; readonly why: string } | undefined {
  const used = INCLUDED.filter(({ by }) => permissions.includes(by));
  return used
    .map(({ by, needs, why }) => ({ by, why, missing: needs.filter((one) => !permissions.includes(one)) }))
    .find(({ missing }) => missing.length > 0);
}

/** Whether an API key may have the permission. */
export function isPermissionOfKeys(permission: string): permission is Permission {
  return permission in PERMISSIONS && !ONLY_FOR_PEOPLE.includes(permission as Permission);
}

export function rolesWith(permission: Permission): readonly Role[] {
  return ['super_admin', ...PERMISSIONS[permission]];
}

export function isAllowed(role: Role, permission: Permission): boolean {
  return rolesWith(permission).includes(role);
}
