import type { Suggestion } from '../assistant-types.ts';

/** What the customer gets. Staff send no buttons of the assistant, so choices become numbered lines. */
export function suggestionText({ text, choices }: Pick<Suggestion, 'text' | 'choices'>): string {
  const lines = choices.map(({ label }, index) => `${index + 1}. ${label}`);
  return [text, lines.join('\n')].filter((part) => part !== '').join('\n');
}

/** What staff did with a suggestion, by the text that they have sent. */
export function verdictOf(suggested: string, sent: string): { outcome: 'accepted' | 'edited'; sent_text?: string } {
  return sent.trim() === suggested.trim() ? { outcome: 'accepted' } : { outcome: 'edited', sent_text: sent.trim() };
}
