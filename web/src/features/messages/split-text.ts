/** The longest text of one message; characters are Unicode code points. */
export interface TextLimit {
  limit: number;
  unit: 'characters' | 'bytes';
}

/** The API stores no longer text than this, in UTF-16 units. */
export const MAX_CONTENT_LENGTH = 5_000;

const encoder = new TextEncoder();
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** How much of a limit the text takes. */
export const lengthIn = (text: string, unit: TextLimit['unit']): number =>
  unit === 'bytes' ? encoder.encode(text).length : [...text].length;

const fits = (text: string, { limit, unit }: TextLimit): boolean =>
  text.length <= MAX_CONTENT_LENGTH && (text.length * 4 <= limit || lengthIn(text, unit) <= limit);

/** Cuts a text into messages that the platform takes: at paragraphs where it can, else at sentences, else at words. */
export function splitText(text: string, limit: TextLimit): string[] {
  const pieces: string[] = [];
  let rest = text.trim();
  while (!fits(rest, limit)) {
    const head = longestHead(rest, limit);
    const end = cutPlace(head, rest);
    pieces.push(rest.slice(0, end).trimEnd());
    rest = rest.slice(end).trimStart();
  }
  return rest === '' ? pieces : [...pieces, rest];
}

/** The longest beginning that fits and breaks no character that people see as one. */
function longestHead(text: string, limit: TextLimit): string {
  const whole = headOf(
    [...graphemes.segment(text.slice(0, MAX_CONTENT_LENGTH))].map(({ segment }) => segment),
    limit,
  );
  // One sign of many parts may be longer than a message.
  return whole === '' ? headOf([...text.slice(0, MAX_CONTENT_LENGTH)], limit) : whole;
}

function headOf(signs: readonly string[], { limit, unit }: TextLimit): string {
  let head = '';
  let used = 0;
  for (const sign of signs) {
    used += lengthIn(sign, unit);
    if (used > limit) break;
    head += sign;
  }
  return head;
}

const BREAKS = [/\n\s*\n/g, /\n/g, /[.!?…]\s/g, /\s/g];

/** The last good place for a cut: of the best kind that does not leave more than half of the message empty. */
function cutPlace(head: string, text: string): number {
  // With the space that may follow: a word may end exactly where the message does.
  const searched = text.slice(0, head.length + 1);
  for (const kind of BREAKS) {
    const last = [...searched.matchAll(kind)].at(-1);
    const end = last ? last.index + last[0].length : 0;
    if (end >= head.length / 2) return end;
  }
  return head.length;
}
