/** Code and token exchange, `debug_token`, and the nodes below `/me`. */
import type { Channel } from '../channels.ts';
import { isText, type JsonObject } from '../json.ts';
import { ALL_SCOPES, TOKEN_FAILURES, type Token } from '../tokens.ts';
import { requireToken, tokenError, type GraphCall, type GraphContext, type GraphResult } from './context.ts';
import { GraphError, invalidParam } from './errors.ts';
import type { Grant, OauthCodes } from './oauth-codes.ts';
import { fieldsParam, onlyParams, pickFields, textParam } from './params.ts';

const SHORT_TOKEN_S = 2 * 3600;
const LONG_TOKEN_S = 60 * 24 * 3600;
const EXCHANGE_KEYS = ['client_id', 'client_secret', 'redirect_uri', 'code', 'grant_type', 'fb_exchange_token'];

/** `GET /oauth/access_token`: a code for a short token, a short token for a long one, or the app's own. */
export function exchangeToken(context: GraphContext, call: GraphCall, codes: OauthCodes): GraphResult {
  const { params } = call;
  onlyParams(params, EXCHANGE_KEYS);
  assertApp(context, params);
  assertSecret(context, params);
  const { tokens } = context.state;
  const grant = params['grant_type'];
  if (grant === 'client_credentials') {
    return { json: { access_token: appToken(context), token_type: 'bearer' } };
  }
  if (grant === 'fb_exchange_token') {
    const short = tokens.find(textParam(params, 'fb_exchange_token'));
    if (short === undefined)
      throw new GraphError(190, 'Invalid OAuth access token - Cannot parse access token', { status: 401 });
    const state = tokens.stateOf(short);
    if (state !== 'valid') throw tokenError(state);
    const { scopes, targets, tasks } = short;
    return issued(context, { type: 'USER', scopes, targets, ...(tasks && { tasks }) }, LONG_TOKEN_S);
  }
  if (grant !== undefined && grant !== 'authorization_code') throw invalidParam('Invalid grant_type');
  const redirectUri = isText(params['redirect_uri']) ? params['redirect_uri'] : '';
  const granted = codes.redeem(textParam(params, 'code'), redirectUri, false);
  // The token of Embedded Signup belongs to the business and does not expire.
  return issued(context, granted, granted.type === 'SYSTEM_USER' ? undefined : SHORT_TOKEN_S);
}

function issued(context: GraphContext, grant: Omit<Grant, 'redirectUri'>, lifetimeSeconds?: number): GraphResult {
  const { type, targets, scopes, tasks } = grant;
  const lifetime = lifetimeSeconds === undefined ? {} : { lifetimeSeconds };
  const token = context.state.tokens.issue({ type, targets, scopes, ...(tasks && { tasks }), ...lifetime });
  const expiry = lifetimeSeconds === undefined ? {} : { expires_in: lifetimeSeconds };
  return { json: { access_token: token.value, token_type: 'bearer', ...expiry } };
}

const INSTAGRAM_CODE_KEYS = ['client_id', 'client_secret', 'grant_type', 'redirect_uri', 'code'];
const INSTAGRAM_SHORT_TOKEN_S = 3600;

/** `POST /oauth/access_token` of Instagram Login; it takes a form body only. */
export function redeemInstagramCode(context: GraphContext, params: JsonObject, codes: OauthCodes): JsonObject {
  onlyParams(params, INSTAGRAM_CODE_KEYS);
  assertApp(context, params);
  assertSecret(context, params);
  if (params['grant_type'] !== 'authorization_code') throw invalidParam('Invalid grant_type');
  const { scopes, targets } = codes.redeem(textParam(params, 'code'), textParam(params, 'redirect_uri'), true);
  const lifetimeSeconds = INSTAGRAM_SHORT_TOKEN_S;
  const token = context.state.tokens.issue({ type: 'INSTAGRAM', targets, scopes, lifetimeSeconds });
  return { access_token: token.value, user_id: Number(targets[0]), permissions: scopes };
}

/** `GET /access_token` of Instagram's host: exchanges a short token for a long-lived one. */
export function exchangeInstagramToken(context: GraphContext, call: GraphCall): GraphResult {
  onlyParams(call.params, ['grant_type', 'client_secret']);
  if (textParam(call.params, 'grant_type') !== 'ig_exchange_token') throw invalidParam('Invalid grant_type');
  assertSecret(context, call.params);
  const { targets, scopes } = requireToken(context, call);
  return issued(context, { type: 'INSTAGRAM', targets, scopes }, LONG_TOKEN_S);
}

function assertSecret(context: GraphContext, params: JsonObject): void {
  if (params['client_secret'] !== context.state.appSecret) {
    throw new GraphError(1, 'Error validating client secret.');
  }
}

function assertApp(context: GraphContext, params: JsonObject): void {
  if (textParam(params, 'client_id') !== context.state.appId) {
    throw new GraphError(101, 'Error validating application. Cannot get application info due to a system error.');
  }
}

function appToken(context: GraphContext): string {
  return `${context.state.appId}|${context.state.appSecret}`;
}

const RENEWABLE_AFTER_S = 24 * 3600;

