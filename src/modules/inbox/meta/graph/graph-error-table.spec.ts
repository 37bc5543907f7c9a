import { SEND_FAILURE_CODES } from '../../message-sending/send-failures.js';
import { GRAPH_ERROR_ROWS, graphFailure } from './graph-error-table.js';
import { GraphRefusal } from './graph-errors.js';

type Row = [kind: string, failure: string, codes: number[], subcode?: number];

/** Meta's documentation of each code. */
const DOCUMENTED: Row[] = [
  ['transient', 'TEMPORARY_FAILURE', [1, 2, 1_200, 131_000, 131_016, 131_057]],
  ['throttle', 'SENDING_LIMITED', [4, 17, 32, 613, 130_429, 133_016]],
  ['throttle', 'SENDING_LIMITED', Array.from({ length: 15 }, (_, index) => 80_000 + index)],
  ['throttle', 'PAIR_LIMITED', [131_056]],
  ['throttle', 'QUALITY_LIMITED', [131_048, 131_064]],
  ['transient', 'MEDIA_NOT_FETCHED', [131_053]],
  ['auth', 'CHANNEL_DISCONNECTED', [0, 102, 190]],
  ...[458, 459, 460, 463, 464, 467, 492].map((subcode): Row => ['auth', 'CHANNEL_DISCONNECTED', [190], subcode]),
  ...[2_018_278, 2_018_065, 2_534_022].map((subcode): Row => ['permanent', 'WINDOW_CLOSED', [10], subcode]),
  ['permanent', 'WINDOW_CLOSED', [131_047]],
  ['permanent', 'ACCOUNT_RESTRICTED', [10], 1_893_063],
  ['permanent', 'ACCOUNT_RESTRICTED', [368, 130_497, 131_031]],
  ['permanent', 'THREAD_TAKEN', [10], 2_018_300],
  ['permanent', 'PERMISSION_MISSING', [3, 10, 200, 230, 299, 131_005]],
  ['permanent', 'PERMISSION_MISSING', [200], 2_018_028],
  ['permanent', 'BAD_REQUEST', [100, 131_008, 131_009, 131_021, 135_000, 199, 300, 79_999, 80_015, 424_242]],
  ['permanent', 'ACCOUNT_NOT_FOUND', [100], 33],
  ['permanent', 'PERSON_NOT_FOUND', [100], 2_018_001],
  ['permanent', 'PERSON_NOT_FOUND', [100], 2_534_014],
  ['permanent', 'PERSON_UNAVAILABLE', [100], 2_018_218],
  ['permanent', 'PERSON_UNAVAILABLE', [551], 1_545_041],
  ['permanent', 'PERSON_UNAVAILABLE', [551, 131_026]],
  ['permanent', 'API_OUTDATED', [2_635]],
  ['permanent', 'TERMS_NOT_ACCEPTED', [2], 2_018_344],
  ['permanent', 'MARKETING_LIMITED', [2_300_052, 130_472, 131_049, 131_050, 131_063]],
  ['permanent', 'TYPE_UNSUPPORTED', [131_051]],
  ['permanent', 'FILE_NOT_LOADED', [131_052]],
  ['permanent', 'TEST_NUMBER', [131_030]],
  ['permanent', 'PAYMENT_MISSING', [131_042]],
  ['permanent', 'NUMBER_NOT_READY', [131_037, 131_045]],
  ['permanent', 'PHONE_NUMBER_NEEDED', [131_062]],
  ['permanent', 'IDENTITY_CHANGED', [137_000]],
  ['permanent', 'TEMPLATE_MISSING', [132_001]],
  ['permanent', 'TEMPLATE_PAUSED', [132_015, 132_016]],
  ['permanent', 'TEMPLATE_INVALID', [132_000, 132_005, 132_008, 132_012, 132_018]],
  ['permanent', 'TEMPLATE_REFUSED', [132_007, 132_068, 132_069]],
];

describe('the table of Meta’s error codes', () => {
  const cases = DOCUMENTED.flatMap(([errorClass, failure, codes, subcode]) =>
    codes.map((code) => ({ code, subcode, errorClass, failure })),
  );

  it.each(cases)('makes $errorClass $failure of $code/$subcode', ({ code, subcode, errorClass, failure }) => {
    const error = { code, ...(subcode === undefined ? {} : { error_subcode: subcode }), message: '(#1) No' };
    expect(graphFailure(error)).toMatchObject({ code: failure, class: errorClass });
  });

  it('has a case for every row', () => {
    const tested = new Set(cases.map(({ code, subcode = 0 }) => `${code}/${subcode}`));
    const all = GRAPH_ERROR_ROWS.flatMap(({ codes, subcodes = [0] }) =>
      codes.flatMap((code) => subcodes.map((subcode) => `${typeof code === 'number' ? code : code[0]}/${subcode}`)),
    );
    expect(all.filter((pair) => !tested.has(pair))).toEqual([]);
  });

  it('names only known failures', () => {
    for (const { failure } of GRAPH_ERROR_ROWS) expect(SEND_FAILURE_CODES).toContain(failure);
  });

  it('uses is_transient only for unknown codes', () => {
    expect(graphFailure({ code: 999, is_transient: true })).toMatchObject({ class: 'transient' });
    expect(graphFailure({ code: 100, is_transient: true })).toMatchObject({ class: 'permanent' });
    expect(graphFailure({ message: 'no code' })).toMatchObject({ code: 'BAD_REQUEST', details: 'no code' });
  });

  it('keeps Meta’s reason if it says what to change', () => {
    const error = { code: 131_009, message: '(#131009) Value', error_data: { details: 'text[body] is too long' } };
    expect(graphFailure(error)).toMatchObject({ details: '(#131009) Value: text[body] is too long' });
    expect(graphFailure({ code: 190, message: 'token abc' })).not.toHaveProperty('details');
  });

  it('removes a token from Meta’s message', () => {
    const { message } = new GraphRefusal({ code: 190, message: 'Malformed access token EAAG1234567890abc' });
    expect(message).toBe('Malformed access token …');
  });
});
