/** The search of the knowledge of one company: 5,000 texts, questions of the golden set, beside a scan by regular expressions. */
import { scanArticles } from './baselines/scan-articles.ts';
import { median, percentile, ROUNDS, sequential } from './measure.ts';

const { chosen, KnowledgeIndex } = await import('../../src/modules/automation/knowledge/retrieval/index.js');
const { TUNED_SETS } = await import('../golden/knowledge/golden.ts');

const TEXTS = 5_000;
const QUESTIONS_A_ROUND = 500;
const SCANS_A_ROUND = 100;

export interface KnowledgeResult {
  /** Parts in the index. */
  chunks: number;
  /** ms */
  buildMs: number;
  p50: number;
  p99: number;
  scanP50: number;
  scanP99: number;
}

/** Medians of five rounds after one to warm up, in turn. */
export async function benchKnowledge(): Promise<KnowledgeResult> {
  const articles = TUNED_SETS.flatMap((set) => set.articles);
  const questions = TUNED_SETS.flatMap((set) => [...set.questions.map(([question]) => question), ...set.outside]);
  const texts = Array.from({ length: TEXTS }, (_, index) => manyOf(articles[index % articles.length], index));
  const began = performance.now();
  const index = await KnowledgeIndex.build('en', texts);
  const buildMs = performance.now() - began;
  const question = (place: number): string => questions[place % questions.length] ?? '';
  const rounds: Omit<KnowledgeResult, 'chunks' | 'buildMs'>[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const own = await sequential(QUESTIONS_A_ROUND, (place) => {
      chosen(index.find(question(place)));
      return Promise.resolve();
    });
    const scan = await sequential(SCANS_A_ROUND, (place) => {
      scanArticles(texts, question(place));
      return Promise.resolve();
    });
    if (round === 0) continue;
    rounds.push({
      p50: percentile(own, 0.5),
      p99: percentile(own, 0.99),
      scanP50: percentile(scan, 0.5),
      scanP99: percentile(scan, 0.99),
    });
  }
  const of = (pick: 'p50' | 'p99' | 'scanP50' | 'scanP99'): number => median(rounds.map((round) => round[pick]));
  const times = { p50: of('p50'), p99: of('p99'), scanP50: of('scanP50'), scanP99: of('scanP99') };
  return { chunks: index.size, buildMs, ...times };
}

type Article = (typeof TUNED_SETS)[number]['articles'][number];

/** A text with words of its own, so that the vocabulary grows with the number of texts. */
function manyOf(article: Article | undefined, index: number): Article & { synonyms: string[]; language: string } {
  if (!article) throw new Error('The golden set has no articles');
  const own = `branch${(index * 7_919) % 99_991} topic${index}`;
  const filler = Array.from({ length: 60 }, (_, place) => `word${(index * 31 + place * 17) % 6_000}`).join(' ');
  return {
    ...article,
    id: String(index),
    language: 'en',
    title: `${article.title} ${own}`,
    content: `${article.content} ${filler}`,
    synonyms: [...(article.synonyms ?? [])],
  };
}
