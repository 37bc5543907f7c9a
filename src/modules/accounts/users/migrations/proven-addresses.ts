import type { Migration } from '../../../../core/database/index.js';

/** Nobody reads the mailboxes of the demo. */
const DEMO_OWNERS: readonly unknown[] = ['demo@patas.example', 'rita@bairro.example'];

/**
 * Everybody but owners joined by a mailed link, which proves the address. Owners typed their address and must prove
 * it before they invite again. Invitations get a field of their own, so that a password reset leaves them alone.
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
