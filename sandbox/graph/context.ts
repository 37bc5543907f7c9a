import type { BusinessAction, BusinessMessage } from '../business-message.ts';
import type { Channel } from '../channels.ts';
import type { Exchange } from '../http/exchange.ts';
import { DEFAULT_SLOW_MS, type Fault } from '../http/faults.ts';
import type { JsonObject } from '../json.ts';
import type { Ledger } from '../ledger.ts';
import type { MetaState } from '../meta-state.ts';
import type { WhatsappTemplate } from '../template-book.ts';
import { TOKEN_FAILURES, type Token, type TokenState } from '../tokens.ts';
import { GraphError, missingObject } from './errors.ts';
import type { ScenarioName } from './scenarios.ts';

/** A scenario of Meta, or a fault of the server. */
export interface SendTrouble extends Partial<Fault> {
  scenario?: ScenarioName;
  /** Only this customer is affected; left out: every customer. */
  customer_id?: string;
}

export interface GraphKnobs extends Required<Fault> {
  scenario: ScenarioName | null;
  /** By PSID, IGSID or phone number. */
  by_recipient: Record<string, SendTrouble>;
  /** One entry for each of the next sends. */
  fail_next: SendTrouble[];
  /** `X-App-Usage` in percent; grows by `usage_step` with each call. From 100 on calls get error 4. No header at 0. */
  usage_percent: number;
  usage_step: number;
  require_appsecret_proof: boolean;
  /** False: the tag HUMAN_AGENT is refused, as for an app without the feature. */
  human_agent_approved: boolean;
}

export const DEFAULT_GRAPH_KNOBS: GraphKnobs = {
  mode: 'ok',
  slow_ms: DEFAULT_SLOW_MS,
  scenario: null,
  by_recipient: {},
  fail_next: [],
  usage_percent: 0,
  usage_step: 0,
  require_appsecret_proof: false,
  human_agent_approved: true,
};

/** Effects of a send or an action of the business. */
export interface MessageSink {
  sent(message: BusinessMessage): void;
  acted(action: BusinessAction): void;
  /** Awaited before the call is answered. */
  beforeAnswer(message: BusinessMessage): Promise<void>;
  afterAnswer(message: BusinessMessage): void;
  templateMade(wabaId: string, template: WhatsappTemplate): void;
}

export interface GraphContext {
  state: MetaState;
  ledger: Ledger;
  knobs: GraphKnobs;
  sink: MessageSink;
  /** For the addresses that the sandbox hands out. */
  baseUrl: () => string;
}

/** `instagram` accepts tokens of Instagram Login, `facebook` all others. */
export type GraphHost = 'facebook' | 'instagram';

export interface GraphCall {
  host: GraphHost;
  exchange: Exchange;
  method: string;
  /** Without the version. */
  segments: string[];
  params: JsonObject;
  tokenValue: string | undefined;
  /** Empty for calls that send nothing. */
  trouble: SendTrouble;
}

export interface GraphResult {
  json: unknown;
  message?: BusinessMessage;
}

/** @throws GraphError for a missing or invalid token */
export function requireToken(context: GraphContext, call: GraphCall): Token {
  if (call.tokenValue === undefined) {
    throw new GraphError(104, 'An access token is required to request this resource.', { status: 401 });
  }
  const token = context.state.token(call.tokenValue);
  if (token === undefined || (token.type === 'INSTAGRAM') !== (call.host === 'instagram')) {
    throw new GraphError(190, 'Invalid OAuth access token - Cannot parse access token', { status: 401 });
  }
  const state = context.state.tokens.stateOf(token);
  if (state !== 'valid') throw tokenError(state);
  return token;
}

/** Error 190 with the subcode of the reason. */
export function tokenError(state: Exclude<TokenState, 'valid'>): GraphError {
  const reason = state.replaceAll('_', ' ');
  return new GraphError(190, `Error validating access token: ${reason}.`, { subcode: TOKEN_FAILURES[state] });
}

/** The channel of a node id or `me`. @throws GraphError if the token may not act for it */
export function requireChannel(context: GraphContext, call: GraphCall, nodeId: string): Channel {
  const token = requireToken(context, call);
  const channel = nodeId === 'me' ? ownChannel(context, token) : context.state.channel(nodeId);
  if (channel === undefined || !token.targets.includes(channel.external_id)) throw missingObject(call.method, nodeId);
  return channel;
}

/** The Page or the Instagram account of a token; tokens of people have none. */
function ownChannel({ state }: GraphContext, { type, targets }: Token): Channel | undefined {
  if (type !== 'PAGE' && type !== 'INSTAGRAM') return undefined;
  const platform = type === 'PAGE' ? 'facebook' : 'instagram';
  return state.channels.find((channel) => channel.platform === platform && targets.includes(channel.external_id));
}

/** Takes the first entry of `fail_next` that is for one of these recipients or for all. */
export function takeTrouble(knobs: GraphKnobs, recipients: readonly string[]): SendTrouble {
  const personal = recipients.map((id) => knobs.by_recipient[id]).find((trouble) => trouble !== undefined);
  if (personal) return personal;
  const next = knobs.fail_next.findIndex(({ customer_id: id }) => id === undefined || recipients.includes(id));
  const [taken] = next < 0 ? [] : knobs.fail_next.splice(next, 1);
  return taken ?? { ...(knobs.scenario === null ? {} : { scenario: knobs.scenario }) };
}
