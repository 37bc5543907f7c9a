import type { RowProblem } from '../../../customers/customer-imports/index.js';
import { titleKey } from '../article-fields.js';
import { cleanLine, cleanText } from '../ingestion/index.js';
import {
  LANGUAGE_TAG,
  MAX_CONTENT_LENGTH,
  MAX_SYNONYM_LENGTH,
  MAX_SYNONYMS,
  MAX_TITLE_LENGTH,
} from '../knowledge-limits.js';
import { KNOWLEDGE_KINDS, type KnowledgeKind } from '../schemas/knowledge-article.schema.js';
import type { ImportRow } from './import-rows.js';

/** A row that can be stored. */
export interface ReadArticle {
  readonly row: number;
  readonly kind: KnowledgeKind;
  readonly title: string;
  readonly content: string;
  readonly language: string;
  readonly synonyms?: readonly string[];
}

export interface BrokenRow {
  readonly row: number;
  readonly problems: RowProblem[];
}

/** What the rows say that name no kind or language. */
export interface ImportDefaults {
  readonly kind: KnowledgeKind;
  readonly language: string;
}

/** Cleans the rows and finds what is wrong with them. */
export function checkRows(
  rows: readonly ImportRow[],
  defaults: ImportDefaults,
): { articles: ReadArticle[]; broken: BrokenRow[] } {
  const articles: ReadArticle[] = [];
  const broken: BrokenRow[] = [];
  const seen = new Set<string>();
  for (const raw of rows) {
    const row = cleaned(raw, defaults);
    const problems = problemsOf(row);
    const key = `${row.language} ${titleKey(row.title)}`;
    if (problems.length === 0 && seen.has(key)) problems.push(titleTwice(row.title));
    seen.add(key);
    if (problems.length > 0) broken.push({ row: row.row, problems });
    else articles.push(row as ReadArticle);
  }
  return { articles, broken };
}

type CleanedRow = Omit<ReadArticle, 'kind'> & { kind: string };

function cleaned({ kind, language, synonyms, ...raw }: ImportRow, defaults: ImportDefaults): CleanedRow {
  return {
    row: raw.row,
    title: cleanLine(raw.title),
    content: cleanText(raw.content).text,
    kind: kind ?? defaults.kind,
    language: language ?? defaults.language,
    ...(synonyms === undefined ? {} : { synonyms: synonyms.map(cleanLine).filter(Boolean) }),
  };
}

function problemsOf({ title, content, kind, language, synonyms = [] }: CleanedRow): RowProblem[] {
  const wrongSynonyms = synonyms.length > MAX_SYNONYMS || synonyms.some((word) => word.length > MAX_SYNONYM_LENGTH);
  const limits = `at most ${MAX_SYNONYMS} words of ${MAX_SYNONYM_LENGTH} characters`;
  return [
    ...textProblems('title', title, MAX_TITLE_LENGTH),
    ...textProblems('content', content, MAX_CONTENT_LENGTH),
    ...((KNOWLEDGE_KINDS as readonly string[]).includes(kind)
      ? []
      : [invalid('kind', 'INVALID_KIND', kind, `one of ${KNOWLEDGE_KINDS.join(', ')}`)]),
    ...(LANGUAGE_TAG.test(language)
      ? []
      : [invalid('language', 'INVALID_LANGUAGE', language, 'a language tag such as en or pt-BR')]),
    ...(wrongSynonyms ? [{ column: 'synonyms', code: 'TOO_MANY_SYNONYMS', message: `Write ${limits}.` }] : []),
  ];
}

function textProblems(column: string, text: string, maxLength: number): RowProblem[] {
  if (text === '') return [{ column, code: 'VALUE_MISSING', message: `The ${column} is missing. Fill it in.` }];
  if (text.length <= maxLength) return [];
  const message = `The ${column} has ${text.length} characters. Shorten it to ${maxLength}.`;
  return [{ column, code: 'TOO_LONG', message, details: { length: String(text.length), limit: String(maxLength) } }];
}

const MAX_SHOWN = 60;

function invalid(column: string, code: string, text: string, expected: string): RowProblem {
  const value = text.slice(0, MAX_SHOWN).toWellFormed();
  return { column, code, message: `“${value}” is not ${expected}. Correct it.`, details: { value } };
}

function titleTwice(title: string): RowProblem {
  const message = `An earlier row has the title “${title}”. Keep one of the rows.`;
  return { column: 'title', code: 'TITLE_TWICE', message, details: { value: title } };
}