/** `GET /refresh_access_token` of Instagram's host: a new token for one that is at least 24 hours old and not expired. */
export function refreshInstagramToken(context: GraphContext, call: GraphCall): GraphResult {
  onlyParams(call.params, ['grant_type']);
  if (textParam(call.params, 'grant_type') !== 'ig_refresh_token') throw invalidParam('Invalid grant_type');
  const token = requireToken(context, call);
  const { tokens } = context.state;
  if (tokens.seconds() - token.issuedAt < RENEWABLE_AFTER_S) {
    throw invalidParam('The access token must be at least 24 hours old to be refreshed');
  }
  const { value, expiresAt, issuedAt } = tokens.renew(token);
  return { json: { access_token: value, token_type: 'bearer', expires_in: expiresAt - issuedAt } };
}

/** `GET /debug_token`: 200 even for a token that no longer works. */
export function debugToken(context: GraphContext, call: GraphCall): GraphResult {
  onlyParams(call.params, ['input_token']);
  const inspected = textParam(call.params, 'input_token');
  if (call.tokenValue !== appToken(context)) requireToken(context, call);
  const token = context.state.token(inspected);
  if (token === undefined || token.type === 'INSTAGRAM') {
    const error = { code: 190, message: 'Invalid OAuth access token.' };
    return { json: { data: { error, is_valid: false, scopes: [] } } };
  }
  return { json: { data: describeToken(context, token) } };
}

function describeToken(context: GraphContext, token: Token): JsonObject {
  const state = context.state.tokens.stateOf(token);
  const error =
    state === 'valid' ? {} : { error: { code: 190, message: `Token: ${state}`, subcode: TOKEN_FAILURES[state] } };
  return {
    app_id: context.state.appId,
    type: token.type,
    application: 'PetBuddy sandbox',
    is_valid: state === 'valid',
    issued_at: token.issuedAt,
    expires_at: token.expiresAt,
    data_access_expires_at: token.dataAccessExpiresAt,
    scopes: token.scopes,
    granular_scopes: granularScopes(context, token),
    user_id: token.userId,
    ...(token.type === 'PAGE' ? { profile_id: token.targets[0] } : {}),
    ...error,
  };
}

/** Prefix of a permission -> kind of target. */
const TARGET_KINDS = [
  ['pages_', 'facebook'],
  ['instagram_', 'instagram'],
  ['whatsapp_', 'business account'],
] as const;

function granularScopes({ state }: GraphContext, token: Token): JsonObject[] {
  const kindOf = (id: string): string => state.channel(id)?.platform ?? 'business account';
  if (token.isForAll) return token.scopes.map((scope) => ({ scope }));
  return token.scopes.flatMap((scope) => {
    const kind = TARGET_KINDS.find(([prefix]) => scope.startsWith(prefix))?.[1];
    const targets = token.targets.filter((id) => kindOf(id) === kind);
    return targets.length > 0 ? [{ scope, target_ids: targets }] : [];
  });
}

const ALL_TASKS = ['MESSAGING', 'MODERATE', 'MANAGE', 'CREATE_CONTENT'];
const PAGE_FIELDS = ['id', 'name', 'access_token', 'tasks', 'instagram_business_account', 'category'];

/** `GET /me/accounts`: the Pages of a person with their tokens, in pages of `limit`. */
export function listPages(context: GraphContext, call: GraphCall): GraphResult {
  onlyParams(call.params, ['fields', 'limit', 'after']);
  const token = requireToken(context, call);
  const asked = fieldsParam(call.params, PAGE_FIELDS, 'Page');
  const fields = asked.length === 0 ? ['id', 'name', 'access_token', 'tasks', 'category'] : asked;
  const all = context.state.channels.filter(
    (channel) => channel.platform === 'facebook' && token.targets.includes(channel.external_id),
  );
  const start = Number(call.params['after'] ?? 0);
  const limit = Number(call.params['limit'] ?? 25);
  const data = all.slice(start, start + limit).map((page) => {
    const isInstagramShown = token.scopes.includes('instagram_basic');
    const instagram = context.state.channels.find((channel) => channel.page_id === page.external_id);
    const node: JsonObject = {
      id: page.external_id,
      name: page.name,
      access_token: context.state.pageToken(page, token),
      category: 'Pet Service',
      tasks: token.tasks ?? ALL_TASKS,
      instagram_business_account: instagram && isInstagramShown ? linkedAccount(instagram, call) : undefined,
    };
    return pickFields(node, fields);
  });
  const after = String(start + limit);
  const hasMore = start + limit < all.length;
  return { json: { data, paging: { cursors: { before: String(start), after }, ...(hasMore ? { next: after } : {}) } } };
}

function linkedAccount({ external_id: id, name }: Channel, { params }: GraphCall): JsonObject {
  const isNameAsked = String(params['fields']).includes('instagram_business_account{id,username}');
  return { id, ...(isNameAsked && { username: name }) };
}

/** `GET /me/permissions` */
export function listPermissions(context: GraphContext, call: GraphCall): GraphResult {
  onlyParams(call.params, []);
  const token = requireToken(context, call);
  const data = ALL_SCOPES.map((permission) => ({
    permission,
    status: token.scopes.includes(permission) ? 'granted' : 'declined',
  }));
  return { json: { data } };
}

/** `DELETE /me/permissions`: removes the app; every later call fails with 190/458. */
export function revokePermissions(context: GraphContext, call: GraphCall): GraphResult {
  const token = requireToken(context, call);
  context.state.tokens.setState(token.value, 'app_removed');
  return { json: { success: true } };
}
