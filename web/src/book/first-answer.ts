import { ask } from './visitor-api.ts';

const started = new Map<string, Promise<unknown>>();

/** The address says what the page shows: a company's page, or one appointment. */
export function routeOf(path: string): { slug: string } | { token: string } {
  const [, first = '', second = '', third = ''] = path.split('/');
  return first === 'booking' ? { token: decodeURIComponent(third) } : { slug: decodeURIComponent(second) };
}

export const servicesPath = (slug: string): string => `${encodeURIComponent(slug)}/services`;
export const managePath = (token: string): string => `manage/${encodeURIComponent(token)}`;

/** Asks for what the page shows first, before React is loaded. */
export function startFirstAnswer(): void {
  const route = routeOf(window.location.pathname);
  const path = 'slug' in route ? servicesPath(route.slug) : managePath(route.token);
  const answer = ask(path);
  answer.catch(() => undefined);
  started.set(path, answer);
}

/** The answer that was started, once; later the API is asked again. */
export function firstAnswer<T>(path: string): Promise<T> {
  const answer = started.get(path);
  started.delete(path);
  return (answer as Promise<T> | undefined) ?? ask<T>(path);
}
