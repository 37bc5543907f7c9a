import type { Request, RequestHandler, Response } from 'express';
import { contentSecurityPolicy } from 'helmet';
import { DOCS_PATH } from './unmatched-path-handler.js';

/** The staff app and all answers of the API: own files only, no inline code or styles, no strings turned into code. */
const STRICT = {
  defaultSrc: ["'none'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'"],
  imgSrc: ["'self'", 'data:', 'blob:'],
  fontSrc: ["'self'"],
  connectSrc: ["'self'", 'ws:', 'wss:'],
  mediaSrc: ["'self'", 'blob:'],
  manifestSrc: ["'self'"],
  workerSrc: ["'self'"],
  baseUri: ["'none'"],
  formAction: ["'self'"],
  frameAncestors: ["'none'"],
  requireTrustedTypesFor: ["'script'"],
  // One for the address of the service worker, one for that of the layout of flows.
  trustedTypes: ['pb-sw', 'pb-layout'],
};

/** Swagger UI writes styles into attributes and elements. */
const DOCUMENTATION = {
  defaultSrc: ["'self'"],
  scriptSrc: ["'self'"],
  styleSrc: ["'self'", "'unsafe-inline'"],
  imgSrc: ["'self'", 'data:'],
  objectSrc: ["'none'"],
  baseUri: ["'none'"],
  frameAncestors: ["'none'"],
};

/** Sets the content security policy of an answer by its path. */
export function contentSecurityPolicyByPath(): RequestHandler {
  const strict = contentSecurityPolicy({ useDefaults: false, directives: STRICT });
  const documentation = contentSecurityPolicy({ useDefaults: false, directives: DOCUMENTATION });
  return (request, response, next) => {
    const policy = request.path.startsWith(`/${DOCS_PATH}`) ? documentation : strict;
    policy(request, response, next);
  };
}

/**
 * Gives a page its own policy: it talks to this server only, and only these sites may show it in a frame.
 *
 * @param frameAncestors origins; empty: no site
 */
export function setPagePolicy(request: Request, response: Response, frameAncestors: readonly string[]): void {
  const directives = {
    ...STRICT,
    connectSrc: ["'self'"],
    ...(frameAncestors.length > 0 ? { frameAncestors: [...frameAncestors] } : {}),
  };
  contentSecurityPolicy({ useDefaults: false, directives })(request, response, () => undefined);
  // Old browsers would read this header in place of the list.
  if (frameAncestors.length > 0) response.removeHeader('x-frame-options');
}
