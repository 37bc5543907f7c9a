import { factsOf, graphOf } from '../../../../../test/builders/flow-graphs.js';
import { simulate, type FlowGraph, type SimulationSetup } from '../index.js';

const now = new Date('2026-11-29T12:00:00.000Z');
const play = (graph: FlowGraph, inputs: SimulationSetup['inputs'], stubs: SimulationSetup['stubs'] = {}) =>
  simulate(graph, { facts: factsOf(), inputs, stubs, now });
const service_id = 'a'.repeat(24);

const booking = graphOf(
  {
    start: { type: 'trigger', data: { kind: 'keyword', words: ['book'] } },
    find: { type: 'action', data: { action: 'find_slots', service_id, save_as: 'slots' } },
    when: {
      type: 'ask',
      data: { text: 'When?', variable: 'slot', answer: 'choice', choices_from: 'slots', timeout_min: 60 },
    },
    hold: { type: 'action', data: { action: 'hold_slot', service_id, slot: 'slot' } },
    book: { type: 'action', data: { action: 'confirm_booking', save_as: 'booking' } },
    done: {
      type: 'message',
      data: { text: 'It is {{vars.booking.status}}: {{vars.booking.date}}, {{vars.booking.time}}' },
    },
    late: { type: 'message', data: { text: 'Still there?' } },
    person: { type: 'action', data: { action: 'hand_off', reason: 'No time' } },
  },
  [
    'start.next > find',
    'find.ok > when',
    'find.error > person',
    'when.next > hold',
    'when.timeout > late',
    'hold.ok > book',
    'hold.error > person',
    'book.ok > done',
    'book.error > person',
  ],
);

it('simulates both sides with invented free times and collects the effects', () => {
  const { transcript, effects, path, coverage, stop_reason } = play(booking, [
    { text: 'I want to book' },
    { choice: 2 },
  ]);
  expect(transcript.map(({ from, text }) => `${from}: ${text}`)).toEqual([
    'customer: I want to book',
    'flow: When?',
    `customer: ${transcript[1]!.choices[1]}`,
    'flow: It is booked: Monday, November 30, 13:00',
  ]);
  expect(transcript[1]!.choices).toHaveLength(3);
  expect(effects.map(({ node_id, effect }) => [node_id, effect.kind])).toEqual([
    ['find', 'find_slots'],
    ['hold', 'hold_slot'],
    ['book', 'confirm_booking'],
  ]);
  // 13 o'clock in São Paulo.
  expect(effects[1]!.effect).toMatchObject({ starts_at: '2026-11-30T16:00:00.000Z' });
  expect(path.map(({ node_id, outlet }) => `${node_id}.${outlet}`)).toEqual([
    'start.next',
    'find.ok',
    'when.next',
    'hold.ok',
    'book.ok',
    'done.next',
  ]);
  expect(coverage).toEqual({ nodes: { visited: 6, all: 8 }, outlets: { taken: 5, all: 9 } });
  expect(stop_reason).toBe('finished');
});

it('asks for the pet of a customer with several', () => {
  const [rex] = factsOf().pets;
  const facts = factsOf({ pets: [rex!, { ...rex!, id: 'luna', name: 'Luna' }] });
  const { transcript, effects, stop_reason } = simulate(booking, {
    facts,
    inputs: [{ text: 'book' }, { text: 'Luna' }, { choice: 1 }],
    stubs: {},
    now,
  });
  expect(transcript[1]).toMatchObject({ text: 'For which pet?', choices: ['Rex', 'Luna'], node_id: 'find' });
  expect(transcript[3]?.text).toBe('When?');
  expect(effects.at(-2)?.effect).toMatchObject({ kind: 'hold_slot', pet_id: 'luna' });
  expect(stop_reason).toBe('finished');
});

it('takes stubs by the id of a node', () => {
  const stubs = { find: { ok: false, code: 'NO_SLOTS', message: 'Full' } } as const;
  const { effects, stop_reason } = play(booking, [{ text: 'book' }], stubs);
  expect(effects.map(({ effect }) => effect.kind)).toEqual(['find_slots', 'hand_off']);
  expect(stop_reason).toBe('handed_off');
});

it('first runs the waits that end before an input', () => {
  const { transcript, stop_reason } = play(booking, [{ text: 'book' }, { text: 'sorry', at: '2026-11-29T15:00:00Z' }]);
  expect(transcript.slice(2)).toMatchObject([
    { from: 'flow', text: 'Still there?', at: '2026-11-29T13:00:00.000Z' },
    { from: 'customer', text: 'sorry', at: '2026-11-29T15:00:00.000Z' },
  ]);
  expect(stop_reason).toBe('finished');
});

it('has no reason to stop while it waits or has not started', () => {
  expect(play(booking, [{ text: 'book' }]).stop_reason).toBeNull();
  expect(play(booking, [{ text: 'hello' }])).toMatchObject({
    transcript: [{ from: 'customer' }],
    path: [],
    stop_reason: null,
  });
});

it('starts again after its end', () => {
  const { transcript } = play(booking, [{ text: 'book' }, { text: '1' }, { text: 'thanks' }, { text: 'book' }]);
  expect(transcript.at(-1)).toMatchObject({ from: 'flow', text: 'When?' });
});

it.each([
  ['stop', 'customer_opted_out', 3],
  ['my dog ate chocolate', 'emergency', 3],
  ['talk to a human', 'customer_wants_person', 3],
])('handles “%s” before the question', (text, stop_reason, lines) => {
  const played = play(booking, [{ text: 'book' }, { text }]);
  expect(played).toMatchObject({ stop_reason });
  expect(played.transcript).toHaveLength(lines);
});

it('starts again at “start over”', () => {
  const { transcript, stop_reason } = play(booking, [{ text: 'book' }, { text: 'start over' }]);
  expect(transcript.map(({ text }) => text)).toEqual(['book', 'When?', 'start over', 'When?']);
  expect(stop_reason).toBeNull();
});

it('starts an event’s flow before the customer writes, and runs through its delay', () => {
  const graph = graphOf(
    {
      start: { type: 'trigger', data: { kind: 'appointment_created' } },
      nap: { type: 'delay', data: { minutes: 60 } },
      ask: {
        type: 'message',
        data: { text: 'Was it good, {{contact.first_name}}?', buttons: [{ label: 'Yes' }, { label: 'No' }] },
      },
      sorry: { type: 'action', data: { action: 'tag_customer', tag: 'unhappy' } },
    },
    ['start.next > nap', 'nap.next > ask', 'ask.choice-2 > sorry'],
  );
  const { transcript, effects } = play(graph, [{ at: '2026-11-29T13:00:00Z' }, { text: 'no' }]);
  expect(transcript.map(({ text }) => text)).toEqual(['Was it good, Maria?', 'no']);
  expect(effects).toEqual([
    { node_id: 'sorry', at: '2026-11-29T13:00:00.000Z', effect: { kind: 'tag', tag: 'unhappy' } },
  ]);
});
