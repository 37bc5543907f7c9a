import type { OpenAPIObject } from '@nestjs/swagger';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
const PLACEHOLDER = /\{(\w+)\}/g;

interface Parameter {
  name: string;
  in: string;
  schema?: object;
}

/** Describes each part of a path, as a string: Swagger takes the ObjectId that a pipe makes of it for an object. */
export function documentPathParameters(document: OpenAPIObject): OpenAPIObject {
  for (const [path, item] of Object.entries(document.paths)) {
    const names = [...path.matchAll(PLACEHOLDER)].map(([, name]) => String(name));
    for (const operation of METHODS.map((method) => item[method])) {
      if (!operation) continue;
      const known = (operation.parameters ?? []) as Parameter[];
      const missing = names.filter((name) => !known.some((one) => one.in === 'path' && one.name === name));
      operation.parameters = [
        ...missing.map((name) => ({ name, in: 'path' as const, required: true, schema: { type: 'string' as const } })),
        ...known.map((one) => (one.in === 'path' ? { ...one, schema: { type: 'string' } } : one)),
      ] as typeof operation.parameters;
    }
  }
  delete document.components?.schemas?.['ObjectId'];
  return document;
}
