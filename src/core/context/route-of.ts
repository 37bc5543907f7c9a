import type { Request } from 'express';

/** The route with which Nest answers unknown paths. */
const CATCH_ALL = '*path';

export function routeOf(request: Request): string | undefined {
  const route = request.route as { path: string | readonly string[] } | undefined;
  const path = route && [route.path].flat()[0];
  return path === undefined || path.endsWith(CATCH_ALL) ? undefined : request.baseUrl + path;
}
