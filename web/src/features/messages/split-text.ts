/** The longest text of one message; characters are Unicode code points. */
export interface TextLimit {
  limit: number;
  unit: 'characters' | 'bytes';
}

/** The longest text that the API stores, in UTF-16 units. */
export const MAX_CONTENT_LENGTH = 5_000;

/** Longer than most combined characters, in UTF-16 units. */
const AHEAD = 64;

const encoder = new TextEncoder();
const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });

/** The length of a text in the unit of a limit. */
export const lengthIn = (text: string, unit: TextLimit['unit']): number =>
  unit === 'bytes' ? encoder.encode(text).length : [...text].length;

const fits = (text: string, { limit, unit }: TextLimit): boolean =>
  text.length <= MAX_CONTENT_LENGTH && (text.length * 4 <= limit || lengthIn(text, unit) <= limit);

/** Cuts a text into messages within the limit: at paragraphs if possible, else at sentences, else at words. */
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

/** The longest beginning that fits and does not cut inside a combined character. */
function longestHead(text: string, limit: TextLimit): string {
  // Needs some text after the maximum to see where the last combined character ends.
  const signs = [...graphemes.segment(text.slice(0, MAX_CONTENT_LENGTH + AHEAD))]
    .filter(({ index, segment }) => index + segment.length <= MAX_CONTENT_LENGTH)
    .map(({ segment }) => segment);
  const whole = headOf(signs, limit);
  // One combined character may be longer than a message.
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

/** The last place for a cut, of the best kind that fills at least half of the message. */
function cutPlace(head: string, text: string): number {
  // Includes a space after the limit: a word may end exactly at the limit.
  const searched = text.slice(0, head.length + 1);
  for (const kind of BREAKS) {
    const last = [...searched.matchAll(kind)].at(-1);
    const end = last ? last.index + last[0].length : 0;
    if (end >= head.length / 2) return end;
  }
  return head.length;
}
