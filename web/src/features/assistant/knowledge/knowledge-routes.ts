import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { staffRoute } from '#web/app/parent-routes.tsx';
import { withKnowledgeWords } from '#web/lib/i18n/i18n.ts';

const knowledgeRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/assistant/knowledge',
  component: lazyRouteComponent(
    withKnowledgeWords(() => import('./knowledge-page.tsx')),
    'KnowledgePage',
  ),
});

const gapsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/assistant/knowledge/gaps',
  component: lazyRouteComponent(
    withKnowledgeWords(() => import('./gaps-page.tsx')),
    'GapsPage',
  ),
});

const newArticleRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/assistant/knowledge/new',
  // The open question that the article will answer.
  validateSearch: ({ gap }: Record<string, unknown>): { gap?: string } => (typeof gap === 'string' ? { gap } : {}),
  component: lazyRouteComponent(
    withKnowledgeWords(() => import('./new-article-page.tsx')),
    'NewArticlePage',
  ),
});

const articleRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/assistant/knowledge/$id',
  component: lazyRouteComponent(
    withKnowledgeWords(() => import('./article-page.tsx')),
    'ArticlePage',
  ),
});

export const knowledgeRoutes = [knowledgeRoute, gapsRoute, newArticleRoute, articleRoute] as const;
