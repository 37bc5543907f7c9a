import { chosen, KnowledgeIndex } from '../../../src/modules/automation/knowledge/retrieval/index.js';
import type { GoldenSet } from './golden.types.ts';

const RECALL_AT = 3;

export interface GoldenResult {
  /** The share of questions with a right article among the first three snippets. */
  readonly recall: number;
  /** The share of outside questions that get no snippet. */
  readonly abstained: number;
  readonly misses: readonly string[];
}

/** Asks the questions of the sets. */
export async function evaluate(sets: readonly GoldenSet[]): Promise<GoldenResult> {
  const misses: string[] = [];
  const count = { asked: 0, found: 0, outside: 0, abstained: 0 };
  for (const { language, articles, questions, outside } of sets) {
    const texts = articles.map((article) => ({ language, synonyms: [], ...article }));
    const index = await KnowledgeIndex.build(language, texts);
    for (const [question, ...answers] of questions) {
      const hits = chosen(index.find(question)).slice(0, RECALL_AT);
      count.asked++;
      if (hits.some(({ chunk }) => answers.includes(chunk.articleId))) count.found++;
      else {
        const found = hits.map(({ chunk, score }) => `${chunk.articleId} ${score.toFixed(2)}`).join(', ');
        misses.push(`${language}: “${question}” finds ${found || 'nothing'} instead of ${answers.join(' or ')}`);
      }
    }
    for (const question of outside) {
      const [hit] = chosen(index.find(question));
      count.outside++;
      if (!hit) count.abstained++;
      else misses.push(`${language}: “${question}” is answered by ${hit.chunk.articleId} ${hit.score.toFixed(2)}`);
    }
  }
  return { recall: count.found / count.asked, abstained: count.abstained / count.outside, misses };
}
