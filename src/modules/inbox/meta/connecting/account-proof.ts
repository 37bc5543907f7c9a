import type { GraphClient } from '../graph/graph-client.js';
import { isInstagramLoginToken } from '../graph/graph-routes.js';
import type { TestedAccount } from '../../channels/index.js';
import type { GraphFindings } from './graph-findings.js';
import { StepFailure } from './step-failure.js';

/** Each costs a call. */
const MAX_BUSINESS_ACCOUNTS = 20;
const NUMBERS_A_PAGE = '100';
const WHATSAPP_SCOPE = 'whatsapp_business_management';

type Node = Readonly<Record<string, unknown>>;

/**
 * Also finds the settings of the account.
 * @throws StepFailure for the token of another account; GraphRefusal | GraphUnreachable
 */
export async function proveAccount(
  graph: GraphClient,
  account: TestedAccount,
  token: string,
  findings: GraphFindings,
): Promise<void> {
  if (account.platform === 'whatsapp') return proveNumber(graph, account, token, findings);
  if (account.platform === 'facebook') return provePage(graph, account, token);
  if (isInstagramLoginToken(token)) return proveInstagramLogin(graph, account, token, findings);
  return proveLinkedInstagram(graph, account, token, findings);
}

async function provePage(graph: GraphClient, { external_id }: TestedAccount, token: string): Promise<void> {
  const { id } = await graph.get('me', token, { fields: 'id' });
  expectAccount(external_id, id, 'Paste the access token of the Page itself');
}

/** Instagram Login has two ids of an account; webhooks carry the `user_id`. */
async function proveInstagramLogin(
  graph: GraphClient,
  { external_id, settings }: TestedAccount,
  token: string,
  findings: GraphFindings,
): Promise<void> {
  const { id, user_id } = await graph.get('me', token, { fields: 'id,user_id' });
  expectAccount(external_id, user_id, 'Connect the account with its user_id as external_id');
  const scopedId = textOf(id);
  if (scopedId) findings.app_scoped_id = scopedId;
  if ('page_id' in settings) {
    const { page_id: _, ...others } = settings;
    findings.settings = others;
  }
}

/** With Facebook Login the token belongs to the Page of the account. */
async function proveLinkedInstagram(
  graph: GraphClient,
  { external_id, settings }: TestedAccount,
  token: string,
  findings: GraphFindings,
): Promise<void> {
  const { id, instagram_business_account } = await graph.get('me', token, { fields: 'id,instagram_business_account' });
  const linked = (instagram_business_account as Node | undefined)?.['id'];
  expectAccount(external_id, linked, 'Paste the access token of the Page that the account is linked to');
  findings.settings = { ...settings, page_id: String(id) };
}

/** The token must be granted for the business account of the number. */
async function proveNumber(
  graph: GraphClient,
  { external_id, settings }: TestedAccount,
  token: string,
  findings: GraphFindings,
): Promise<void> {
  const named = settings['waba_id'];
  const candidates = candidateBusinessAccounts(findings, typeof named === 'string' ? named : undefined);
  for (const waba_id of candidates.slice(0, MAX_BUSINESS_ACCOUNTS)) {
    if (await ownsNumber(graph, waba_id, external_id, token)) {
      findings.settings = { ...settings, waba_id };
      return;
    }
  }
  throw new StepFailure(
    `The token cannot act for the number ${external_id}. Create a token with ${WHATSAPP_SCOPE} for the business account that owns the number`,
  );
}

async function ownsNumber(graph: GraphClient, wabaId: string, numberId: string, token: string): Promise<boolean> {
  let after: string | undefined;
  do {
    const query = { fields: 'id', limit: NUMBERS_A_PAGE, ...(after && { after }) };
    const { data, paging } = await graph.get(`${encodeURIComponent(wabaId)}/phone_numbers`, token, query);
    const numbers = Array.isArray(data) ? (data as Node[]) : [];
    if (numbers.some(({ id }) => textOf(id) === numberId)) return true;
    const { next, cursors } = (paging ?? {}) as { next?: string; cursors?: { after?: string } };
    after = next ? cursors?.after : undefined;
  } while (after);
  return false;
}

/** The business accounts of the token, or the one of the settings. */
function candidateBusinessAccounts(findings: GraphFindings, named: string | undefined): string[] {
  const grant = findings.granularScopes?.find(({ scope }) => scope === WHATSAPP_SCOPE);
  if (!grant) return [];
  const { target_ids } = grant;
  if (Array.isArray(target_ids)) return target_ids.map(String).filter((id) => !named || id === named);
  // Meta lists no ids if the scope is granted for all business accounts.
  if (!named) {
    throw new StepFailure(
      'The token is for all business accounts. Set settings.waba_id to the business account that owns the number',
    );
  }
  findings.isSubscriptionNeeded = true;
  return [named];
}

function expectAccount(externalId: string, found: unknown, advice: string): void {
  const id = textOf(found);
  if (id !== externalId) {
    throw new StepFailure(`This is a token of ${id ?? 'an unknown account'}, not of ${externalId}. ${advice}`);
  }
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' || typeof value === 'number' ? String(value) : undefined;
}
