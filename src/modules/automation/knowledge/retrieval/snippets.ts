import type { Hit } from './hit.js';

/** A smaller part of the question covered: nobody can tell whether the chunk answers it. */
export const MIN_SCORE = 0.32;
const MAX_SNIPPETS = 4;
const MAX_TOKENS = 1_200;
const MAX_CHUNKS_OF_ARTICLE = 2;
/** Snippets far below the best one are about something else. */
const MIN_SHARE_OF_BEST = 0.6;
const CHARACTERS_A_TOKEN = 4;
const WIDE = /[\p{sc=Han}\p{sc=Hiragana}\p{sc=Katakana}\p{sc=Hangul}\p{sc=Thai}]/gu;

/** What the answer may be made of. Empty if the best hit is below the threshold. */
export function chosen(hits: readonly Hit[]): Hit[] {
  const best = Math.max(0, ...hits.map(({ score }) => score));
  if (best < MIN_SCORE) return [];
  const result: Hit[] = [];
  let tokens = 0;
  for (const hit of hits) {
    const { articleId, text } = hit.chunk;
    const ofArticle = result.filter(({ chunk }) => chunk.articleId === articleId).length;
    if (hit.score < best * MIN_SHARE_OF_BEST || ofArticle >= MAX_CHUNKS_OF_ARTICLE) continue;
    tokens += estimatedTokens(text);
    if (tokens > MAX_TOKENS || result.length >= MAX_SNIPPETS) break;
    result.push(hit);
  }
  return result;
}

/** About how many tokens a language model counts: four letters, or one character of a wide script. */
export function estimatedTokens(text: string): number {
  const wide = text.match(WIDE)?.length ?? 0;
  return wide + Math.ceil((text.length - wide) / CHARACTERS_A_TOKEN);
}
