import type { TestApp } from './test-app.js';

/** The parts of an OpenAPI schema that the tests look at. */
export interface ApiSchema {
  readonly $ref?: string;
  readonly allOf?: readonly ApiSchema[];
  readonly oneOf?: readonly ApiSchema[];
  readonly anyOf?: readonly ApiSchema[];
  /** `['string', 'null']` where null is allowed. */
  readonly type?: string | readonly string[];
  readonly format?: string;
  readonly enum?: readonly unknown[];
  readonly const?: unknown;
  readonly properties?: Readonly<Record<string, ApiSchema>>;
  readonly required?: readonly string[];
  readonly items?: ApiSchema;
  readonly additionalProperties?: ApiSchema | boolean;
  readonly pattern?: string;
  readonly example?: unknown;
  readonly default?: unknown;
  readonly minLength?: number;
  readonly maxLength?: number;
  readonly minimum?: number;
  readonly maximum?: number;
  readonly minItems?: number;
  readonly maxItems?: number;
}

/** A schema without references and unions with null. */
export interface ResolvedSchema extends ApiSchema {
  readonly type?: string;
  readonly isNullable: boolean;
}

export interface ApiParameter {
  readonly name: string;
  readonly in: 'path' | 'query' | 'header';
  readonly required?: boolean;
  readonly schema: ApiSchema;
}

interface MediaType {
  readonly schema?: ApiSchema;
  readonly examples?: Readonly<Record<string, { readonly value: unknown }>>;
}

type Content = Readonly<Record<string, MediaType>>;

interface RawOperation {
  readonly operationId: string;
  readonly tags?: readonly string[];
  readonly parameters?: readonly ApiParameter[];
  readonly requestBody?: { readonly content: Content };
  readonly responses: Readonly<Record<string, { readonly content?: Content }>>;
  readonly 'x-permission'?: string;
  readonly 'x-roles'?: readonly string[];
}

/** One operation of the API. */
export interface Operation {
  /** For instance `GET /api/v1/pets/{id}`. */
  readonly name: string;
  readonly method: string;
  readonly path: string;
  readonly tags: readonly string[];
  readonly permission: string | undefined;
  readonly roles: readonly string[];
  readonly parameters: readonly ApiParameter[];
  /** Of a JSON body. */
  readonly body: ApiSchema | undefined;
  /** The JSON bodies that the document shows. */
  readonly bodyExamples: readonly unknown[];
  /** The query that the documentation page fills in. */
  readonly queryExample: Readonly<Record<string, string>>;
  readonly isMultipart: boolean;
  readonly responses: RawOperation['responses'];
}

/** What the running product says of itself at /api/docs-json. */
export class ApiDocument {
  readonly operations: readonly Operation[];

  private constructor(
    paths: Readonly<Record<string, Readonly<Record<string, RawOperation>>>>,
    readonly schemas: Readonly<Record<string, ApiSchema>>,
  ) {
    this.operations = Object.entries(paths).flatMap(([path, methods]) =>
      Object.entries(methods).map(([method, raw]) => toOperation(path, method.toUpperCase(), raw)),
    );
  }

  static async load(app: TestApp): Promise<ApiDocument> {
    const response = await fetch(`${app.url}/api/docs-json`);
    const { paths, components } = (await response.json()) as {
      paths: Record<string, Record<string, RawOperation>>;
      components: { schemas: Record<string, ApiSchema> };
    };
    return new ApiDocument(paths, components.schemas);
  }

  /** Follows references, also the ones inside a union with null or a lonely `allOf`. */
  resolve(schema: ApiSchema): ResolvedSchema {
    const { $ref, allOf, anyOf, type = [], ...rest } = schema;
    if ($ref !== undefined) return this.resolve(this.named($ref));
    const [only, ...others] = allOf ?? anyOf?.filter((one) => one.type !== 'null') ?? [];
    if (only && others.length === 0) {
      const inner = this.resolve(only);
      return { ...inner, ...rest, isNullable: inner.isNullable || anyOf?.length === 2 };
    }
    const [known, ...more] = [type].flat().filter((one) => one !== 'null');
    return {
      ...rest,
      ...(allOf ? { allOf } : {}),
      ...(anyOf ? { anyOf } : {}),
      ...(known === undefined || more.length > 0 ? {} : { type: known }),
      isNullable: type.includes('null'),
    };
  }

  private named($ref: string): ApiSchema {
    const target = this.schemas[$ref.replace('#/components/schemas/', '')];
    if (!target) throw new Error(`the document has no ${$ref}`);
    return target;
  }
}

function toOperation(path: string, method: string, raw: RawOperation): Operation {
  const json = raw.requestBody?.content['application/json'];
  return {
    name: `${method} ${path}`,
    method,
    path,
    tags: raw.tags ?? [],
    permission: raw['x-permission'],
    roles: raw['x-roles'] ?? [],
    parameters: raw.parameters ?? [],
    body: json?.schema,
    queryExample: queryExampleOf(raw.parameters),
    bodyExamples: Object.values(json?.examples ?? {}).map(({ value }) => value),
    isMultipart: raw.requestBody?.content['multipart/form-data'] !== undefined,
    responses: raw.responses,
  };
}

function queryExampleOf(parameters: readonly ApiParameter[] = []): Record<string, string> {
  const shown = parameters
    .filter((one) => one.in === 'query')
    .map(({ name, schema }) => [name, schema.example ?? schema.default] as const);
  return Object.fromEntries(
    shown.filter(([, value]) => value !== undefined).map(([name, value]) => [name, String(value)]),
  );
}
