import { factsOf, graphOf } from '../../../../../test/builders/flow-graphs.js';
import { FlowPlayer } from '../../../../../test/support/flow-player.js';
import type { EffectOutcome, FlowEffect, FlowFacts } from '../index.js';

const DAY_MS = 24 * 60 * 60_000;
const service_id = 'a'.repeat(24);
const SLOT = { label: 'Mon 30 Nov, 10:00', starts_at: '2026-11-30T13:00:00.000Z', staff_id: null };
const PETS = [
  { id: 'rex', label: 'Rex' },
  { id: 'luna', label: 'Luna' },
  { id: 'mia', label: 'Mia' },
];

const booking = graphOf(
  {
    start: { type: 'trigger', data: { kind: 'any_message' } },
    find: { type: 'action', data: { action: 'find_slots', service_id, save_as: 'slots' } },
    when: { type: 'ask', data: { text: 'When?', variable: 'slot', answer: 'choice', choices_from: 'slots' } },
    hold: { type: 'action', data: { action: 'hold_slot', service_id, slot: 'slot' } },
    book: { type: 'action', data: { action: 'confirm_booking' } },
    done: { type: 'message', data: { text: 'Booked for {{pet.name}}. Another one?', buttons: [{ label: 'Yes' }] } },
    help: { type: 'message', data: { text: 'A person will help you' } },
  },
  [
    'start.next > find',
    'find.ok > when',
    'find.error > help',
    'when.next > hold',
    'hold.ok > book',
    'hold.error > help',
    'book.ok > done',
    'book.error > help',
    'done.choice-1 > find',
  ],
);

/** As the adapter answers for a customer with several pets. */
function outcomeOf(effect: FlowEffect): EffectOutcome {
  if (effect.kind !== 'find_slots' && effect.kind !== 'hold_slot') return { ok: true };
  const { pet_id } = effect;
  if (pet_id === null) return { ok: false, code: 'PETS_AMBIGUOUS', message: 'Several pets', pets: PETS };
  return { ok: true, pet_id, value: effect.kind === 'find_slots' ? [SLOT] : { hold_id: 'h'.repeat(24) } };
}

const petsOf = (player: FlowPlayer): unknown[] =>
  player.effects.flatMap((effect) => ('pet_id' in effect ? [[effect.kind, effect.pet_id]] : []));

describe('a booking of a customer with several pets', () => {
  const play = (changes: Partial<FlowFacts> = {}): FlowPlayer => {
    const player = new FlowPlayer(booking, outcomeOf);
    const [rex] = factsOf().pets;
    const pets = PETS.map(({ id, label: name }) => ({ ...rex!, id, name }));
    player.facts = factsOf({ pets, ...changes });
    return player.go();
  };

  it('asks for the pet, and goes on with the chosen one', () => {
    const player = play();
    expect(player.effects.at(-1)).toMatchObject({
      kind: 'send',
      message: { text: 'For which pet?', choices: ['Rex', 'Luna', 'Mia'] },
    });
    player.say('', 2).say('1');
    expect(player.texts).toEqual(['For which pet?', 'When?', 'Booked for Luna. Another one?']);
    expect(petsOf(player)).toEqual([
      ['find_slots', null],
      ['find_slots', 'luna'],
      ['hold_slot', 'luna'],
    ]);
    expect(player.path).toEqual(['start.next', 'find.ok', 'when.next', 'hold.ok', 'book.ok']);
  });

  it('asks in Portuguese, and takes a name or a number', () => {
    const company = { ...factsOf().company, locale: 'pt-BR' };
    expect(play({ company }).texts).toEqual(['Para qual pet?']);
    for (const answer of ['para a Mia', '3']) expect(play().say(answer).state.pet).toEqual({ id: 'mia' });
  });

  it('asks anew for the next booking', () => {
    const player = play().say('Luna').say('1').say('yes');
    expect(player.texts.at(-1)).toBe('For which pet?');
    expect(player.say('Rex').say('1').texts.at(-1)).toBe('Booked for Rex. Another one?');
  });

  it('takes the pet of the appointment that started the flow without a question', () => {
    const player = play({ appointment_pet_id: 'rex' });
    expect(player.texts).toEqual(['When?']);
    expect(player.say('1').say('yes').texts.at(-1)).toBe('For which pet?');
  });

  it('asks again after an answer that does not fit, each time in a step of its own, and then gives up', () => {
    const player = play();
    const first = player.state.steps;
    player.say('hm');
    expect(player.texts.at(-1)).toBe('Please choose one of the numbers or tap an option.\n\nFor which pet?');
    expect(player.state.steps).toBe(first + 1);
    player.say('hm').say('hm');
    expect(player.path).toEqual(['start.next', 'find.error', 'help.next']);
    expect(player.texts.at(-1)).toBe('A person will help you');
  });

  it('takes the outlet for errors when nobody answers in a day', () => {
    const player = play().wait(DAY_MS - 1);
    expect(player.state.status).toBe('waiting_input');
    expect(player.wait(1).path).toEqual(['start.next', 'find.error', 'help.next']);
  });

  it('fails if the question cannot be sent', () => {
    const player = new FlowPlayer(booking, (effect) =>
      effect.kind === 'send' ? { ok: false, code: 'WINDOW_CLOSED', message: 'Too late' } : outcomeOf(effect),
    ).go();
    expect(player.state).toMatchObject({ status: 'failed', stop_reason: 'send_failed' });
  });
});

it('asks a customer with one pet nothing', () => {
  const player = new FlowPlayer(booking, (effect) => outcomeOf({ ...effect, pet_id: 'rex' } as FlowEffect)).go();
  expect(player.texts).toEqual(['When?']);
});
