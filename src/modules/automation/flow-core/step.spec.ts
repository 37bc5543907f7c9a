import { factsOf, graphOf } from '../../../../test/builders/flow-graphs.js';
import { FlowPlayer } from '../../../../test/support/flow-player.js';
import type { EffectOutcome, FlowEffect, FlowGraph } from './index.js';

const start = { type: 'trigger', data: { kind: 'any_message' } } as const;
const MINUTE_MS = 60_000;
const DAY_MS = 24 * 60 * MINUTE_MS;

const menu = graphOf(
  {
    start,
    hello: {
      type: 'message',
      data: { text: 'Hi {{contact.first_name}}', buttons: [{ label: 'Book' }, { label: 'Prices' }] },
    },
    booked: { type: 'message', data: { text: 'We book {{pet.name}}' } },
    other: { type: 'message', data: { text: 'You wrote {{message.text}}' } },
  },
  ['start.next > hello', 'hello.choice-1 > booked', 'hello.next > other'],
);

describe('a trigger', () => {
  it.each([
    ['any_message', 'Hello!', 'Hello!'],
    ['keyword', '', null],
    // The last message is not what started these.
    ['comment', 'Hello!', null],
    ['appointment_due', 'Hello!', null],
  ] as const)('of the kind %s logs the message that started the flow', (kind, last_text, note) => {
    const player = new FlowPlayer({
      ...menu,
      nodes: [{ ...menu.nodes[0]!, data: { kind } } as (typeof menu.nodes)[0]],
    });
    player.facts = factsOf({ last_text });
    player.go();
    expect(player.log[0]).toMatchObject({ type: 'trigger', note });
  });
});

describe('a message with buttons', () => {
  it.each([
    ['its button', 'Book', undefined, 'We book Rex'],
    ['its number', '1', undefined, 'We book Rex'],
    ['a tap', '', 1, 'We book Rex'],
    ['a button without an edge', 'prices!', undefined, 'You wrote x'],
    ['any other text', 'something', undefined, 'You wrote x'],
  ])('goes on by %s', (_what, text, choice, reply) => {
    const player = new FlowPlayer(menu);
    player.facts = factsOf({ last_text: 'x' });
    player.go().say(text, choice);
    expect(player.texts).toEqual(['Hi Maria', reply]);
    expect(player.state).toMatchObject({ status: 'done', stop_reason: 'finished', messages_since_answer: 1 });
  });

  it('does not take an answer that fits no button', () => {
    const player = new FlowPlayer({ ...menu, edges: menu.edges.slice(0, 2) }).go();
    const before = player.state;
    expect(player.say('something').state).toBe(before);
    expect(player.wait(DAY_MS).state).toMatchObject({ status: 'stopped', stop_reason: 'no_answer' });
  });
});

