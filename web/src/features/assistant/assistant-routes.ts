import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { staffRoute } from '#web/app/parent-routes.tsx';
import { withAssistantWords } from '#web/lib/i18n/i18n.ts';

const overviewRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/assistant',
  validateSearch: ({ days }: Record<string, unknown>): { days?: '7' | '30' } =>
    days === '7' || days === '30' ? { days } : {},
  component: lazyRouteComponent(
    withAssistantWords(() => import('./overview/overview-page.tsx')),
    'OverviewPage',
  ),
});

const settingsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/assistant/settings',
  component: lazyRouteComponent(
    withAssistantWords(() => import('./settings/settings-page.tsx')),
    'SettingsPage',
  ),
});

const promptsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/assistant/prompts',
  component: lazyRouteComponent(
    withAssistantWords(() => import('./prompts/prompts-page.tsx')),
    'PromptsPage',
  ),
});

const promptRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/assistant/prompts/$id',
  // The replay that is shown below the text.
  validateSearch: ({ replay }: Record<string, unknown>): { replay?: string } =>
    typeof replay === 'string' ? { replay } : {},
  component: lazyRouteComponent(
    withAssistantWords(() => import('./prompts/prompt-page.tsx')),
    'PromptPage',
  ),
});

const tryRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/assistant/try',
  // The version of the prompt that answers; without one the published version.
  validateSearch: ({ prompt }: Record<string, unknown>): { prompt?: string } =>
    typeof prompt === 'string' ? { prompt } : {},
  component: lazyRouteComponent(
    withAssistantWords(() => import('./try/try-page.tsx')),
    'TryPage',
  ),
});

export const assistantRoutes = [overviewRoute, settingsRoute, promptsRoute, promptRoute, tryRoute] as const;
