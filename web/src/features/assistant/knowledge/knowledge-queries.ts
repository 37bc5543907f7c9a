import { keepPreviousData, queryOptions } from '@tanstack/react-query';
import { allPages } from '#web/lib/api/all-pages.ts';
import { api, call, type Schemas } from '#web/lib/api/client.ts';
import { queryClient } from '#web/lib/query-client.ts';

export type Article = Schemas['ArticleDto'];
export type ArticleRow = Schemas['ArticleRowDto'];
export type ArticleValues = Schemas['CreateArticleDto'];
export type Gap = Schemas['GapDto'];
export type ImportResult = Schemas['ImportResultDto'];

/** Colleagues' changes come by no live event. */
const FRESH_MS = 30_000;

const keys = {
  all: ['knowledge'] as const,
  list: (filter: ArticleFilter) => ['knowledge', 'list', filter] as const,
  one: (id: string) => ['knowledge', 'one', id] as const,
  gaps: ['knowledge', 'gaps'] as const,
  found: (question: string) => ['knowledge', 'found', question] as const,
  preview: (title: string, content: string, kind: string) => ['knowledge', 'preview', title, content, kind] as const,
};

export interface ArticleFilter {
  search?: string;
  language?: string;
  kind?: Article['kind'];
}

/** The articles that fit, by title. */
export const articlesQuery = (filter: ArticleFilter) =>
  queryOptions({
    queryKey: keys.list(filter),
    staleTime: FRESH_MS,
    placeholderData: keepPreviousData,
    queryFn: () =>
      allPages((page) => call(api.GET('/api/v1/knowledge', { params: { query: { ...page, ...filter } } }))),
  });

/** An article for its editor, which reads it anew each time that it is opened. */
export const articleQuery = (id: string) =>
  queryOptions({
    queryKey: keys.one(id),
    gcTime: 0,
    queryFn: () => call(api.GET('/api/v1/knowledge/{id}', { params: { path: { id } } })),
  });

/** Questions that nobody could answer. */
export const gapsQuery = queryOptions({
  queryKey: keys.gaps,
  staleTime: FRESH_MS,
  queryFn: () => allPages((query) => call(api.GET('/api/v1/knowledge/gaps', { params: { query } }))),
});

/** What would be found for a question of a customer. */
export const foundQuery = (question: string) =>
  queryOptions({
    queryKey: keys.found(question),
    enabled: question !== '',
    placeholderData: keepPreviousData,
    queryFn: () => call(api.GET('/api/v1/knowledge/search', { params: { query: { q: question } } })),
  });

/** How a text would be stored. */
export const previewQuery = (body: Schemas['PreviewArticleDto']) =>
  queryOptions({
    queryKey: keys.preview(body.title, body.content, body.kind ?? 'article'),
    enabled: body.title !== '' && body.content !== '',
    placeholderData: keepPreviousData,
    queryFn: () => call(api.POST('/api/v1/knowledge/preview', { body })),
  });

export async function addArticle(body: ArticleValues): Promise<Article> {
  const article = await call(api.POST('/api/v1/knowledge', { body }));
  await readAgain();
  return article;
}

/** Changes an article; refused if a colleague has changed it since it was read. */
export async function changeArticle(
  { _id, version }: Pick<Article, '_id' | 'version'>,
  body: Schemas['UpdateArticleDto'],
): Promise<Article> {
  const params = { path: { id: _id }, header: { 'If-Match': `"${version}"` } };
  const article = await call(api.PATCH('/api/v1/knowledge/{id}', { params, body }));
  await readAgain();
  return article;
}

export async function deleteArticle(id: string): Promise<void> {
  await call(api.DELETE('/api/v1/knowledge/{id}', { params: { path: { id } } }));
  await queryClient.invalidateQueries({ queryKey: ['knowledge', 'list'] });
}

export async function dismissGap(id: string): Promise<void> {
  const body = { status: 'dismissed' } as const;
  await call(api.PATCH('/api/v1/knowledge/gaps/{id}', { params: { path: { id } }, body }));
  await queryClient.invalidateQueries({ queryKey: keys.gaps });
}

/** @param check true: only says what would happen, with all problems */
export async function importArticles(file: File, check: boolean): Promise<ImportResult> {
  const body = new FormData();
  body.append('file', file);
  const format = /\.csv$/i.test(file.name) ? ('csv' as const) : ('text' as const);
  const result = await call(
    api.POST('/api/v1/knowledge/import', {
      params: { query: { check, format } },
      body: body as never,
      bodySerializer: (form: unknown) => form as FormData,
    }),
  );
  if (!check) await readAgain();
  return result;
}

const readAgain = (): Promise<void> => queryClient.invalidateQueries({ queryKey: keys.all });
