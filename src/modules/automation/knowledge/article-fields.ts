import { AppError } from '../../../core/errors/index.js';
import { foldText, searchWords } from '../../../core/text/index.js';
import { cleanLine, cleanText } from './ingestion/index.js';
import type { KnowledgeArticle, KnowledgeKind } from './schemas/knowledge-article.schema.js';

/** The fields of an article that people write. */
export interface ArticleInput {
  readonly kind?: KnowledgeKind;
  readonly title?: string;
  readonly content?: string;
  readonly synonyms?: readonly string[];
  readonly language?: string;
  readonly active?: boolean;
}

type StoredFields = Pick<
  KnowledgeArticle,
  'kind' | 'title' | 'title_key' | 'content' | 'synonyms' | 'language' | 'active' | 'search_words'
>;

/**
 * The fields as they are stored: cleaned, and with the keys by which they are found.
 * @param current the fields that the input leaves out
 * @throws AppError VALIDATION_ERROR for a title or a content that is empty after it was cleaned
 */
export function articleFields(
  input: ArticleInput,
  current: Pick<StoredFields, 'kind' | 'title' | 'content' | 'synonyms' | 'language' | 'active'>,
): StoredFields {
  const kind = input.kind ?? current.kind;
  const title = input.title === undefined ? current.title : visible('title', cleanLine(input.title));
  const content = input.content === undefined ? current.content : visible('content', cleanText(input.content).text);
  const synonyms = input.synonyms === undefined ? current.synonyms : input.synonyms.map(cleanLine).filter(Boolean);
  const { language = current.language, active = current.active } = input;
  const search_words = searchWords([title, ...synonyms, content]);
  return { kind, title, title_key: titleKey(title), content, synonyms, language, active, search_words };
}

export const titleKey = (title: string): string => foldText(title).replace(/\s+/g, ' ').trim();

function visible(field: string, text: string): string {
  if (text !== '') return text;
  const message = `${field} has no text that can be read; HTML and invisible characters are taken out`;
  throw AppError.validation([{ field, message }]);
}
