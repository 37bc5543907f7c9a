import { type FlowEvent, matchesTrigger, type TriggerData } from './index.js';

const CHANNEL = 'a'.repeat(24);
const message = (text: string): FlowEvent => ({ kind: 'message', text, channel_id: CHANNEL });

it.each<[string, TriggerData, FlowEvent, boolean]>([
  ['a keyword', { kind: 'keyword', words: ['bath'] }, message('A BATH, please'), true],
  [
    'a keyword in a first message',
    { kind: 'keyword', words: ['bath'] },
    { ...message('bath'), kind: 'first_message' },
    true,
  ],
  ['no keyword', { kind: 'keyword', words: ['bath'] }, message('bathroom'), false],
  ['a pattern', { kind: 'keyword', pattern: 'order \\d+' }, message('Order 12'), true],
  ['a keyword trigger without words', { kind: 'keyword' }, message('bath'), false],
  ['any message', { kind: 'any_message' }, message(''), true],
  ['a first message', { kind: 'first_message' }, { ...message('hi'), kind: 'first_message' }, true],
  ['a later message', { kind: 'first_message' }, message('hi'), false],
  ['any comment', { kind: 'comment' }, { ...message('nice'), kind: 'comment' }, true],
  ['a comment with the word', { kind: 'comment', words: ['price'] }, { ...message('Price?'), kind: 'comment' }, true],
  ['a comment without the word', { kind: 'comment', words: ['price'] }, { ...message('nice'), kind: 'comment' }, false],
  ['a comment for a keyword', { kind: 'keyword', words: ['price'] }, { ...message('price'), kind: 'comment' }, false],
  ['a story reply', { kind: 'story_reply', words: [] }, { ...message('wow'), kind: 'story_reply' }, true],
  ['the tag', { kind: 'tag_added', tag: 'Puppy' }, { kind: 'tag_added', tag: 'puppy', channel_id: null }, true],
  ['another tag', { kind: 'tag_added', tag: 'Puppy' }, { kind: 'tag_added', tag: 'cat', channel_id: null }, false],
  ['an appointment', { kind: 'appointment_created' }, { kind: 'appointment_created', channel_id: null }, true],
  ['another event', { kind: 'appointment_due' }, { kind: 'appointment_created', channel_id: null }, false],
  ['its channel', { kind: 'any_message', channel_ids: [CHANNEL] }, message('x'), true],
  ['another channel', { kind: 'any_message', channel_ids: ['b'.repeat(24)] }, message('x'), false],
  ['no channel', { kind: 'any_message', channel_ids: [CHANNEL] }, { ...message('x'), channel_id: null }, false],
  [
    'a trigger for every channel',
    { kind: 'any_message', channel_ids: [] },
    { ...message('x'), channel_id: null },
    true,
  ],
])('%s', (_what, trigger, event, expected) => {
  expect(matchesTrigger(trigger, event)).toBe(expected);
});
