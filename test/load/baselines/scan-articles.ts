/** The search that a product without an index has: every text is read, and each word of the question is looked for by a regular expression. */
export interface ScannedText {
  title: string;
  content: string;
}

const SPECIALS = /[.*+?^${}()|[\]\\/-]/g;
const TITLE_WEIGHT = 3;

/** The texts with the most words of the question first, at most ten. */
export function scanArticles(texts: readonly ScannedText[], question: string): ScannedText[] {
  const patterns = question
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word.length > 2)
    .map((word) => new RegExp(`\\b${word.replace(SPECIALS, '\\$&')}`, 'i'));
  const scored = texts.map((text) => {
    const hits = patterns.map((word) => Number(word.test(text.title)) * TITLE_WEIGHT + Number(word.test(text.content)));
    return { text, score: hits.reduce((sum, hit) => sum + hit, 0) };
  });
  return scored
    .filter(({ score }) => score > 0)
    .sort((one, other) => other.score - one.score)
    .slice(0, 10)
    .map(({ text }) => text);
}
