import type { ApiDocument, ApiSchema, Operation } from './api-document.js';

const FORMATS: Readonly<Record<string, string>> = {
  email: 'sample@example.com',
  date: '2028-02-29',
  'date-time': '2030-01-01T10:00:00.000Z',
  uri: 'https://example.com/sample',
};

const ID_NAME = /^(id|assignee|.*_ids?|.*Id)$/;
/** Ids that others give. */
const FOREIGN_ID =
  /^(facebook|instagram|whatsapp|telegram|external|app_scoped|client|waba|phone_number|tax|calendar)_ids?$/;
/** The caller chooses the ids in these fields. */
const CHOICES = /^(buttons|list|nodes|edges)$/;

/** True for the names of fields and parameters that hold ids of our own documents. */
export function isOwnId(name: string): boolean {
  return ID_NAME.test(name) && !FOREIGN_ID.test(name);
}

/** Makes valid requests from the document; `idFor` answers the id for a field or a path parameter. */
export class ApiSamples {
  constructor(
    private readonly document: ApiDocument,
    private readonly idFor: (name: string) => string,
  ) {}

  /** The path with ids in its parameters; `{id}` is asked for by the segment before it. */
  path({ path }: Pick<Operation, 'path'>): string {
    return path.replace(/([^/]+)\/\{(\w+)\}/g, (_, resource: string, name: string) => {
      return `${resource}/${this.idFor(name === 'id' ? resource : name)}`;
    });
  }

  /** A copy of an example in which the fields that hold ids hold ids of ours. */
  withIds(example: unknown, name = ''): unknown {
    if (CHOICES.test(name)) return example;
    if (Array.isArray(example)) return example.map((item: unknown) => this.withIds(item, name));
    if (typeof example === 'object' && example !== null)
      return Object.fromEntries(Object.entries(example).map(([key, value]) => [key, this.withIds(value, key)]));
    return isOwnId(name) ? this.idFor(name) : example;
  }

  /** A valid body with the required fields, or with all where none is required; undefined where none is taken. */
  body({ body }: Pick<Operation, 'body'>): unknown {
    return body && this.value(body, 'body');
  }

  value(schema: ApiSchema, name: string): unknown {
    const resolved = this.document.resolve(schema);
    if (resolved.const !== undefined) return resolved.const;
    if (resolved.enum) return resolved.enum.find((value) => value !== null);
    const [usual] = resolved.oneOf ?? resolved.anyOf ?? [];
    if (usual) return this.value(usual, name);
    switch (resolved.type) {
      case 'object':
        return this.object(resolved);
      case 'array':
        return [this.value(resolved.items ?? {}, name)];
      case 'number':
      case 'integer':
        return resolved.minimum ?? 1;
      case 'boolean':
        return true;
      default:
        return isOwnId(name) ? this.idFor(name) : sampleText(resolved, name);
    }
  }

  private object({ properties = {}, required = [] }: ApiSchema): Record<string, unknown> {
    const names = required.length > 0 ? required : Object.keys(properties);
    return Object.fromEntries(names.map((name) => [name, this.value(properties[name] ?? {}, name)]));
  }
}

function sampleText({ format, example, pattern }: ApiSchema, name: string): string {
  if (FOREIGN_ID.test(name)) return '1234567890';
  if (name.endsWith('_url')) return 'https://example.com/sample';
  if (format && FORMATS[format] !== undefined) return FORMATS[format];
  if (typeof example === 'string') return example;
  return pattern?.startsWith('^(next|') ? 'next' : pattern ? 'a-sample' : 'sample text';
}
