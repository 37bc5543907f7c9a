import { graphOf } from '../../../../../test/builders/flow-graphs.js';
import {
  alone,
  ask,
  call,
  condition,
  context,
  doing,
  found,
  GONE,
  KNOWN,
  labels,
  message,
  OWN,
  start,
  trigger,
} from '../../../../../test/support/flow-checks.js';
import { checkGraph, type FlowGraph, type ProblemCode } from '../index.js';

it.each<[ProblemCode, string, FlowGraph, string[]]>([
  [
    'UNKNOWN_VARIABLE',
    'a path that does not exist',
    alone(message('{{contact.name}} {{pet.name}}')),
    ['UNKNOWN_VARIABLE n'],
  ],
  ['UNKNOWN_VARIABLE', 'a place that is no path', alone(message('{{first name}}')), ['UNKNOWN_VARIABLE n']],
  ['UNKNOWN_VARIABLE', 'a secret in a text', alone(message('{{secret.KEY}}')), ['UNKNOWN_VARIABLE n']],
  [
    'UNKNOWN_VARIABLE',
    'a variable in the reason of a hand-off that nobody sets',
    doing({ action: 'hand_off', reason: 'About {{vars.none}}' }),
    ['UNKNOWN_VARIABLE n'],
  ],
  [
    'UNKNOWN_VARIABLE',
    'set after its use',
    graphOf({ start, n: message('{{vars.name|x}}'), q: ask() }, ['start.next > n', 'n.next > q']),
    ['UNKNOWN_VARIABLE n'],
  ],
  [
    'UNKNOWN_VARIABLE',
    'of a condition',
    alone(condition({ kind: 'variable', variable: 'color', operator: 'exists' })),
    ['UNKNOWN_VARIABLE n'],
  ],
  ['UNKNOWN_VARIABLE', 'of choices', alone(ask({ answer: 'choice', choices_from: 'slots' })), ['UNKNOWN_VARIABLE n']],
  [
    'UNKNOWN_VARIABLE',
    'of a hold',
    doing({ action: 'hold_slot', service_id: KNOWN, slot: 'slot' }),
    ['UNKNOWN_VARIABLE n'],
  ],
  ['TOO_MANY_BUTTONS', 'four on WhatsApp', alone(message('Hi', { buttons: labels(4) })), ['TOO_MANY_BUTTONS n']],
  [
    'TOO_MANY_BUTTONS',
    'eleven rows',
    alone(message('Hi', { buttons: labels(11), list_button: 'Choose' })),
    ['TOO_MANY_BUTTONS n'],
  ],
  ['TOO_MANY_BUTTONS', 'eleven choices', alone(ask({ answer: 'choice', choices: labels(11) })), ['TOO_MANY_BUTTONS n']],
  [
    'BUTTON_TOO_LONG',
    'on both',
    alone(message('Hi', { buttons: labels(1, 'A button of 21 char') })),
    ['BUTTON_TOO_LONG n', 'BUTTON_TOO_LONG n'],
  ],
  ['TEXT_TOO_LONG', 'on Instagram', alone(message('x'.repeat(1_001))), ['TEXT_TOO_LONG n']],
  ['EMPTY_TEXT', 'a message', alone(message(' ')), ['EMPTY_TEXT n']],
  ['EMPTY_TEXT', 'a question', alone(ask({ text: '' })), ['EMPTY_TEXT n']],
  [
    'NO_WORDS',
    'a keyword trigger',
    graphOf({ start: trigger({ kind: 'keyword', words: [] }) }, []),
    ['NO_WORDS start'],
  ],
  ['NO_CHOICES', 'a question', alone(ask({ answer: 'choice' })), ['NO_CHOICES n']],
  ['MISSING_FIELD', 'an empty variable', alone(ask({ variable: '' })), ['MISSING_FIELD n']],
  ['MISSING_FIELD', 'a tag', graphOf({ start: trigger({ kind: 'tag_added' }) }, []), ['MISSING_FIELD start']],
  ['MISSING_FIELD', 'a time', graphOf({ start: trigger({ kind: 'appointment_due' }) }, []), ['MISSING_FIELD start']],
  ['MISSING_FIELD', 'words', alone(condition({ kind: 'keyword' })), ['MISSING_FIELD n']],
  [
    'MISSING_FIELD',
    'a value',
    alone(condition({ kind: 'variable', variable: 'pet.name', operator: 'contains', value: '' })),
    ['MISSING_FIELD n'],
  ],
  ['MISSING_FIELD', 'an operator', alone(condition({ kind: 'variable', variable: 'pet.name' })), ['MISSING_FIELD n']],
  [
    'BAD_PATTERN',
    'of a trigger',
    graphOf({ start: trigger({ kind: 'keyword', pattern: '(a' }) }, []),
    ['BAD_PATTERN start'],
  ],
  [
    'BAD_PATTERN',
    'of a condition',
    alone(condition({ kind: 'variable', variable: 'pet.name', operator: 'matches', value: '(?=a)' })),
    ['BAD_PATTERN n'],
  ],
  ['BAD_URL', 'not https', call({ url: 'http://x.test' }), ['BAD_URL n']],
  ['BAD_URL', 'a host that a customer chooses', call({ url: 'https://{{contact.email}}/' }), ['BAD_URL n']],
  ['BAD_URL', 'a name before the host', call({ url: 'https://a@x.test/' }), ['BAD_URL n']],
  ['BAD_URL', 'a secret in the address', call({ url: 'https://x.test/?key={{secret.KEY}}' }), ['BAD_URL n']],
  ['BAD_URL', 'a secret in the body', call({ body: '{"key": "{{secret.KEY}}"}' }), ['BAD_URL n']],
  [
    'UNKNOWN_SECRET',
    'in a header',
    call({ headers: { a: '{{secret.KEY}}', b: '{{secret.NONE}}' } }),
    ['UNKNOWN_SECRET n'],
  ],
  [
    'UNKNOWN_SERVICE',
    'of times',
    doing({ action: 'find_slots', service_id: GONE, save_as: 'slots' }),
    ['UNKNOWN_SERVICE n'],
  ],
  ['UNKNOWN_USER', 'who left', doing({ action: 'assign', user_id: GONE }), ['UNKNOWN_USER n']],
  ['UNKNOWN_FLOW', 'that is gone', doing({ action: 'start_flow', flow_id: GONE }), ['UNKNOWN_FLOW n']],
  ['STARTS_ITSELF', 'at once', doing({ action: 'start_flow', flow_id: OWN }), ['STARTS_ITSELF n']],
])('%s: %s', (_code, _what, graph, expected) => {
  expect(found(graph)).toEqual(expected);
});

