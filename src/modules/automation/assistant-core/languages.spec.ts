import { factsOfTurn, messagesOf } from '../../../../test/builders/assistant-facts.js';
import { type Language, newDialogue, step } from './index.js';

/** The language of the answer. @param languages in which the company answers */
function languageOf(text: string, locale: string, languages?: readonly Language[]): string | undefined {
  const facts = factsOfTurn({ messages: messagesOf([text]) });
  const company = { ...facts.company, locale, ...(languages && { languages }) };
  const state = { facts: { ...facts, company }, before: newDialogue(), model: null, outcomes: [] };
  const result = step(state, { kind: 'start' });
  return result.done ? result.trace.language : undefined;
}

describe('the language of an answer', () => {
  it.each<[string, string, readonly Language[] | undefined, string]>([
    ['What are your opening hours?', 'pt-BR', undefined, 'en'],
    ['What are your opening hours?', 'pt-BR', ['pt'], 'pt'],
    ['What are your opening hours?', 'fr-FR', ['pt', 'es'], 'pt'],
    ['Qual é o horário de vocês?', 'en-US', ['pt', 'en'], 'pt'],
  ])('to "%s" in a company of %s that answers in %s is %s', (text, locale, languages, expected) => {
    expect(languageOf(text, locale, languages)).toBe(expected);
  });
});
