import { ask } from './visitor-api.ts';

const started = new Map<string, Promise<unknown>>();

type Route = { slug: string } | { token: string } | { waitToken: string };

/** The address says what the page shows: a company's page, one appointment, or one waitlist entry. */
export function routeOf(path: string): Route {
  const [, first = '', second = '', third = ''] = path.split('/');
  if (first === 'booking' && second === 'waitlist') return { waitToken: decodeURIComponent(third) };
  return first === 'booking' ? { token: decodeURIComponent(third) } : { slug: decodeURIComponent(second) };
}

export const servicesPath = (slug: string): string => `${encodeURIComponent(slug)}/services`;
export const waitPath = (token: string): string => `manage/waitlist/${encodeURIComponent(token)}`;
export const managePath = (token: string): string => `manage/${encodeURIComponent(token)}`;

/** Asks for what the page shows first, before React is loaded. */
export function startFirstAnswer(): void {
  const path = firstPath(routeOf(window.location.pathname));
  const answer = ask(path);
  answer.catch(() => undefined);
  started.set(path, answer);
}

function firstPath(route: Route): string {
  if ('waitToken' in route) return waitPath(route.waitToken);
  return 'slug' in route ? servicesPath(route.slug) : managePath(route.token);
}

/** The answer that was started, once; later the API is asked again. */
export function firstAnswer<T>(path: string): Promise<T> {
  const answer = started.get(path);
  started.delete(path);
  return (answer as Promise<T> | undefined) ?? ask<T>(path);
}