it.each<[string, FlowGraph]>([
  [
    'a question in a loop',
    graphOf({ start, n: ask(), m: message('{{vars.name}}') }, ['start.next > n', 'n.next > m', 'm.next > n']),
  ],
  [
    'a delay in a loop',
    graphOf({ start, n: { type: 'delay', data: { minutes: 1 } }, m: message('Hi') }, [
      'start.next > n',
      'n.next > m',
      'm.next > n',
    ]),
  ],
  [
    'buttons in a loop',
    graphOf({ start, n: message('Hi', { buttons: labels(2) }) }, ['start.next > n', 'n.choice-1 > n', 'n.next > n']),
  ],
  ['an end after a hand-off', doing({ action: 'hand_off' })],
  [
    'a variable that is set on one of two paths',
    graphOf({ start, n: condition({ kind: 'business_hours' }), q: ask(), m: message('{{vars.name}}') }, [
      'start.next > n',
      'n.true > q',
      'n.false > m',
      'q.next > m',
    ]),
  ],
  [
    'a list where a channel has none',
    alone(message('Hi', { buttons: labels(10, 'A row of 20 letter'), list_button: 'Choose' })),
  ],
  ['a text that is long only because of its placeholders', alone(message(`${'x'.repeat(990)}{{contact.first_name}}`))],
  ['a file without a text', alone(message('', { attachments: [{ type: 'image', url: 'https://x.test/a.png' }] }))],
  ['any comment', graphOf({ start: trigger({ kind: 'comment' }) }, [])],
  [
    'a complete call',
    call({
      url: 'https://x.test/{{contact.phone}}?q={{ pet.name | none }}',
      headers: { authorization: 'Bearer {{secret.KEY}}' },
    }),
  ],
  [
    'an empty value to compare with',
    alone(condition({ kind: 'variable', variable: 'pet.breed', operator: 'equals', value: '' })),
  ],
])('finds nothing at %s', (_what, graph) => {
  expect(found(graph)).toEqual([]);
});

it('says what to do in every message', () => {
  const graph = alone(message('{{vars.x}}', { buttons: labels(4, 'A button of 21 char') }));
  expect(checkGraph(graph, context).map(({ message: text }) => text)).toEqual([
    'whatsapp shows at most 3 choices here, but there are 4. Remove some, or show them as a list.',
    ...labels(4, 'A button of 21 char').map(
      ({ label }) => `A button on instagram has at most 20 characters. Shorten “${label}”.`,
    ),
    '“vars.x” is not known here. No step before this one sets it. Set it before, or correct the name.',
  ]);
});

it('tells what its messages name', () => {
  const details = (graph: FlowGraph) => checkGraph(graph, context).map((one) => one.details);
  const label = 'A button of 21 char 0';
  expect(details(alone(message('{{vars.x}}', { buttons: [{ label }] })))).toEqual([
    { name: label, platform: 'whatsapp', limit: 20 },
    { name: label, platform: 'instagram', limit: 20 },
    { name: 'vars.x' },
  ]);
  expect(details(call({ url: '', headers: { a: '{{secret.NONE}}' } }))).toEqual([{ field: 'url' }, { name: 'NONE' }]);
  expect(details(alone(message('Hi', { buttons: labels(4) })))).toEqual([{ platform: 'whatsapp', limit: 3 }]);
});
