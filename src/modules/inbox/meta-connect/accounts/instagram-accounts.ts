import type { GraphClient } from '../../meta/index.js';
import { type AccountSearch, finding, refused } from './account-finding.js';
import { textOf } from './graph-list.js';
import { missingScopes, NEEDED_SCOPES } from './login-scopes.js';
import type { CheckedLogin } from './permission-check.js';

/** Finds the account of an Instagram Login. Webhooks have its `user_id`; its `id` is scoped to the app. */
export async function findInstagramAccount(
  graph: GraphClient,
  { token, scopes }: CheckedLogin,
): Promise<AccountSearch> {
  const me = await graph.get('me', token, { fields: 'id,user_id,username,account_type' });
  const external_id = textOf(me['user_id']);
  const name = textOf(me['username']) || external_id;
  const account = { platform: 'instagram' as const, external_id, name, connectable: true, token };
  if (me['account_type'] === 'PERSONAL') {
    return { accounts: [refused(account, 'NOT_PROFESSIONAL')], findings: [finding('NOT_PROFESSIONAL', name)] };
  }
  const isDeclined = missingScopes(NEEDED_SCOPES.instagram, scopes).length > 0;
  return { accounts: [isDeclined ? refused(account, 'SCOPE_DECLINED') : account], findings: [] };
}
