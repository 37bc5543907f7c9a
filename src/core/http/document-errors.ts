import type { OpenAPIObject } from '@nestjs/swagger';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
const ERROR_CONTENT = { 'application/json': { schema: { $ref: '#/components/schemas/ErrorDto' } } };
const FIRST_ERROR_STATUS = 400;
const CLIENT_ERROR = { description: 'The request is malformed', content: ERROR_CONTENT };

export function documentErrors(document: OpenAPIObject): OpenAPIObject {
  for (const item of Object.values(document.paths)) {
    for (const { responses } of METHODS.flatMap((method) => item[method] ?? [])) {
      for (const [status, response] of Object.entries(responses)) {
        if (Number(status) < FIRST_ERROR_STATUS || !response || '$ref' in response) continue;
        response.content = ERROR_CONTENT;
      }
      if (!Object.keys(responses).some((status) => status.startsWith('4'))) responses['4XX'] = CLIENT_ERROR;
    }
  }
  return document;
}
