import type { ChannelError } from '../schemas/channel-error.js';
import type { AccountEvent, ChannelQuotaState, ChannelState } from '../schemas/channel.schema.js';
import type { ChannelTokenView } from '../tokens/channel-token.js';

/**
 * `reconnect`: connect the account again. `open_provider`: act on the pages of the platform. `ask_operator`: the
 * settings of this installation are wrong. `wait`: the problem ends by itself. `test`: run the self-test.
 */
export const NEXT_STEPS = ['reconnect', 'open_provider', 'ask_operator', 'wait', 'test'] as const;
export type NextStep = (typeof NEXT_STEPS)[number];

/** Codes of failed tests (`GRAPH_` and Meta's code, or the kind of error) and of failed sends. */
const CODES: Readonly<Record<Exclude<NextStep, 'test'>, readonly string[]>> = {
  reconnect: [
    'CHANNEL_DISCONNECTED',
    'PERMISSION_MISSING',
    'ACCOUNT_NOT_FOUND',
    'GRAPH_0',
    'GRAPH_3',
    'GRAPH_10',
    'GRAPH_100',
    'GRAPH_102',
    'GRAPH_190',
    'GRAPH_200',
    'SESSION_DOWN',
    'SESSION_MISSING',
    'WAHA_KEY_REFUSED',
    'WAHA_NOT_CONNECTED',
  ],
  open_provider: ['ACCOUNT_RESTRICTED', 'NUMBER_NOT_READY', 'PAYMENT_MISSING', 'TERMS_NOT_ACCEPTED', 'GRAPH_368'],
  ask_operator: ['GraphAppRefused', 'API_OUTDATED', 'GRAPH_2635'],
  wait: [
    'GraphUnreachable',
    'WAHA_UNREACHABLE',
    'SESSION_STARTING',
    'GRAPH_1',
    'GRAPH_2',
    'GRAPH_4',
    'GRAPH_17',
    'GRAPH_32',
    'GRAPH_613',
  ],
};

interface Symptoms {
  readonly state: ChannelState;
  readonly token: ChannelTokenView | null;
  readonly last_error: ChannelError | null;
  readonly account_event: AccountEvent | null;
  readonly quota?: ChannelQuotaState | undefined;
}

/** The most urgent step; null if nothing has to be done. */
export function nextStepOf({ state, token, last_error, account_event, quota }: Symptoms, now: Date): NextStep | null {
  if (state === 'disconnected') return null;
  if (state === 'needs_reconnect') return 'reconnect';
  if (account_event) return 'open_provider';
  if (last_error) return stepFor(last_error.code);
  if (state === 'unverified') return 'test';
  if (token?.state === 'expiring') return 'reconnect';
  return quota?.limited_until && quota.limited_until > now ? 'wait' : null;
}

/** Whether the error may end by itself. */
export function isPassing({ code }: Pick<ChannelError, 'code'>): boolean {
  return CODES.wait.includes(code);
}

function stepFor(code: string): NextStep {
  return NEXT_STEPS.find((step) => step !== 'test' && CODES[step].includes(code)) ?? 'test';
}
