import fc from 'fast-check';
import { MIMI, OWN_BATH, REX } from '../../../../test/builders/assistant-facts.js';
import { AssistantConversation, type Said, type WorldSetup } from '../../../../test/support/assistant-conversation.js';
import { raw, says, wants } from '../../../../test/support/fake-brain.js';
import { sized } from '../../../../test/support/sizes.js';
import { LIES } from '../../../../test/support/lies.js';
import { type Draft, type ModelAnswer, step, TURN_LIMITS, type TurnState } from './index.js';

const NUM_RUNS = sized(60, 2_000);
const AGREEMENTS = ['sim', 'yes please', 'pode confirmar', 'dale'];
const texts = fc.constantFrom(
  ...AGREEMENTS,
  'não',
  'sim mas às 16h',
  'quero agendar um banho',
  'amanhã às 10h',
  'a segunda',
  'quero cancelar',
  'remarcar para sexta',
  'quanto custa?',
  'para a Mimi',
  'banho e tosa',
  'xyzzy',
  'vocês aceitam cartão?',
  'deixa pra lá',
  'ok',
  '',
  '__proto__',
  '10:30',
  'menu',
);
const taps = fc.nat(9).map((place) => ({ place }));
const turns = fc.array(fc.array(fc.oneof({ weight: 3, arbitrary: texts }, taps), { minLength: 1, maxLength: 3 }), {
  minLength: 1,
  maxLength: 8,
});

const alias = fc.constantFrom(
  's1',
  's2',
  's3',
  's9',
  'p1',
  'p2',
  'p9',
  'a1',
  'a2',
  'o1',
  'o2',
  'o5',
  '64b7f0c2a1d2e3f4a5b6c7d8',
  '__proto__',
);
const date = fc.constantFrom('2026-12-01', '2026-12-04', '2020-01-01', 'tomorrow');
const call = fc.oneof(
  fc.record({ offer: alias }).map((args) => ['hold_slot', args] as const),
  fc.record({ offer: alias }).map((args) => ['confirm_booking', args] as const),
  fc.record({ appointment: alias, offer: alias }).map((args) => ['move_booking', args] as const),
  fc.record({ appointment: alias }).map((args) => ['cancel_booking', args] as const),
  fc
    .record({ service: fc.option(alias), pet: fc.option(alias), appointment: fc.option(alias), from: date, to: date })
    .map((args) => ['find_slots', { ...args, part_of_day: null, time: null }] as const),
  fc.record({ pet: alias }).map((args) => ['upsert_pet_fact', { ...args, field: 'breed', value: 'x' }] as const),
  fc.constant(['list_pets', {}] as const),
  fc.json().map((args) => ['list_services', args] as const),
);
const answers: fc.Arbitrary<ModelAnswer> = fc.oneof(
  { weight: 4, arbitrary: fc.array(call, { minLength: 1, maxLength: 3 }).map((calls) => wants(...calls)) },
  {
    weight: 3,
    arbitrary: fc
      .tuple(fc.constantFrom(...LIES), fc.constantFrom('reply', 'ask', 'offer_slots', 'noop'))
      .map(([lie, action]) => says(lie, { action })),
  },
  {
    weight: 1,
    arbitrary: fc.constantFrom(
      says('Claro!'),
      says('', { action: 'handoff' }),
      raw(''),
      raw('{'),
      says('x'.repeat(5_000)),
    ),
  },
  { weight: 1, arbitrary: fc.constantFrom('TIMEOUT', 'HTTP_500').map((code): ModelAnswer => ({ ok: false, code })) },
);
const failures = fc.record({
  hold_slot: fc.array(fc.constantFrom('SLOT_TAKEN', 'NOT_ALLOWED', 'FAILED'), { maxLength: 2 }),
  confirm_booking: fc.array(fc.constantFrom('SLOT_TAKEN', 'OFFER_EXPIRED', 'FAILED'), { maxLength: 2 }),
});

/** A tap on a button of the last draft, if it has that many. */
function saidOf(salon: AssistantConversation, each: string | { place: number }): Said {
  if (typeof each === 'string') return each;
  const choice = salon.lastDraft?.choices[each.place];
  return choice ? { tap: choice.label } : 'oi';
}

function expectSoundDraft(draft: Draft): void {
  if (draft.action === 'noop') expect(draft).toMatchObject({ text: '', reason: expect.any(String) });
  else expect(draft.text.trim()).not.toBe('');
  if (draft.action === 'handoff')
    expect(draft).toMatchObject({ reason: expect.any(String), brief: expect.any(Object) });
  else expect(draft.brief).toBeNull();
}

/** The stored turn gives the same effects and the same draft again. */
function expectReplay(salon: AssistantConversation): void {
  const stored = JSON.parse(JSON.stringify(salon.lastState)) as TurnState;
  let result = step({ ...stored, outcomes: [] }, { kind: 'start' });
  for (const outcome of stored.outcomes) {
    expect(result.done).toBe(false);
    result = step(result.state, outcome);
  }
  expect(result).toMatchObject({ done: true, draft: salon.lastDraft, dialogue: salon.dialogue });
}

function play(setup: WorldSetup, said: readonly (readonly (string | { place: number })[])[]): void {
  const salon = new AssistantConversation({ ...setup, facts: { pets: [REX, MIMI], appointments: [OWN_BATH] } });
  for (const each of said) {
    const { pending } = salon.dialogue;
    const [before, requests] = [salon.calls.length, salon.requests.length];
    const known = JSON.stringify(salon.appointments);
    const messages = each.map((one) => saidOf(salon, one));
    const draft = salon.say(...messages);
    expectSoundDraft(draft);
    expectReplay(salon);
    expect(salon.requests.length - requests).toBeLessThanOrEqual(TURN_LIMITS.modelSteps);
    const written = salon.calls.slice(before).filter(({ name }) => /^(confirm|move|cancel)_/.test(name));
    const agrees = messages.some((one) =>
      typeof one === 'string' ? AGREEMENTS.includes(one) || one === 'ok' : /^(Sim|Yes|Sí)/.test(one.tap),
    );
    expect(written.length).toBeLessThanOrEqual(pending !== null && agrees ? 1 : 0);
    expect(LIES.filter((lie) => draft.text.includes(lie))).toEqual([]);
    if (JSON.stringify(salon.appointments) === known) {
      expect(draft.text).not.toMatch(/^(Agendado|Remarcado|Cancelado|Booked|Moved|Cancelled|Reservado|Cambiado):/m);
    }
  }
}

it('answers every message by rules, and books, moves and cancels only after a confirmation', () => {
  fc.assert(
    fc.property(turns, failures, (said, failing) => play({ failures: failing }, said)),
    {
      numRuns: NUM_RUNS,
      examples: [[[['remarcar para sexta'], [{ place: 1 }], ['sim']], { hold_slot: [], confirm_booking: [] }]],
    },
  );
});

it('holds against a model that does anything', () => {
  fc.assert(
    fc.property(turns, fc.array(answers, { minLength: 1, maxLength: 20 }), failures, (said, script, failing) => {
      let next = 0;
      play({ failures: failing, model: () => script[next++ % script.length] ?? raw('') }, said);
    }),
    { numRuns: NUM_RUNS },
  );
});
