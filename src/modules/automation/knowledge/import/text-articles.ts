import type { KnowledgeKind } from '../schemas/knowledge-article.schema.js';

/** An article of a text file, with the line that it begins in. */
export interface TextArticle {
  readonly row: number;
  readonly kind: KnowledgeKind;
  readonly title: string;
  readonly content: string;
}

const TITLE = /^#\s+(.+?)\s*#*$/;
const QUESTION = /^(?:q|question|p|pergunta|pregunta)\s*[:.)]\s*(.+)$/i;
const ANSWER = /^(?:a|answer|r|resposta|respuesta)\s*[:.)]\s*(.*)$/i;

interface Draft {
  row: number;
  kind: KnowledgeKind;
  title: string;
  lines: string[];
}

/**
 * The articles of a text: a line `# Title` begins an article, a line `Q: …` (also `P: …`) a question, whose answer may
 * begin with `A:` (also `R:`). A text without such lines is one article, and its first line is the title.
 */
export function articlesOfText(text: string): TextArticle[] {
  const drafts: Draft[] = [];
  for (const [index, line] of text.split('\n').entries()) {
    const row = index + 1;
    const heading = TITLE.exec(line)?.[1];
    const question = QUESTION.exec(line)?.[1];
    const last = drafts.at(-1);
    if (heading !== undefined) drafts.push({ row, kind: 'article', title: heading, lines: [] });
    else if (question !== undefined) drafts.push({ row, kind: 'faq', title: question, lines: [] });
    else if (last) last.lines.push(last.kind === 'faq' ? (ANSWER.exec(line)?.[1] ?? line) : line);
    else if (line.trim() !== '') drafts.push({ row, kind: 'article', title: line, lines: [] });
  }
  return drafts.map(({ lines, ...draft }) => ({ ...draft, content: lines.join('\n').trim() }));
}
