/** A text without accents, emoji, punctuation and case: words with one space between them. */
export function foldWords(_text: string): string {
  throw new Error('not written yet');
}

/** Whether one of the words or phrases is in the text as a whole word. */
export function matchesWords(_text: string, _words: readonly string[]): boolean {
  throw new Error('not written yet');
}

/** Whether the RE2 expression is found in the text, in any case. An invalid expression finds nothing. */
export function matchesPattern(_text: string, _pattern: string): boolean {
  throw new Error('not written yet');
}
