import { readFileSync } from 'node:fs';
import type { OpenAPIObject } from '@nestjs/swagger';

const METHODS = ['get', 'post', 'put', 'patch', 'delete'] as const;
const document = JSON.parse(readFileSync('openapi.json', 'utf8')) as OpenAPIObject;
const operations = Object.entries(document.paths).flatMap(([path, item]) =>
  METHODS.flatMap((method) => (item[method] ? [{ name: `${method.toUpperCase()} ${path}`, ...item[method] }] : [])),
);

describe('the API documentation', () => {
  it('says of every operation in one line what it does', () => {
    const silent = operations.filter(({ summary = '' }) => !summary || summary.includes('\n'));
    expect(silent.map(({ name }) => name)).toEqual([]);
  });

  it('puts every operation into one of its parts', () => {
    const parts = new Set(document.tags?.map(({ name }) => name));
    const lost = operations.filter(({ tags = [] }) => tags.length !== 1 || !parts.has(tags[0] ?? ''));
    expect(lost.map(({ name }) => name)).toEqual([]);
  });

  it('shows no mark-up of the sources', () => {
    expect(JSON.stringify(document)).not.toContain('{@link');
  });

  it('knows how long a message may be, and fills in an ordinary reply', () => {
    const schemas = document.components?.schemas as Record<string, { properties: Record<string, object> }>;
    expect(schemas['CreateMessageDto']?.properties['content']).toMatchObject({ maxLength: 5_000 });
    const body = document.paths['/api/v1/messages']?.post?.requestBody as {
      content: Record<string, { examples: Record<string, { value: object }> }>;
    };
    const [first] = Object.values(body.content['application/json']?.examples ?? {});
    expect(first?.value).toMatchObject({ role: 'operator', direction: 'outbound' });
    expect(first?.value).not.toHaveProperty('force');
  });
});
