import type { RequestHandler } from 'express';
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
  trustedTypes: ["'none'"],
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
