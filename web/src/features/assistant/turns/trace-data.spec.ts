import { argsWords, traceOfTrial } from './trace-data.ts';

describe('what is shown of an answer', () => {
  it('has the arguments of a call without those that are empty', () => {
    expect(argsWords({ service: 's1', pet: null, from: '2026-12-01', limit: 5 })).toBe(
      'service: s1, from: 2026-12-01, limit: 5',
    );
    expect(argsWords({})).toBe('');
    expect(argsWords(null)).toBe('');
  });

  it('has no intent where a trial was not understood', () => {
    const usage = { model_steps: 1, input_tokens: 900, output_tokens: 40, cents: 0.5 };
    const answer = { reply: 'Hi', action: 'reply', reason: null, choices: [], intent: '', language: 'en' } as const;
    const trace = traceOfTrial({
      ...answer,
      choices: [],
      brain: 'model',
      sources: [],
      tool_calls: [],
      gates: [],
      usage,
    });
    expect(trace).toMatchObject({ intents: [], modelSteps: 1, tokens: { input: 900, output: 40 }, cents: 0.5 });
  });
});
