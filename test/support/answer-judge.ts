import { Ajv, type ValidateFunction } from 'ajv';
import type { ApiDocument, ApiSchema, Operation } from './api-document.js';
import type { Answer } from './http-client.js';

type JsonSchema = Record<string, unknown>;

const DATE_TIME = /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d(\.\d+)?Z$/;
const DATE = /^\d{4}-\d\d-\d\d$/;
/** What any route may answer to a request that is wrong below its own level: malformed, too large, not found. */
const TRANSPORT_STATUSES = [400, 404, 413, 415];

/** Compares answers with the document: status, media type, and the body without any property that it does not name. */
export class AnswerJudge {
  private readonly ajv: Ajv;
  private readonly validators = new Map<string, ValidateFunction>();

  constructor(document: ApiDocument) {
    this.ajv = new Ajv({ strict: false, allErrors: false });
    this.ajv.addFormat('date-time', DATE_TIME).addFormat('date', DATE);
    for (const format of ['email', 'uri', 'password', 'binary']) this.ajv.addFormat(format, true);
    for (const [name, schema] of Object.entries(document.schemas)) {
      this.ajv.addSchema(toJsonSchema(schema), `#/components/schemas/${name}`);
    }
  }

  /** What is wrong with an answer, or undefined. */
  problemOf(operation: Operation, answer: Answer, isMangled: boolean): string | undefined {
    const { status, headers, text } = answer;
    if (status >= 500) return `status ${status}`;
    if (!headers['x-request-id']) return 'no x-request-id';
    const response = operation.responses[String(status)];
    if (!response && !(isMangled && TRANSPORT_STATUSES.includes(status))) return `undocumented status ${status}`;
    const [type, media] = Object.entries(response?.content ?? ERROR_CONTENT)[0] ?? [];
    const isEmpty = response !== undefined && response.content === undefined;
    // Express writes the body of a redirect.
    const isRedirect = status >= 300 && status < 400;
    if (isEmpty) return text === '' || isRedirect ? undefined : `a body where none is documented`;
    if (!String(headers['content-type']).startsWith(String(type))) return `content type ${headers['content-type']}`;
    return type === 'application/json' && media?.schema
      ? this.bodyProblem(operation, status, media.schema, text)
      : undefined;
  }

  private bodyProblem({ name }: Operation, status: number, schema: ApiSchema, text: string): string | undefined {
    const key = `${name} ${status}`;
    const validate = this.validators.get(key) ?? this.ajv.compile(toJsonSchema(schema));
    this.validators.set(key, validate);
    if (validate(JSON.parse(text))) return undefined;
    const [error] = validate.errors ?? [];
    return `body${error?.instancePath} ${error?.message} ${JSON.stringify(error?.params)}`;
  }
}

const ERROR_CONTENT = { 'application/json': { schema: { $ref: '#/components/schemas/ErrorDto' } } };

/** Closes a schema: an object may have no property that the schema does not name. */
export function toJsonSchema(schema: ApiSchema): JsonSchema {
  const { allOf, properties, items, additionalProperties, oneOf, anyOf, ...rest } = schema;
  const [only, ...others] = allOf ?? [];
  if (only && others.length === 0) return toJsonSchema(only);
  return {
    ...withoutNotes(rest),
    ...(allOf ? { allOf: allOf.map(toJsonSchema) } : {}),
    ...(oneOf ? { anyOf: oneOf.map(toJsonSchema) } : {}),
    ...(anyOf ? { anyOf: anyOf.map(toJsonSchema) } : {}),
    ...(items ? { items: toJsonSchema(items) } : {}),
    ...objectPart(properties, additionalProperties),
  };
}

function objectPart(properties: ApiSchema['properties'], additional: ApiSchema['additionalProperties']): JsonSchema {
  const known = properties && {
    properties: Object.fromEntries(Object.entries(properties).map(([name, schema]) => [name, toJsonSchema(schema)])),
  };
  if (additional === undefined) return known ? { ...known, additionalProperties: false } : {};
  return { ...known, additionalProperties: typeof additional === 'object' ? toJsonSchema(additional) : additional };
}

/** Keywords that mean something else, or nothing, to a validator. */
function withoutNotes({ example: _example, ...rest }: ApiSchema): JsonSchema {
  return { ...rest };
}
