import type { Migration } from '../../../../core/database/index.js';

/** Nobody reads the mailboxes of the demo. */
const DEMO_OWNERS: readonly unknown[] = ['demo@patas.example', 'rita@bairro.example'];

/**
 * Whoever is no owner came by a mailed link, which proves the address. Owners typed theirs at registration and have to prove
 * it before they invite again. Invitations get a field of their own, so that a forgotten password leaves them as they are.
 */
export const provenAddresses: Migration = {
  name: 'users know whether their address is proven',
  collection: 'users',
  old: { email_verified_at: { $exists: false } },
  guard: 'updated_at',
  changes: () =>
    Promise.resolve(({ email, role, state, created_at, password_link }) => {
      const isProven = DEMO_OWNERS.includes(email) || (role !== 'owner' && state === 'active');
      const link = (password_link as unknown) ?? null;
      const links = state === 'invited' ? { invitation_link: link, password_link: null } : { invitation_link: null };
      const email_verified_at = isProven ? (created_at as Date) : null;
      return { $set: { email_verified_at, verification_link: null, ...links } };
    }),
};
