import type { GraphClient } from '../../meta/index.js';
import { type AccountSearch, type AccountWithToken, finding, refused } from './account-finding.js';
import { type Node, nodesOf, readEdge, textOf } from './graph-list.js';
import { missingScopes, NEEDED_SCOPES } from './login-scopes.js';
import type { CheckedLogin } from './permission-check.js';

const MANAGEMENT_SCOPE = 'whatsapp_business_management';
const NUMBER_FIELDS = 'id,display_phone_number,verified_name,platform_type';
const CLOUD_API = 'CLOUD_API';
/** Each needs one call. */
const MAX_BUSINESS_ACCOUNTS = 20;

/** Finds the phone numbers of the business accounts that the token is for. */
export async function findWhatsappNumbers(graph: GraphClient, login: CheckedLogin): Promise<AccountSearch> {
  const { token, scopes, hint } = login;
  const declined = missingScopes(NEEDED_SCOPES.whatsapp, scopes).length > 0;
  const businessAccounts = businessAccountsOf(login).slice(0, MAX_BUSINESS_ACCOUNTS);
  const found: AccountSearch = { accounts: [], findings: [] };
  if (businessAccounts.length === 0 && scopes.includes(MANAGEMENT_SCOPE)) {
    found.findings.push(finding('NO_BUSINESS_ACCOUNT'));
  }
  for (const wabaId of businessAccounts) {
    const numbers = await readEdge(graph, `${encodeURIComponent(wabaId)}/phone_numbers`, token, NUMBER_FIELDS);
    const chosen = numbers.filter(({ id }) => !hint?.phone_number_id || id === hint.phone_number_id);
    if (chosen.length === 0) found.findings.push(finding('NO_NUMBER', wabaId));
    found.accounts.push(...chosen.map((number) => toAccount(number, wabaId, token, declined)));
  }
  return found;
}

function toAccount(number: Node, waba_id: string, token: string, isDeclined: boolean): AccountWithToken {
  const phone = textOf(number['display_phone_number']).replace(/^\+?/, '+');
  const account = {
    platform: 'whatsapp' as const,
    external_id: textOf(number['id']),
    name: [textOf(number['verified_name']), phone].filter(Boolean).join(' '),
    connectable: true,
    token,
    settings: { waba_id },
    ...(number['platform_type'] !== CLOUD_API && { needs_pin: true }),
  };
  return isDeclined ? refused(account, 'SCOPE_DECLINED') : account;
}

/** Meta lists no ids if the scope is granted for all business accounts. The id of Embedded Signup is used then. */
function businessAccountsOf({ granular, hint }: CheckedLogin): string[] {
  const grant = nodesOf(granular).find(({ scope }) => scope === MANAGEMENT_SCOPE);
  const targets = grant?.['target_ids'];
  const ids = Array.isArray(targets) ? targets.map(textOf).filter(Boolean) : [];
  if (!hint?.waba_id) return ids;
  return grant && (ids.length === 0 || ids.includes(hint.waba_id)) ? [hint.waba_id] : [];
}
