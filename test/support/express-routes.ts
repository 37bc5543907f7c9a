import type { NestExpressApplication } from '@nestjs/platform-express';

interface Layer {
  readonly route?: { readonly path: string | readonly string[]; readonly methods: Readonly<Record<string, boolean>> };
}

/** Nest answers unprefixed paths by a route for all methods, which only hands on to the routes of the document. */
const ALL_METHODS_AT_LEAST = 10;

/** Every route that the router itself knows, as `GET /api/v1/pets/{id}`. */
export function routesOf(app: NestExpressApplication): string[] {
  const { router } = app.getHttpAdapter().getInstance() as unknown as { router: { stack: readonly Layer[] } };
  const routes = router.stack.flatMap(({ route }) => {
    const methods = Object.keys(route?.methods ?? {});
    if (!route || methods.length > ALL_METHODS_AT_LEAST) return [];
    const paths = [route.path].flat().flatMap((path) => path.split(','));
    return paths.flatMap((path) =>
      methods.map((method) => `${method.toUpperCase()} ${path.replace(/:(\w+)/g, '{$1}')}`),
    );
  }); // A route may have two handlers, one of them raw.
  return [...new Set(routes)];
}
