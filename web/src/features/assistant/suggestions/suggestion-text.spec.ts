import { suggestionText, verdictOf } from './suggestion-text.ts';

describe('the text of a suggestion', () => {
  it('has its choices as numbered lines', () => {
    const choices = [
      { id: 'offer:o1', label: 'Tue 10:00' },
      { id: 'offer:o2', label: 'Tue 14:30' },
    ];
    expect(suggestionText({ text: 'Which time?', choices })).toBe('Which time?\n1. Tue 10:00\n2. Tue 14:30');
    expect(suggestionText({ text: 'Hello', choices: [] })).toBe('Hello');
  });

  it('is accepted as it is, and edited with any other words', () => {
    expect(verdictOf('Hello', ' Hello ')).toEqual({ outcome: 'accepted' });
    expect(verdictOf('Hello', 'Hello, Ana ')).toEqual({ outcome: 'edited', sent_text: 'Hello, Ana' });
  });
});
