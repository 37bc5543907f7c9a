import { linesOf, openChoices, type PhoneLine } from './conversation-lines.ts';

const at = '2026-11-29T12:00:00.000Z';
const customer = (text: string) => ({ from: 'customer' as const, text, choices: [], at, node_id: null });
const flow = (node_id: string, text: string, choices: string[] = []) => ({
  from: 'flow' as const,
  text,
  choices,
  at,
  node_id,
});
const effect = (node_id: string, tag: string) => ({ node_id, at, effect: { kind: 'tag', tag } }) as const;
const words = (lines: readonly PhoneLine[]) =>
  lines.map((line) =>
    line.kind === 'bubble' ? `${line.from}: ${line.text}` : `${String(line.effect.kind)} ${String(line.effect.tag)}`,
  );
const path = (...nodes: string[]) => nodes.map((node_id) => ({ node_id, outlet: 'next' }));

it('puts what would happen between the words, by the path', () => {
  const lines = linesOf({
    transcript: [customer('menu'), flow('ask', 'Which pet?'), customer('Rex'), flow('bye', 'Thank you')],
    effects: [effect('first', 'asked'), effect('second', 'answered')],
    path: path('start', 'first', 'ask', 'second', 'bye'),
  });
  expect(words(lines)).toEqual([
    'customer: menu',
    'tag asked',
    'flow: Which pet?',
    'customer: Rex',
    'tag answered',
    'flow: Thank you',
  ]);
});

it('keeps the order of a loop', () => {
  const lines = linesOf({
    transcript: [customer('menu'), flow('menu', 'Menu'), customer('1'), flow('menu', 'Menu'), customer('1')],
    effects: [effect('tag', 'one'), effect('tag', 'two')],
    path: path('start', 'menu', 'tag', 'menu', 'tag'),
  });
  expect(words(lines)).toEqual([
    'customer: menu',
    'flow: Menu',
    'customer: 1',
    'tag one',
    'flow: Menu',
    'customer: 1',
    'tag two',
  ]);
});

it('keeps words of a flow whose step is not on the path', () => {
  const lines = linesOf({ transcript: [customer('stop'), flow('gone', 'Goodbye')], effects: [], path: [] });
  expect(words(lines)).toEqual(['customer: stop', 'flow: Goodbye']);
});

it('offers the choices of the last message until the customer answers', () => {
  const asked = {
    transcript: [customer('menu'), flow('menu', 'Menu', ['Book', 'Ask'])],
    effects: [],
    path: path('menu'),
  };
  expect(openChoices(linesOf(asked))).toEqual(['Book', 'Ask']);
  const answered = { ...asked, transcript: [...asked.transcript, customer('Book')] };
  expect(openChoices(linesOf(answered))).toEqual([]);
});
