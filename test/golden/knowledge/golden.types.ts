/** A knowledge base of one language with questions whose answers are known. */
export interface GoldenSet {
  readonly language: string;
  readonly articles: readonly GoldenArticle[];
  /** A question as a customer writes it, and the articles that answer it. */
  readonly questions: readonly (readonly [question: string, ...answers: string[]])[];
  /** Questions that no article answers. */
  readonly outside: readonly string[];
}

export interface GoldenArticle {
  readonly id: string;
  readonly kind: 'article' | 'faq';
  readonly title: string;
  readonly content: string;
  readonly synonyms?: readonly string[];
}

export const faq = (id: string, title: string, content: string, synonyms?: readonly string[]): GoldenArticle => ({
  id,
  kind: 'faq',
  title,
  content,
  ...(synonyms ? { synonyms } : {}),
});

export const article = (id: string, title: string, content: string): GoldenArticle => ({
  id,
  kind: 'article',
  title,
  content,
});
