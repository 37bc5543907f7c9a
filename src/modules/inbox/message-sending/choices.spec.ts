import '../meta/meta-platforms.js';
import { AppError } from '../../../core/errors/index.js';
import type { MessageChoices } from '../message-log/index.js';
import { assertChoicesFit, numberedText, shownText } from './choices.js';

const buttons = (count: number, title = 'Yes') => Array.from({ length: count }, (_, id) => ({ id: `${id}`, title }));
const list = (count: number, row: object = {}, button = 'Times') => ({
  button,
  rows: buttons(count).map((one) => ({ ...one, ...row })),
});

const problemOf = (platform: 'facebook' | 'instagram' | 'whatsapp', choices: MessageChoices, content = 'When?') => {
  try {
    assertChoicesFit(platform, { content, ...choices });
    return null;
  } catch (error) {
    const { code, status, details } = error as AppError;
    return { code, status, ...(details as object) };
  }
};

describe('the choices of a message', () => {
  it.each([
    ['facebook', { buttons: buttons(13, 'x'.repeat(20)) }],
    ['instagram', { buttons: buttons(13) }],
    ['whatsapp', { buttons: buttons(3, 'x'.repeat(20)) }],
    ['whatsapp', { list: list(10, { title: 'x'.repeat(24), description: 'x'.repeat(72) }, 'x'.repeat(20)) }],
    ['facebook', { list: list(20) }],
  ] as const)('fit on %s', (platform, choices) => expect(problemOf(platform, choices)).toBeNull());

  it.each([
    ['facebook', { buttons: buttons(14) }, 'buttons', 13, 14],
    ['instagram', { buttons: buttons(1, 'x'.repeat(21)) }, 'buttons.title', 20, 21],
    ['whatsapp', { buttons: buttons(4) }, 'buttons', 3, 4],
    ['whatsapp', { list: list(11) }, 'list.rows', 10, 11],
    ['whatsapp', { list: list(1, { title: 'x'.repeat(25) }) }, 'list.rows.title', 24, 25],
    ['whatsapp', { list: list(1, { description: 'x'.repeat(73) }) }, 'list.rows.description', 72, 73],
    ['whatsapp', { list: list(1, {}, 'x'.repeat(21)) }, 'list.button', 20, 21],
  ] as const)('do not fit on %s with the limit named: %j', (platform, choices, field, limit, value) => {
    const problem = { code: 'CHOICES_DO_NOT_FIT', status: 422, platform, field, limit, value };
    expect(problemOf(platform, choices)).toEqual(problem);
  });

  it('limit the text more on WhatsApp', () => {
    const text = 'x'.repeat(1_025);
    expect(problemOf('whatsapp', { buttons: buttons(1) }, text)).toMatchObject({ field: 'content', limit: 1_024 });
    expect(problemOf('facebook', { buttons: buttons(1) }, text)).toBeNull();
  });

  it('become a numbered text on a platform without choices', () => {
    const rows = [
      { id: 'a', title: '10:00', description: 'with Ana' },
      { id: 'b', title: '11:00' },
    ];
    const message = { content: 'When?', list: { button: 'Times', rows } };
    expect(shownText('facebook', message)).toBe('When?\n\n1. 10:00: with Ana\n2. 11:00');
    expect(shownText('whatsapp', message)).toBe('When?');
    const withButtons = { content: 'Sure?', buttons: buttons(1) };
    expect(shownText('facebook', withButtons)).toBe('Sure?');
    expect(shownText('a pigeon', withButtons)).toBe('Sure?\n\n1. Yes');
    expect(numberedText({ content: 'Hello' })).toBe('Hello');
  });
});
