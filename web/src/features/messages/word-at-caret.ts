import { folded } from '#web/lib/folded.ts';

/** A word that opens suggestions: `/hours` or `@ana`. */
export interface AskingWord {
  sign: '/' | '@';
  /** The text between the sign and the caret. After an `@` it can have spaces, like a full name. */
  query: string;
  start: number;
}

/** The word before the caret if it begins with `/` or `@`, at the start of the text or after a space. */
export function askingWord(text: string, caret: number): AskingWord | undefined {
  const match = /(?:^|\s)(?:(\/)([^\s/@]*)|(@)((?:[^\s/@][^\n/@]*)?))$/u.exec(text.slice(0, caret));
  if (!match) return undefined;
  const [, slash, shortcut = '', , name = ''] = match;
  const query = slash ? shortcut : name;
  return { sign: slash ? '/' : '@', query, start: caret - query.length - 1 };
}

/** True if the name has the query at the beginning of one of its words, without regard to case and accents. */
export function startsWord(name: string, query: string): boolean {
  return ` ${folded(name)}`.includes(` ${folded(query)}`);
}
