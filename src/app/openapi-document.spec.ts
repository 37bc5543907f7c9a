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

  it('says of every operation who may call it', () => {
    const silent = operations.filter(({ description = '' }) => !/^(Allowed|Public): [^\n]+$/m.test(description));
    expect(silent.map(({ name }) => name)).toEqual([]);
    expect(operations.find(({ operationId }) => operationId === 'FailedJobs_list')).toMatchObject({
      description: 'Allowed: super_admin, owner. Permission: `jobs:manage`.',
      security: [{ bearer: [] }],
    });
    expect(operations.find(({ operationId }) => operationId === 'Auth_register')).toMatchObject({
      description: 'Public: no log-in is needed.',
      security: [],
    });
  });

  it('names every operation once, by its controller and method', () => {
    const ids = operations.map(({ operationId = '' }) => operationId);
    expect(ids.filter((id) => !/^[A-Z][A-Za-z]+_[a-z][A-Za-z0-9]+$/.test(id))).toEqual([]);
    expect(new Set(ids).size).toBe(ids.length);
  });

  it('gives every operation an error of the caller in the one error body', () => {
    const error = { 'application/json': { schema: { $ref: '#/components/schemas/ErrorDto' } } };
    for (const { name, responses } of operations) {
      const errors = Object.entries(responses).filter(([status]) => status.startsWith('4'));
      expect([name, errors.length > 0]).toEqual([name, true]);
      for (const [, response] of errors)
        expect([name, response]).toEqual([name, expect.objectContaining({ content: error })]);
    }
  });

  it('describes the webhooks that it sends', () => {
    const { webhooks } = document as unknown as { webhooks: Record<string, { post: object }> };
    expect(Object.keys(webhooks)).toEqual(expect.arrayContaining(['message.created', 'appointment.cancelled']));
    expect(JSON.stringify(webhooks['message.created'])).toContain('#/components/schemas/MessageDto');
  });

  it('groups its parts by area, in the order of the parts', () => {
    const groups = (document as unknown as { 'x-tagGroups': { name: string; tags: string[] }[] })['x-tagGroups'];
    expect(groups.map(({ name }) => name)).toEqual([
      ...['Accounts', 'Customers', 'Inbox', 'Booking', 'Billing', 'Automation', 'Integrations', 'Operations'],
    ]);
    expect(groups.flatMap(({ tags }) => tags)).toEqual(document.tags?.map(({ name }) => name));
  });

  it('says with the words of OpenAPI 3.1 that a value may be null', () => {
    expect(document.openapi).toMatch(/^3\.1\./);
    expect(JSON.stringify(document)).not.toContain('"nullable"');
    const schemas = document.components?.schemas as Record<string, { properties: Record<string, object> }>;
    expect(schemas['WeeklyDayDto']?.properties['week']).toMatchObject({
      type: ['string', 'null'],
      enum: ['A', 'B', null],
      default: null,
    });
  });

  it('names the license of the package', () => {
    const { license } = JSON.parse(readFileSync('package.json', 'utf8')) as { license: string };
    expect(document.info.license).toMatchObject({ identifier: license });
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
