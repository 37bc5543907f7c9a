import { graphOf } from '../../../../../test/builders/flow-graphs.js';
import {
  alone,
  ask,
  condition,
  context,
  doing,
  found,
  HIDDEN,
  KNOWN,
  labels,
  message,
  start,
  trigger,
} from '../../../../../test/support/flow-checks.js';
import { checkGraph, type CheckContext, type FlowGraph, type WarningCode } from '../index.js';

type Part = Parameters<typeof graphOf>[0][string];

const DAY_MIN = 1_440;
const wait = (minutes: number): Part => ({ type: 'delay', data: { minutes } });
const keyword = trigger({ kind: 'keyword', words: ['Preços', 'cost'] });
const other = { flow: 'Prices', words: ['precos'], channelIds: [] };
const booking = (status: Part): FlowGraph =>
  graphOf(
    {
      start,
      n: { type: 'action', data: { action: 'confirm_booking', save_as: 'booking' } },
      c: status,
      m: message('Booked'),
      e: { type: 'action', data: { action: 'hand_off' } },
    },
    ['start.next > n', 'n.ok > c', 'n.error > e', `c.${status.type === 'condition' ? 'true' : 'next'} > m`],
  );
const open = condition({ kind: 'business_hours' });
const line = (...parts: Part[]): FlowGraph => {
  const named = Object.fromEntries([start, ...parts].map((part, index) => [`n${index}`, part]));
  return graphOf(
    named,
    parts.map((_, index) => `n${index}.next > n${index + 1}`),
  );
};

it.each<[WarningCode, string, FlowGraph, Partial<CheckContext>, string[]]>([
  ['NO_OPENING_HOURS', 'a condition', alone(open), { hasOpeningHours: false }, ['n']],
  [
    'NO_OPENING_HOURS',
    'a trigger that starts while open',
    graphOf({ start: trigger({ kind: 'any_message', active_hours: 'open' }) }, []),
    { hasOpeningHours: false },
    ['start'],
  ],
  [
    'NO_OPENING_HOURS',
    'a search for times',
    doing({ action: 'find_slots', service_id: KNOWN, save_as: 'slots' }),
    { hasOpeningHours: false },
    ['n'],
  ],
  [
    'SERVICE_NOT_BOOKABLE',
    'hidden from customers',
    doing({ action: 'find_slots', service_id: HIDDEN, save_as: 'slots' }),
    {},
    ['n'],
  ],
  ['NO_BRANCH_FOR_PENDING', 'only “booked”', booking(open), { needsApproval: true }, ['n']],
  ['SAME_KEYWORD', 'without case and accents', graphOf({ start: keyword }, []), { otherKeywords: [other] }, ['start']],
  [
    'SAME_KEYWORD',
    'on one of its channels',
    graphOf({ start: keyword }, []),
    { otherKeywords: [{ ...other, channelIds: ['a', 'b'] }], channelIds: ['b', 'c'] },
    ['start'],
  ],
  ['PLACEHOLDER_LEFT', 'of a starter flow', alone(message('Our prices: [Write your prices here]')), {}, ['n']],
  ['REPLY_WINDOW_OVER', 'a wait of a day', line(wait(DAY_MIN), message('Hi')), {}, ['n2']],
  ['REPLY_WINDOW_OVER', 'two waits together', line(wait(900), wait(900), ask()), {}, ['n3']],
  [
    'REPLY_WINDOW_OVER',
    'after a question that nobody answers for a day',
    graphOf({ start, n: ask(), m: message('Still there?') }, ['start.next > n', 'n.timeout > m']),
    {},
    ['m'],
  ],
  [
    'REPLY_WINDOW_OVER',
    'a trigger that is not of the customer',
    graphOf({ start: trigger({ kind: 'appointment_due', minutes_before: 60 }), n: message('Hi') }, ['start.next > n']),
    {},
    ['n'],
  ],
  [
    'REPLY_WINDOW_OVER',
    'waits that add up in a loop',
    graphOf({ start, n: wait(600), m: message('Hi') }, ['start.next > n', 'n.next > m', 'm.next > n']),
    {},
    ['m'],
  ],
])('%s: %s', (code, _what, graph, more, nodes) => {
  expect(found(graph, more)).toEqual(nodes.map((id) => `${code} ${id}`));
});

it.each<[string, FlowGraph, Partial<CheckContext>]>([
  ['opening hours that no step needs', alone(message('Hi')), { hasOpeningHours: false }],
  [
    'a branch on the status of the booking',
    booking(condition({ kind: 'variable', variable: 'vars.booking.status', operator: 'equals', value: 'pending' })),
    { needsApproval: true },
  ],
  ['a message with the status', booking(message('It is {{vars.booking.status}}')), { needsApproval: true }],
  ['no approval', booking(open), { needsApproval: false }],
  ['other words', graphOf({ start: keyword }, []), { otherKeywords: [{ ...other, words: ['price'] }] }],
  [
    'other channels',
    graphOf({ start: keyword }, []),
    { otherKeywords: [{ ...other, channelIds: ['a'] }], channelIds: ['b'] },
  ],
  ['a short mark in brackets', alone(message('Done [x]')), {}],
  ['a short wait', line(wait(DAY_MIN - 1), message('Hi')), {}],
  ['an answer after the wait', line(wait(600), message('Hi', { buttons: labels(1) }), wait(900), message('Hi')), {}],
  ['a long wait without a message', line(wait(DAY_MIN)), {}],
  [
    'a check of the window',
    graphOf({ start, n: wait(DAY_MIN), w: condition({ kind: 'window_open' }), m: message('Hi') }, [
      'start.next > n',
      'n.next > w',
      'w.true > m',
    ]),
    {},
  ],
  [
    'channels without a window',
    line(wait(DAY_MIN), message('Hi')),
    { channels: context.channels.filter(({ replyWindowMin }) => replyWindowMin === null) },
  ],
])('does not warn at %s', (_what, graph, more) => {
  expect(found(graph, more)).toEqual([]);
});

it('lists warnings after errors, and names what they are about', () => {
  const graph = graphOf({ start: keyword, n: message('') }, ['start.next > n']);
  const problems = checkGraph(graph, { ...context, otherKeywords: [other] });
  expect(problems.map(({ code, severity, details }) => [code, severity, details])).toEqual([
    ['EMPTY_TEXT', 'error', { field: 'text' }],
    ['SAME_KEYWORD', 'warning', { field: 'words', name: 'Preços', flow: 'Prices' }],
  ]);
});
