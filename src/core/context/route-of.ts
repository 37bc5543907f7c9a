import type { Request } from 'express';

/** How Nest answers what no route of the API knows. */
const CATCH_ALL = '*path';

/** The template of the route that answers a request, for instance `/api/v1/pets/:id`; undefined where none does. */
export function routeOf(request: Request): string | undefined {
  const route = request.route as { path: string | readonly string[] } | undefined;
  // Of several names of one route the first stands for all.
  const path = route && [route.path].flat()[0];
  return path === undefined || path.endsWith(CATCH_ALL) ? undefined : request.baseUrl + path;
}
