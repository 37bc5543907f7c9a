/** `/{page | instagram account | waba}/subscribed_apps`: a POST replaces the list of fields. */
import { wabaOf } from '../channels.ts';
import { isText } from '../json.ts';
import { requireToken, type GraphCall, type GraphContext, type GraphResult } from './context.ts';
import { GraphError, invalidParam, missingObject } from './errors.ts';
import { onlyParams } from './params.ts';

export const PAGE_FIELDS: readonly string[] = [
  'feed',
  'mention',
  'name',
  'ratings',
  'leadgen',
  'live_videos',
  'messages',
  'message_echoes',
  'message_edits',
  'message_deliveries',
  'message_reads',
  'message_reactions',
  'messaging_postbacks',
  'messaging_optins',
  'messaging_referrals',
  'messaging_handovers',
  'messaging_policy_enforcement',
  'messaging_account_linking',
  'messaging_feedback',
  'standby',
];

export const INSTAGRAM_FIELDS: readonly string[] = [
  'messages',
  'messaging_seen',
  'messaging_postbacks',
  'messaging_referral',
  'messaging_optins',
  'messaging_handover',
  'message_reactions',
  'comments',
  'live_comments',
  'mentions',
  'story_insights',
  'standby',
];

type NodeKind = 'page' | 'instagram' | 'waba';

export function subscribedApps(context: GraphContext, call: GraphCall, nodeId: string): GraphResult {
  const kind = kindOf(context, call, nodeId);
  if (call.method === 'GET') return { json: { data: describe(context, nodeId, kind) } };
  const { readOnlyTargets, scopes, type } = requireToken(context, call);
  const mayNot = type === 'PAGE' && !scopes.includes('pages_manage_metadata');
  if (mayNot || readOnlyTargets.includes(nodeId)) {
    throw new GraphError(200, '(#200) Permissions error', { status: 403 });
  }
  if (call.method === 'DELETE') {
    onlyParams(call.params, []);
    context.state.subscriptions.set(nodeId, []);
    return { json: { success: true } };
  }
  if (kind === 'waba') {
    onlyParams(call.params, ['override_callback_uri', 'verify_token']);
    context.state.subscriptions.delete(nodeId);
    return { json: { success: true } };
  }
  onlyParams(call.params, ['subscribed_fields']);
  context.state.subscriptions.set(nodeId, readFields(call.params['subscribed_fields'], kind));
  return { json: { success: true } };
}

function kindOf(context: GraphContext, call: GraphCall, nodeId: string): NodeKind {
  const token = requireToken(context, call);
  const channel = context.state.channels.find((item) => item.external_id === nodeId || wabaOf(item) === nodeId);
  const isPhoneNumber = channel?.platform === 'whatsapp' && channel.external_id === nodeId;
  // The account has the edge on its own host; on the other host its Page has it.
  const isWrongHost = call.host === 'facebook' && channel?.platform === 'instagram';
  if (channel === undefined || isPhoneNumber || isWrongHost || !token.targets.includes(nodeId)) {
    throw missingObject(call.method, nodeId);
  }
  if (channel.platform === 'whatsapp') return 'waba';
  return channel.platform === 'facebook' ? 'page' : 'instagram';
}

function readFields(value: unknown, kind: 'page' | 'instagram'): string[] {
  const fields: unknown = isText(value) ? value.split(',').map((field) => field.trim()) : value;
  if (!Array.isArray(fields) || fields.length === 0) throw invalidParam('The parameter subscribed_fields is required.');
  const allowed = kind === 'page' ? PAGE_FIELDS : INSTAGRAM_FIELDS;
  return fields.map((field: unknown, index) => {
    if (isText(field) && allowed.includes(field)) return field;
    throw invalidParam(
      `Param subscribed_fields[${index}] must be one of {${allowed.join(', ')}} - got "${String(field)}".`,
    );
  });
}

function describe(context: GraphContext, nodeId: string, kind: NodeKind): unknown[] {
  const { appId, subscriptions } = context.state;
  const fields = subscriptions.get(nodeId) ?? (kind === 'page' ? PAGE_FIELDS : INSTAGRAM_FIELDS);
  if (fields.length === 0) return [];
  const app = { id: appId, name: 'PetBuddy sandbox' };
  return [kind === 'waba' ? { whatsapp_business_api_data: app } : { ...app, subscribed_fields: fields }];
}
