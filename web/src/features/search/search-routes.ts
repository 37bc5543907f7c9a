import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { staffRoute } from '#web/app/parent-routes.tsx';
import { withMoreWords } from '#web/lib/i18n/i18n.ts';

/** What is searched for. */
export interface SearchWords {
  q?: string | undefined;
}

const searchRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/search',
  validateSearch: ({ q }: Record<string, unknown>): SearchWords =>
    typeof q === 'string' || typeof q === 'number' ? { q: String(q) } : {},
  component: lazyRouteComponent(
    withMoreWords(() => import('./search-page.tsx')),
    'SearchPage',
  ),
});

export const searchRoutes = [searchRoute] as const;
