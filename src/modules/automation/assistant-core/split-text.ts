const graphemes = new Intl.Segmenter(undefined, { granularity: 'grapheme' });
const sentences = new Intl.Segmenter(undefined, { granularity: 'sentence' });

/**
 * Cuts a text into messages of at most `limit` UTF-16 units: between paragraphs, else between sentences, else between words, else between
 * characters, never inside an emoji or a letter with its accents.
 */
export function splitText(text: string, limit: number): string[] {
  const trimmed = text.trim();
  if (trimmed.length <= limit) return trimmed === '' ? [] : [trimmed];
  return piecesOf(trimmed, limit)
    .map((piece) => piece.trim())
    .filter(Boolean);
}

function piecesOf(text: string, limit: number): string[] {
  const paragraphs = text.split(/(?<=\n\n)/);
  const parts = paragraphs.flatMap((paragraph) =>
    paragraph.trim().length <= limit ? [paragraph] : sentencesOf(paragraph, limit),
  );
  return packed(parts, limit);
}

function sentencesOf(text: string, limit: number): string[] {
  return Array.from(sentences.segment(text), ({ segment }) => segment).flatMap((sentence) =>
    sentence.trim().length <= limit ? [sentence] : wordsOf(sentence, limit),
  );
}

function wordsOf(text: string, limit: number): string[] {
  return text.split(/(?<=\s)/).flatMap((word) => (word.trim().length <= limit ? [word] : charactersOf(word, limit)));
}

/** A single character that is longer than the limit is kept whole. */
function charactersOf(text: string, limit: number): string[] {
  return packed(
    Array.from(graphemes.segment(text), ({ segment }) => segment),
    limit,
  );
}

/** Joins neighbours while they fit. */
function packed(parts: readonly string[], limit: number): string[] {
  const pieces: string[] = [];
  for (const part of parts) {
    const joined = (pieces.at(-1) ?? '') + part;
    if (pieces.length > 0 && joined.trim().length <= limit) pieces[pieces.length - 1] = joined;
    else pieces.push(part);
  }
  return pieces;
}

/** The start of a text, without a half character at its end. */
export function cutText(text: string, length: number): string {
  return text.length <= length
    ? text
    : text
        .slice(0, length)
        .toWellFormed()
        .replace(/\ufffd$/, '');
}
