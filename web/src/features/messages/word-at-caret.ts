/** A word that opens suggestions: `/hours` or `@ana`. */
export interface AskingWord {
  sign: '/' | '@';
  /** The text between the sign and the caret. */
  query: string;
  start: number;
}

/** The word before the caret if it begins with `/` or `@`, at the start of the text or after a space. */
export function askingWord(text: string, caret: number): AskingWord | undefined {
  const match = /(?:^|\s)([/@])([^\s/@]*)$/u.exec(text.slice(0, caret));
  if (!match) return undefined;
  const [, sign, query = ''] = match;
  return { sign: sign as AskingWord['sign'], query, start: caret - query.length - 1 };
}

/** True if a word of the name begins with the query, without regard to case and accents. */
export function startsWord(name: string, query: string): boolean {
  const plain = (text: string): string => text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
  return ` ${plain(name)}`.includes(` ${plain(query)}`);
}
