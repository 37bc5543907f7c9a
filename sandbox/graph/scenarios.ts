/** Failures of Meta by name: for a recipient id, by a knob, or for the next sends. */
import type { Platform } from '../channels.ts';
import type { WhatsappStatusError } from '../events/whatsapp-status.ts';
import { GraphError, invalidParam, whatsappError } from './errors.ts';

/** Refused at once. */
const REFUSALS = {
  window_closed: windowClosed,
  page_restricted: () =>
    new GraphError(10, '(#10) This Page is temporarily restricted from sending', { subcode: 1893063 }),
  thread_owned: () => new GraphError(10, '(#10) Another app is controlling this thread now.', { subcode: 2018300 }),
  invalid_parameter: () => invalidParam('Invalid parameter'),
  no_matching_user: noMatchingUser,
  token_expired: () =>
    new GraphError(190, 'Error validating access token: Session has expired.', { status: 401, subcode: 463 }),
  token_revoked: () =>
    new GraphError(190, 'Error validating access token: The session has been invalidated.', {
      status: 401,
      subcode: 467,
    }),
  permission_missing: () =>
    new GraphError(200, '(#200) Cannot message users who are not admins, developers or testers', { subcode: 2018028 }),
  policy_blocked: () => new GraphError(368, '(#368) The action attempted has been deemed abusive'),
  person_unavailable: () => new GraphError(551, "(#551) This person isn't available right now.", { subcode: 1545041 }),
  unknown_1: () => new GraphError(1, 'An unknown error occurred', { status: 500 }),
  transient_2: () => new GraphError(2, 'Service temporarily unavailable', { status: 503, transient: true }),
  temporary_1200: () => new GraphError(1200, '(#1200) Temporary send message failure. Please try again later.'),
  app_limit_4: () => new GraphError(4, '(#4) Application request limit reached', { transient: true }),
  user_limit_17: () => new GraphError(17, '(#17) User request limit reached', { transient: true }),
  page_limit_32: () => new GraphError(32, '(#32) Page request limit reached', { transient: true }),
  send_limit_613: () =>
    new GraphError(613, '(#613) Calls to this api have exceeded the rate limit.', { transient: true }),
  business_limit: businessLimit,
  limit_in_200: () => new GraphError(4, '(#4) Application request limit reached', { status: 200, transient: true }),
  wa_throughput: () =>
    whatsappError(130429, 'Rate limit hit', 'Message failed to send because there were too many messages sent', 429),
  wa_pair_rate: () =>
    whatsappError(
      131056,
      'Pair rate limit hit',
      'Too many messages sent from this phone number to the same recipient',
      429,
    ),
  wa_spam_limit: () =>
    whatsappError(131048, 'Spam rate limit hit', 'Too many messages were blocked or flagged as spam', 429),
  wa_media_upload: () => whatsappError(131053, 'Media upload error', 'Downloading media from weblink failed'),
  wa_account_locked: () => whatsappError(131031, 'Account has been locked', 'Business account has been locked', 403),
  wa_unavailable: () => whatsappError(131016, 'Service unavailable', 'A service is temporarily unavailable', 500),
} satisfies Record<string, (platform: Platform) => GraphError>;

/** WhatsApp only: accepted with 200, then reported as a failed status. */
const ASYNC_FAILURES = {
  wa_window_closed: {
    code: 131047,
    title: 'Re-engagement message',
    details: 'Message failed to send because more than 24 hours have passed since the customer last replied.',
  },
  wa_undeliverable: { code: 131026, title: 'Message undeliverable', details: 'Message Undeliverable.' },
  wa_ecosystem_limit: {
    code: 131049,
    title: 'Not delivered to maintain healthy ecosystem engagement',
    details: 'This message was not delivered to maintain healthy ecosystem engagement.',
  },
  wa_async_media_upload: { code: 131053, title: 'Media upload error', details: 'Unable to process the media.' },
} satisfies Record<string, WhatsappStatusError>;

type RefusalName = keyof typeof REFUSALS;
export type AsyncFailureName = keyof typeof ASYNC_FAILURES;
export type ScenarioName = RefusalName | AsyncFailureName;

export const SCENARIO_NAMES = [...Object.keys(REFUSALS), ...Object.keys(ASYNC_FAILURES)] as readonly ScenarioName[];

const MAGIC_PREFIX = '9990000000';

/** Every send to this PSID, IGSID or phone number ends in the scenario. */
export function magicRecipient(name: ScenarioName): string {
  return MAGIC_PREFIX + String(SCENARIO_NAMES.indexOf(name)).padStart(2, '0');
}

export function scenarioOfRecipient(id: string): ScenarioName | undefined {
  return id.startsWith(MAGIC_PREFIX) ? SCENARIO_NAMES[Number(id.slice(MAGIC_PREFIX.length))] : undefined;
}

export function isScenario(value: unknown): value is ScenarioName {
  return SCENARIO_NAMES.includes(value as ScenarioName);
}

/** Undefined for asynchronous scenarios. */
export function refusalOf(name: ScenarioName, platform: Platform): GraphError | undefined {
  return name in REFUSALS ? REFUSALS[name as RefusalName](platform) : undefined;
}

export function asyncFailureOf(name: ScenarioName | undefined): WhatsappStatusError | undefined {
  return name !== undefined && name in ASYNC_FAILURES ? ASYNC_FAILURES[name as AsyncFailureName] : undefined;
}

/** Instagram answers with another status, type and subcode. */
export function windowClosed(platform: Platform): GraphError {
  if (platform === 'instagram') {
    return new GraphError(10, '(#10) This message is sent outside of allowed window.', {
      status: 403,
      type: 'IGApiException',
      subcode: 2534022,
    });
  }
  return new GraphError(10, '(#10) This message is sent outside of allowed window.', { subcode: 2018278 });
}

/** The account has never heard from the recipient. */
export function noMatchingUser(platform: Platform): GraphError {
  return platform === 'instagram'
    ? invalidParam('The requested user cannot be found.', 2534014)
    : invalidParam('No matching user found', 2018001);
}

function businessLimit(platform: Platform): GraphError {
  const code = { facebook: 80006, instagram: 80002, whatsapp: 80007 }[platform];
  return new GraphError(code, `(#${code}) There have been too many calls to this account`, { transient: true });
}
