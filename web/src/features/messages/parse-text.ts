import { withoutAccents } from '#web/lib/folded.ts';

/** A piece of a message. The texts of all pieces together are the message without the stars around bold words. */
export type TextPart =
  { kind: 'plain' | 'bold' | 'mention'; text: string } | { kind: 'link'; text: string; href: string };

const LINK = String.raw`\b(?:https?:\/\/|www\.)[^\s<>"']*[^\s<>"'.,;:!?)\]*]`;
const BOLD = String.raw`(?<![\p{L}\p{N}*])\*(?=\S)[^*\n]*[^*\s]\*(?![\p{L}\p{N}*])`;

/** Cuts a text at web addresses, *bold* words and, in notes, the names of colleagues after an @. */
export function parseText(text: string, colleagues: readonly string[] = []): TextPart[] {
  const parts: TextPart[] = [];
  let end = 0;
  for (const match of text.matchAll(pattern(colleagues))) {
    if (match.index > end) parts.push({ kind: 'plain', text: text.slice(end, match.index) });
    parts.push(partOf(match[0]));
    end = match.index + match[0].length;
  }
  if (end < text.length) parts.push({ kind: 'plain', text: text.slice(end) });
  return parts;
}

function partOf(found: string): TextPart {
  if (found.startsWith('@')) return { kind: 'mention', text: found };
  if (found.startsWith('*')) return { kind: 'bold', text: found.slice(1, -1) };
  return { kind: 'link', text: found, href: /^www\./i.test(found) ? `https://${found}` : found };
}

function pattern(colleagues: readonly string[]): RegExp {
  // The longest name first: "Ana Maria" is not "Ana" and a word.
  const spellings = [...new Set(colleagues.flatMap((name) => [name, withoutAccents(name)]))];
  const names = spellings.toSorted((a, b) => b.length - a.length).map(escaped);
  const mention = names.length > 0 ? [String.raw`@(?:${names.join('|')})(?![\p{L}\p{N}])`] : [];
  return new RegExp([LINK, BOLD, ...mention].join('|'), 'giu');
}

const escaped = (name: string): string => name.replace(/[$()*+.?[\\\]^{|}]/g, String.raw`\$&`);
