import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import {
  HANDOFF_REASONS,
  INTENTS,
  LANGUAGES,
  NOOP_REASONS,
} from '../../src/modules/automation/assistant-core/index.js';
import { CLAIM_PHRASES } from '../../src/modules/automation/assistant-core/gates/claim-words.js';
import { FAULT_REASONS } from '../../src/modules/automation/assistant-core/gates/output-gate.js';
import { MODEL_FAILURES } from '../../src/modules/automation/language-models/language-model.js';
import { TOOL_ARGS } from '../../src/modules/automation/assistant-core/tools.js';

const CORE = join(import.meta.dirname, '../../src/modules/automation/assistant-core');
const source = (file: string): string => readFileSync(join(CORE, file), 'utf8');

interface Words {
  [group: string]: Record<string, string>;
}
const wordsIn = (language: string): Words =>
  JSON.parse(readFileSync(join(import.meta.dirname, '../../web/src/locales', language, 'turns.json'), 'utf8')) as Words;

/** Gates beside those of the texts, which have no list in the core. */
const OTHER_GATES = ['unproven_claim', 'budget_spent'];
const CODES = [
  ...[
    'OK',
    'WRONG_OUTCOME',
    'SLOT_TAKEN',
    'OFFER_EXPIRED',
    'NOT_ALLOWED',
    'BUDGET_SPENT',
    'UNKNOWN_ALIAS',
    'BAD_VALUE',
  ],
  ...['NEWER_MESSAGE', 'STOPPED_BY_STAFF', 'AUTOMATION_OFF', 'CUSTOMER_OPTED_OUT', 'ASSISTANT_OFF', 'INTERNAL_ERROR'],
  ...['result', 'invalid', 'end'],
];

describe.each(['en', 'pt-BR'])('the words of turns in %s', (language) => {
  const words = wordsIn(language);

  it.each([
    ['reasons', [...HANDOFF_REASONS, ...NOOP_REASONS]],
    ['lines', [...HANDOFF_REASONS, 'fault', 'message_not_sent']],
    ['gates', [...Object.keys(FAULT_REASONS), ...OTHER_GATES]],
    ['claims', Object.keys(CLAIM_PHRASES)],
    ['tools', Object.keys(TOOL_ARGS)],
    ['codes', [...CODES, ...Object.keys(MODEL_FAILURES)]],
    ['intents', [...INTENTS, 'other']],
    ['languages', LANGUAGES],
    ['notices', ['month_spent', 'conversation_spent', 'turn_spent']],
  ])('has words for each of the %s', (group, codes) => {
    expect(Object.keys(words[group] ?? {})).toEqual(expect.arrayContaining([...codes]));
  });
});

describe('the lists of this test', () => {
  it('know each gate that the core writes into a trace', () => {
    const written = ['gates/gates.ts', 'model/model-brain.ts'].flatMap((file) =>
      [...source(file).matchAll(/gates\.push\(['`](\w+)/g)].map(([, gate]) => gate),
    );
    expect(written.sort()).toEqual([...OTHER_GATES].sort());
  });
});
