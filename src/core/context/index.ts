export { type ContextFields, RequestContext } from './request-context.js';
export { requestIdMiddleware } from './request-id.middleware.js';
export { routeOf } from './route-of.js';
