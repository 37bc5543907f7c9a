import { isText, type JsonObject } from '../json.ts';
import { GraphError, invalidParam } from '../graph/errors.ts';
import { onlyParams, textParam } from '../graph/params.ts';
import { ALL_SCOPES } from '../tokens.ts';

export type DialogProduct = 'facebook' | 'instagram' | 'whatsapp';

export interface DialogRequest {
  product: DialogProduct;
  redirectUri: string;
  state: string | undefined;
  scopes: readonly string[];
}

const INSTAGRAM_SCOPES: readonly string[] = [
  'instagram_business_basic',
  'instagram_business_manage_messages',
  'instagram_business_manage_comments',
  'instagram_business_content_publish',
];
const WHATSAPP_SCOPES: readonly string[] = ['whatsapp_business_management', 'whatsapp_business_messaging'];
/** A `config_id` that begins with this starts Embedded Signup. */
const SIGNUP_CONFIG = 'whatsapp';

const FACEBOOK_KEYS = [
  'client_id',
  'redirect_uri',
  'state',
  'response_type',
  'scope',
  'config_id',
  'auth_type',
  'display',
  'override_default_response_type',
  'extras',
];
const INSTAGRAM_KEYS = [
  'client_id',
  'redirect_uri',
  'state',
  'response_type',
  'scope',
  'enable_fb_login',
  'force_authentication',
];

/** @throws GraphError for an unknown app, parameter or scope */
export function readDialogRequest(params: JsonObject, isInstagram: boolean, appId: string): DialogRequest {
  onlyParams(params, isInstagram ? INSTAGRAM_KEYS : FACEBOOK_KEYS);
  if (textParam(params, 'client_id') !== appId) throw new GraphError(101, 'Error validating application.');
  const redirectUri = textParam(params, 'redirect_uri');
  if (!/^https?:\/\//.test(redirectUri) || !URL.canParse(redirectUri)) throw invalidParam('Invalid redirect_uri');
  if (params['response_type'] !== 'code') throw invalidParam('Invalid response_type');
  const { config_id: config, state } = params;
  const asked = isText(params['scope']) ? params['scope'].split(',') : [];
  const isSignup =
    (isText(config) && config.startsWith(SIGNUP_CONFIG)) || asked.includes('whatsapp_business_management');
  const product = isInstagram ? 'instagram' : isSignup ? 'whatsapp' : 'facebook';
  const known = product === 'instagram' ? INSTAGRAM_SCOPES : ALL_SCOPES;
  const unknown = asked.find((scope) => !known.includes(scope));
  if (unknown !== undefined) throw invalidParam(`Invalid Scopes: ${unknown}`);
  const byConfig = product === 'whatsapp' ? WHATSAPP_SCOPES : known;
  const scopes = asked.length > 0 ? asked : byConfig;
  return { product, redirectUri, state: isText(state) ? state : undefined, scopes };
}
