/** A word that asks for suggestions: `/hours` or `@ana`. */
export interface AskingWord {
  sign: '/' | '@';
  /** What follows the sign, up to the caret. */
  query: string;
  start: number;
}

/** The word before the caret where it asks for suggestions: it begins with `/` or `@` at the start or after a space. */
export function askingWord(text: string, caret: number): AskingWord | undefined {
  const match = /(?:^|\s)([/@])([^\s/@]*)$/u.exec(text.slice(0, caret));
  if (!match) return undefined;
  const [, sign, query = ''] = match;
  return { sign: sign as AskingWord['sign'], query, start: caret - query.length - 1 };
}

/** True where a word of the name begins with the query, whatever the case and the accents. */
export function startsWord(name: string, query: string): boolean {
  const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return ` ${plain(name)}`.includes(` ${plain(query)}`);
}
