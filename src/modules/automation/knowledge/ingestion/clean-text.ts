/** A text as it is stored, and what was taken out of it. */
export interface CleanedText {
  readonly text: string;
  /** Number of HTML tags and comments. */
  readonly markup: number;
  /** Number of characters that a reader does not see. */
  readonly invisible: number;
}

const COMMENT = /<!--[\s\S]*?(?:-->|$)/g;
const CODE = /<(script|style|template|noscript)\b[\s\S]*?(?:<\/\1\s*>|$)/gi;
const BLOCK_TAG = /<\/?(?:p|div|br|li|ul|ol|tr|table|h[1-6]|section|article)\b[^<>]*>/gi;
/** A tag begins with a letter, so that "< 10 kg" stays. */
const TAG = /<\/?[a-z][^<>]*>/gi;
const START_OF_TAG = /<(?=[a-z/!])/gi;
/** Tags in tags appear when the inner ones are gone. */
const MAX_NESTING = 5;
const NO_BREAK_SPACE = /&nbsp;/gi;
// eslint-disable-next-line no-control-regex -- control characters are what it removes; tabs and line ends stay
const INVISIBLE = /[\u0000-\u0008\u000b\u000c\u000e-\u001f\u007f-\u009f]|\p{Cf}/gu;
const LINE_END = /\r\n?|\u2028|\u2029/g;
const SPACES = /[\t\p{Zs}]+/gu;

/**
 * Takes out what a reader would not see but a language model would: HTML with its comments, and invisible characters.
 * The rest is NFC with single spaces and at most one empty line.
 */
export function cleanText(raw: string): CleanedText {
  let markup = 0;
  let invisible = 0;
  let text = raw
    .toWellFormed()
    .replace(LINE_END, '\n')
    .replace(INVISIBLE, () => {
      invisible++;
      return '';
    });
  const take = (pattern: RegExp, replacement: string): void => {
    text = text.replace(pattern, () => {
      markup++;
      return replacement;
    });
  };
  for (let depth = 0, before = -1; depth < MAX_NESTING && before !== markup; depth++) {
    before = markup;
    take(COMMENT, '');
    take(CODE, '');
    take(BLOCK_TAG, '\n');
    take(TAG, '');
  }
  take(START_OF_TAG, '');
  return { text: tidy(text.replace(NO_BREAK_SPACE, ' ')), markup, invisible };
}

/** For a title: one line. */
export const cleanLine = (raw: string): string => cleanText(raw).text.replace(/\s+/g, ' ');

function tidy(text: string): string {
  return text
    .normalize('NFC')
    .replace(SPACES, ' ')
    .replace(/ ?\n ?/g, '\n')
    .replace(/\n{3,}/g, '\n\n')
    .trim();
}
