import type { AccountEvent, ChannelState } from '../schemas/channel.schema.js';
import { toTokenView, UNKNOWN_TOKEN } from '../tokens/channel-token.js';
import { nextStepOf } from './next-step.js';

const NOW = new Date('2027-01-31T12:00:00Z');
const LATER = new Date('2027-02-02T12:00:00Z');
const GOOD = {
  state: 'live' as ChannelState,
  token: toTokenView(UNKNOWN_TOKEN, false, NOW),
  last_error: null,
  account_event: null,
};
const failed = (code: string) => ({ ...GOOD, last_error: { code, message: 'why', at: NOW } });
const account_event: AccountEvent = { kind: 'blocked', message: 'Spam', at: NOW };

describe('the next step for a channel', () => {
  it.each([
    ['nothing', null, GOOD],
    ['nothing once it is disconnected', null, { ...failed('GRAPH_190'), state: 'disconnected' as const }],
    ['a reconnect', 'reconnect', { ...GOOD, state: 'needs_reconnect' as const }],
    [
      'a reconnect before the token ends',
      'reconnect',
      { ...GOOD, token: toTokenView({ ...UNKNOWN_TOKEN, expires_at: LATER }, false, NOW) },
    ],
    ['a reconnect with all permissions', 'reconnect', failed('PERMISSION_MISSING')],
    ['a test that proves it', 'test', { ...GOOD, state: 'unverified' as const }],
    ['a test for any other failure', 'test', failed('StepFailure')],
    ['a look at the pages of the platform', 'open_provider', failed('PAYMENT_MISSING')],
    ['the same for a blocked account', 'open_provider', { ...GOOD, account_event }],
    ['the operator', 'ask_operator', failed('GraphAppRefused')],
    ['patience while Meta is away', 'wait', failed('GraphUnreachable')],
    ['patience at a limit', 'wait', { ...GOOD, quota: { usage_percent: 100, limited_until: LATER, noted_at: NOW } }],
  ])('is %s (%s)', (_, step, symptoms) => {
    expect(nextStepOf(symptoms, NOW)).toBe(step);
  });
});
