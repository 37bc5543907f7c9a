import { type Channel, type ChannelHealth, PROVEN_STATES } from './schemas/channel.schema.js';
import type { TestOutcome } from './account-connector.js';
import type { ChannelToken } from './tokens/channel-token.js';

/** Longer than the work on one event, so that no older work sets an event aside after it. */
const REOPEN_FOR_MS = 90_000;

type Found = Partial<Channel> & { state?: Channel['state'] };

export function isProven({ state }: Pick<Channel, 'state'>): boolean {
  return PROVEN_STATES.includes(state);
}

/** Only events from now on are routed until {@link AccountHistory} knows the holder before. */
export function provenFields(now: Date): Found {
  return {
    state: 'live',
    proven_at: now,
    events_from: now,
    reopen_until: new Date(now.getTime() + REOPEN_FOR_MS),
  };
}

/** The mail is due only if the channel was live, so the company gets it once. @param isStopped by a person, who knows it */
export function refusedFields({ state }: Pick<Channel, 'state'>, isStopped = false): Partial<Channel> {
  const refused = 'needs_reconnect';
  return state === 'live' && !isStopped ? { state: refused, token_mail_due: refused } : { state: refused };
}

export function foundFields({ findings }: TestOutcome): Found {
  const { settings, app_scoped_id, subscribed_node } = findings;
  return {
    ...(settings && { settings }),
    ...(app_scoped_id && { app_scoped_id }),
    ...(subscribed_node && { subscribed_node }),
  };
}

/** Single fields, because traffic is noted in the health at the same time. */
export function healthFields(outcome: TestOutcome, now: Date): Record<string, unknown> {
  const health: Partial<ChannelHealth> = healthAfter(outcome, now);
  return Object.fromEntries(Object.entries(health).map(([name, value]) => [`health.${name}`, value]));
}

export function healthAfter({ findings, error }: TestOutcome, checked_at: Date): Partial<ChannelHealth> {
  const { subscribed_fields } = findings;
  return {
    ...(subscribed_fields && { subscribed_fields }),
    checked_at,
    last_error: error ? { ...error, at: checked_at } : null,
  };
}

/** The stored facts about a token after its test. @param known the facts before the test */
export function tokenAfter(known: ChannelToken, { findings, results, error }: TestOutcome, now: Date): ChannelToken {
  const isTokenRefused = results.some(({ step, ok }) => step === 'token' && !ok);
  return { ...known, ...findings.token, last_error: isTokenRefused && error ? { ...error, at: now } : null };
}