describe('a question', () => {
  const question = (data: object, edges: string[] = []): FlowGraph =>
    graphOf(
      {
        start,
        q: { type: 'ask', data: { text: 'How many?', variable: 'count', answer: 'number', ...data } },
        good: { type: 'message', data: { text: 'Got {{vars.count}}' } },
        late: { type: 'message', data: { text: 'Too late' } },
        person: { type: 'action', data: { action: 'hand_off', reason: '{{vars.count}} pets' } },
      },
      ['start.next > q', 'q.next > good', ...edges],
    );

  it('stores the answer', () => {
    const player = new FlowPlayer(question({})).go().say('3 dogs');
    expect(player.texts).toEqual(['How many?', 'Got 3']);
    expect(player.state.vars).toEqual({ count: 3 });
  });

  it('gives its answer to staff in the reason of a hand-off', () => {
    const player = new FlowPlayer(question({}, ['good.next > person'])).go().say('3 dogs');
    expect(player.effects.at(-1)).toEqual({ kind: 'hand_off', reason: '3 pets' });
  });

  it('is asked again in the language of the company, twice by default, and then the run ends', () => {
    const player = new FlowPlayer(question({}));
    player.facts = factsOf({ company: { ...player.facts.company, locale: 'pt-BR' } });
    player.go().say('many').say('a lot');
    expect(player.texts).toHaveLength(3);
    expect(player.texts[1]).toBe('Por favor, responda com um número, por exemplo 3.\n\nHow many?');
    expect(player.say('no idea').state).toMatchObject({ status: 'failed', stop_reason: 'no_answer' });
  });

  it('takes its timeout outlet after the last try, if that has an edge', () => {
    const player = new FlowPlayer(question({ retries: 0, retry_text: 'Hm?' }, ['q.timeout > late'])).go().say('many');
    expect(player.texts).toEqual(['How many?', 'Too late']);
  });

  it('has a new time for each try', () => {
    const player = new FlowPlayer(question({ timeout_min: 10, retry_text: 'Hm?' }, ['q.timeout > late'])).go();
    player
      .wait(9 * MINUTE_MS)
      .say('many')
      .wait(9 * MINUTE_MS);
    expect(player.texts).toEqual(['How many?', 'Hm?\n\nHow many?']);
    expect(player.wait(MINUTE_MS).texts.at(-1)).toBe('Too late');
  });

  it.each([
    [-1, 'answer', 'Got 3'],
    [0, 'answer', 'Too late'],
    [1, 'answer', 'Too late'],
    [-1, 'time', undefined],
    [0, 'time', 'Too late'],
    [1, 'time', 'Too late'],
  ] as const)('takes one outlet if an input comes %i ms from the end of its time, of kind %s', (offset, kind, text) => {
    const player = new FlowPlayer(question({ timeout_min: 10 }, ['q.timeout > late'])).go();
    player.now = new Date(player.now.getTime() + 10 * MINUTE_MS + offset);
    player.give(kind === 'answer' ? { kind, text: '3' } : { kind }).go();
    player.give(kind === 'answer' ? { kind: 'time' } : { kind: 'answer', text: '3' }).go();
    expect(player.texts).toEqual(['How many?', text ?? 'Got 3']);
    expect(player.path.filter((taken) => taken.startsWith('q.'))).toHaveLength(1);
  });

  it('offers the items of a list before its own choices', () => {
    const slots = [
      { label: 'Fri 10:30', starts_at: '2026-12-04T13:30:00Z', staff_id: null },
      { label: 'Sat 9:00', starts_at: '2026-12-05T12:00:00Z', staff_id: null },
    ];
    const graph = graphOf(
      {
        start,
        find: { type: 'action', data: { action: 'find_slots', service_id: 'a'.repeat(24), save_as: 'slots' } },
        q: {
          type: 'ask',
          data: {
            text: 'When?',
            variable: 'slot',
            answer: 'choice',
            choices_from: 'slots',
            choices: [{ label: 'None' }],
          },
        },
        hold: { type: 'action', data: { action: 'hold_slot', service_id: 'a'.repeat(24), slot: 'slot' } },
        book: { type: 'action', data: { action: 'confirm_booking' } },
        none: { type: 'action', data: { action: 'hand_off', reason: 'No time fits' } },
      },
      ['start.next > find', 'find.ok > q', 'find.error > none', 'q.next > hold', 'q.choice-1 > none', 'hold.ok > book'],
    );
    const outcomes: Partial<Record<FlowEffect['kind'], EffectOutcome>> = {
      find_slots: { ok: true, value: slots },
      hold_slot: { ok: true, value: { hold_id: 'h1' } },
    };
    const player = new FlowPlayer(graph, ({ kind }) => outcomes[kind] ?? { ok: true }).go();
    expect(player.effects.at(-1)).toMatchObject({ message: { choices: ['Fri 10:30', 'Sat 9:00', 'None'] } });
    player.say('the second one');
    expect(player.effects.slice(2)).toEqual([
      {
        kind: 'hold_slot',
        service_id: 'a'.repeat(24),
        starts_at: '2026-12-05T12:00:00Z',
        staff_id: null,
        pet_id: null,
      },
      { kind: 'confirm_booking', hold_id: 'h1' },
    ]);
    const refusing = new FlowPlayer(graph, ({ kind }) => outcomes[kind] ?? { ok: true }).go().say('3');
    expect(refusing.state).toMatchObject({ status: 'handed_off', stop_reason: 'handed_off' });
    const full = new FlowPlayer(graph, () => ({ ok: true, value: [] })).go();
    expect(full.path).toContain('find.error');
  });
});

it('waits for a delay and for nothing else', () => {
  const graph = graphOf({ start, nap: { type: 'delay', data: { minutes: 5 } }, over: { type: 'end', data: {} } }, [
    'start.next > nap',
    'nap.next > over',
  ]);
  const player = new FlowPlayer(graph).go().say('hello');
  expect(player.state.status).toBe('waiting_delay');
  expect(player.wait(5 * MINUTE_MS - 1).state.status).toBe('waiting_delay');
  expect(player.wait(1).state).toMatchObject({ status: 'done', stop_reason: 'finished', wait: null });
});
