import { foldText } from './search-words.js';

/** A piece of an excerpt. */
export interface ExcerptPart {
  text: string;
  /** True for the words that were searched for. */
  match: boolean;
}

const MAX_CHARACTERS = 160;
/** Number of characters that are shown before the first match. */
const BEFORE_MATCH = 50;
const CUT = '…';

/** A place in a list of characters; `to` is behind the last one. */
interface Range {
  from: number;
  to: number;
}

/**
 * Returns the part of a text around the first match of the words, in one line, cut at spaces.
 * @returns the beginning of the text, without a match, if the words are not in it
 */
export function excerptOf(text: string, words: string): ExcerptPart[] {
  const characters = [...inOneLine(text)];
  const matches = findAll(characters, foldText(inOneLine(words)));
  const shown = shownRange(characters, matches[0]?.from ?? 0);
  const parts: ExcerptPart[] = [];
  const add = (from: number, to: number, match: boolean): void => {
    if (to > from) parts.push({ text: characters.slice(from, to).join(''), match });
  };
  let end = shown.from;
  for (const match of matches.filter(({ to }) => to <= shown.to)) {
    add(end, match.from, false);
    add(match.from, match.to, true);
    end = match.to;
  }
  add(end, shown.to, false);
  if (shown.from > 0) parts.unshift({ text: CUT, match: false });
  if (shown.to < characters.length) parts.push({ text: CUT, match: false });
  return parts;
}

const inOneLine = (text: string): string => text.replace(/\s+/g, ' ').trim();

/** Finds the words, without regard to case and accents. */
function findAll(characters: readonly string[], words: string): Range[] {
  const folded = characters.map(foldText);
  const text = folded.join('');
  // The character that each unit of the folded text comes from: one character may become several, or none.
  const sources = folded.flatMap((part, index) => Array.from({ length: part.length }, () => index));
  const ranges: Range[] = [];
  for (let at = text.indexOf(words); words !== '' && at !== -1; at = text.indexOf(words, at + words.length)) {
    let to = (sources[at + words.length - 1] ?? 0) + 1;
    while (folded[to] === '') to++;
    const from = sources[at] ?? 0;
    if (from >= (ranges.at(-1)?.to ?? 0)) ranges.push({ from, to });
  }
  return ranges;
}

function shownRange(characters: readonly string[], match: number): Range {
  if (characters.length <= MAX_CHARACTERS) return { from: 0, to: characters.length };
  const earliest = Math.max(0, Math.min(match - BEFORE_MATCH, characters.length - MAX_CHARACTERS));
  const space = characters.indexOf(' ', earliest);
  const from = earliest > 0 && space !== -1 && space < match ? space + 1 : earliest;
  const latest = Math.min(characters.length, from + MAX_CHARACTERS);
  const lastSpace = characters.lastIndexOf(' ', latest - 1);
  const isWhole = latest === characters.length || lastSpace < from + MAX_CHARACTERS / 2;
  return { from, to: isWhole ? latest : lastSpace };
}
