import type { GraphClient } from '../../meta/index.js';
import { type AccountSearch, type AccountWithToken, finding, refused } from './account-finding.js';
import { type Node, nodesOf, readEdge, textOf } from './graph-list.js';
import { LINKED_INSTAGRAM_SCOPES, missingScopes, NEEDED_SCOPES, SCOPES_FOR_MESSAGES } from './login-scopes.js';
import type { CheckedLogin } from './permission-check.js';

const PAGE_FIELDS = 'id,name,access_token,tasks,instagram_business_account{id,username}';
/** `MODERATE` is needed to subscribe to events. */
const NEEDED_TASKS = ['MESSAGING', 'MODERATE'];

/** Finds the Pages of a person, and the Instagram accounts that are linked to them. */
export async function findFacebookAccounts(graph: GraphClient, login: CheckedLogin): Promise<AccountSearch> {
  const pages = await readEdge(graph, 'me/accounts', login.token, PAGE_FIELDS);
  const accounts = pages.flatMap((page) => accountsOf(page, login.scopes));
  return { accounts, findings: [...withoutPages(pages, login), ...pages.flatMap((page) => findingsOf(page, login))] };
}

function accountsOf(page: Node, scopes: readonly string[]): AccountWithToken[] {
  const external_id = textOf(page['id']);
  const token = textOf(page['access_token']);
  const account = { platform: 'facebook' as const, external_id, name: textOf(page['name']), connectable: true, token };
  const linked = linkedOf(page);
  return [
    judge(account, page, missingScopes(NEEDED_SCOPES.facebook, scopes)),
    ...(linked
      ? [
          judge(
            { ...account, ...linked, platform: 'instagram' as const, settings: { page_id: external_id } },
            page,
            missingScopes(SCOPES_FOR_MESSAGES.facebook, scopes),
          ),
        ]
      : []),
  ];
}

function judge(account: AccountWithToken, page: Node, missing: readonly string[]): AccountWithToken {
  if (missing.length > 0) return refused(account, 'SCOPE_DECLINED');
  // Without a token of the Page, PetBuddy cannot act in its name.
  return account.token && hasTasks(page) ? account : refused(account, 'MISSING_TASK');
}

function hasTasks(page: Node): boolean {
  const tasks = page['tasks'];
  return !Array.isArray(tasks) || NEEDED_TASKS.every((task) => tasks.includes(task));
}

function linkedOf(page: Node): { external_id: string; name: string } | undefined {
  const linked = page['instagram_business_account'] as Node | undefined;
  const external_id = textOf(linked?.['id']);
  return external_id ? { external_id, name: textOf(linked?.['username']) || external_id } : undefined;
}

/** The reasons why a log-in has no Page at all. */
function withoutPages(pages: readonly Node[], { granular, scopes }: CheckedLogin): AccountSearch['findings'] {
  if (pages.length > 0 || !scopes.includes('pages_show_list')) return [];
  const ticked = nodesOf(granular).find(({ scope }) => scope === 'pages_show_list')?.['target_ids'];
  return [finding(Array.isArray(ticked) && ticked.length > 0 ? 'NO_PAGE_ROLE' : 'PAGE_NOT_TICKED')];
}

function findingsOf(page: Node, { scopes }: CheckedLogin): AccountSearch['findings'] {
  const name = textOf(page['name']);
  const isAsked = LINKED_INSTAGRAM_SCOPES.every((scope) => scopes.includes(scope));
  return [
    ...(hasTasks(page) ? [] : [finding('MISSING_TASK', name)]),
    ...(isAsked && !linkedOf(page) ? [finding('NO_LINKED_INSTAGRAM', name)] : []),
  ];
}
