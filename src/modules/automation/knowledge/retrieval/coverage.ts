/** How well a chunk has one thing that the question asks for. */
export interface GroupMatch {
  /** `near`: by a similar spelling, or as the beginning of a word. */
  readonly how: 'exact' | 'concept' | 'near' | 'none';
  /** Found in the title, the question or the synonyms, and not only in the text. */
  readonly inHead: boolean;
  /** How much it counts: the more, the fewer chunks have it. */
  readonly rarity: number;
}

const QUALITY: Readonly<Record<GroupMatch['how'], number>> = { exact: 1, concept: 0.9, near: 0.6, none: 0 };
const QUALITY_IN_TEXT = 0.7;

/**
 * The part of the question that is covered, weighted by rarity, from 0 to 1. Unlike BM25 it can be compared between
 * companies and languages, so one threshold serves all.
 */
export function coverageOf(matches: readonly GroupMatch[]): number {
  const total = matches.reduce((sum, { rarity }) => sum + rarity, 0);
  const covered = matches.reduce(
    (sum, { how, inHead, rarity }) => sum + rarity * QUALITY[how] * (inHead || how === 'near' ? 1 : QUALITY_IN_TEXT),
    0,
  );
  return total === 0 ? 0 : covered / total;
}
