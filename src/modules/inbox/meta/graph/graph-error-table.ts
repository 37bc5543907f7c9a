import { redactText } from '../../../../core/logging/index.js';
import { type SendFailure, sendFailure, type SendFailureCode } from '../../message-sending/index.js';

export interface GraphError {
  code?: number;
  error_subcode?: number;
  message?: string;
  error_user_msg?: string;
  is_transient?: boolean;
  /** WhatsApp's details, or a plain text. */
  error_data?: { details?: string } | string;
}

interface Row {
  readonly failure: SendFailureCode;
  /** Codes, or ranges of codes with both ends. */
  readonly codes: readonly (number | readonly [number, number])[];
  /** If present, the row is only for these subcodes. */
  readonly subcodes?: readonly number[];
}

const PERMISSION_CODES = [200, 299] as const;
const BUSINESS_LIMITS = [80_000, 80_014] as const;

/** Every error code of Meta with its failure. The first row that fits is used, so rows with subcodes come first. */
export const GRAPH_ERROR_ROWS: readonly Row[] = [
  { failure: 'WINDOW_CLOSED', codes: [10], subcodes: [2_018_278, 2_018_065, 2_534_022] },
  { failure: 'ACCOUNT_RESTRICTED', codes: [10], subcodes: [1_893_063] },
  { failure: 'THREAD_TAKEN', codes: [10], subcodes: [2_018_300] },
  { failure: 'ACCOUNT_NOT_FOUND', codes: [100], subcodes: [33] },
  { failure: 'PERSON_NOT_FOUND', codes: [100], subcodes: [2_018_001, 2_534_014] },
  { failure: 'PERSON_UNAVAILABLE', codes: [100], subcodes: [2_018_218] },
  { failure: 'TERMS_NOT_ACCEPTED', codes: [2], subcodes: [2_018_344] },

  { failure: 'CHANNEL_DISCONNECTED', codes: [0, 102, 190] },
  { failure: 'SENDING_LIMITED', codes: [4, 17, 32, 613, BUSINESS_LIMITS, 130_429, 133_016] },
  { failure: 'PAIR_LIMITED', codes: [131_056] },
  { failure: 'QUALITY_LIMITED', codes: [131_048, 131_064] },
  { failure: 'TEMPORARY_FAILURE', codes: [1, 2, 1_200, 131_000, 131_016, 131_057] },
  { failure: 'MEDIA_NOT_FETCHED', codes: [131_053] },

  { failure: 'WINDOW_CLOSED', codes: [131_047] },
  { failure: 'PERMISSION_MISSING', codes: [3, 10, PERMISSION_CODES, 131_005] },
  { failure: 'ACCOUNT_RESTRICTED', codes: [368, 130_497, 131_031] },
  { failure: 'NUMBER_NOT_READY', codes: [131_037, 131_045] },
  { failure: 'PAYMENT_MISSING', codes: [131_042] },
  { failure: 'PERSON_UNAVAILABLE', codes: [551, 131_026] },
  { failure: 'PHONE_NUMBER_NEEDED', codes: [131_062] },
  { failure: 'TEST_NUMBER', codes: [131_030] },
  { failure: 'IDENTITY_CHANGED', codes: [137_000] },
  { failure: 'MARKETING_LIMITED', codes: [130_472, 131_049, 131_050, 131_063, 2_300_052] },
  { failure: 'FILE_NOT_LOADED', codes: [131_052] },
  { failure: 'TYPE_UNSUPPORTED', codes: [131_051] },
  { failure: 'TEMPLATE_MISSING', codes: [132_001] },
  { failure: 'TEMPLATE_PAUSED', codes: [132_015, 132_016] },
  { failure: 'TEMPLATE_INVALID', codes: [132_000, 132_005, 132_008, 132_012, 132_018] },
  { failure: 'TEMPLATE_REFUSED', codes: [132_007, 132_068, 132_069] },
  { failure: 'API_OUTDATED', codes: [2_635] },
  { failure: 'BAD_REQUEST', codes: [100, 131_008, 131_009, 131_021, 135_000] },
];

const MAX_REASON_LENGTH = 300;
/** Failures for which Meta's text names the part to change. */
const WITH_REASON: ReadonlySet<SendFailureCode> = new Set([
  'BAD_REQUEST',
  'TEMPLATE_INVALID',
  'TEMPLATE_MISSING',
  'PERMISSION_MISSING',
  'ACCOUNT_RESTRICTED',
  'MEDIA_NOT_FETCHED',
]);

/** Meta may send an error with any HTTP status, even 200, so only the code counts. */
export function graphFailure(error: GraphError): SendFailure {
  const { code, error_subcode: subcode, is_transient } = error;
  const row = GRAPH_ERROR_ROWS.find((candidate) => fits(candidate, code, subcode));
  const failure = row?.failure ?? (is_transient ? 'TEMPORARY_FAILURE' : 'BAD_REQUEST');
  return sendFailure(failure, WITH_REASON.has(failure) ? reasonOf(error) : {});
}

function fits({ codes, subcodes }: Row, code = NaN, subcode = NaN): boolean {
  if (subcodes && !subcodes.includes(subcode)) return false;
  return codes.some((one) => (typeof one === 'number' ? one === code : one[0] <= code && code <= one[1]));
}

function reasonOf({ message, error_data }: GraphError): { details?: string } {
  const closer = typeof error_data === 'object' ? error_data.details : undefined;
  const reason = [message, closer].filter((text) => typeof text === 'string' && text !== '').join(': ');
  return reason ? { details: redactText(reason).slice(0, MAX_REASON_LENGTH) } : {};
}
