import fc from 'fast-check';
import type { ApiDocument, ApiParameter, ApiSchema, Operation, ResolvedSchema } from './api-document.js';
import { isOwnId } from './api-samples.js';

/** The value of every operator object; on the wire it must never stand behind a key with a `$`. */
export const OPERATOR_MARK = 'from-an-operator-object';

/** A request whose ids are still to be drawn from what the run has made so far. */
export interface FuzzRequest {
  readonly operation: Operation;
  readonly path: readonly (string | Draw)[];
  readonly query: readonly (readonly [string, unknown])[];
  readonly headers: Readonly<Record<string, string>>;
  /** Undefined sends none; a `Raw` goes as it is. */
  readonly body: unknown;
  /** True where the request is wrong below the level of the operation: any route may refuse it then. */
  readonly isMangled: boolean;
}

interface PathPart {
  readonly part: string | Draw;
  readonly isMangled: boolean;
}

type QueryEntries = (readonly [string, unknown])[];

/** Stands for an id of a kind; `index` picks one of those that are known. */
export class Draw {
  constructor(
    readonly kind: string,
    readonly index: number,
  ) {}
}

/** A body that is no JSON on purpose. */
export class Raw {
  constructor(readonly text: string) {}
}

const HUGE = 20_000;
/** Node itself refuses longer heads, before the product sees them. */
const MAX_IN_ADDRESS = 2_000;
const NASTY_TEXTS = [
  '',
  ' ',
  '\u0000',
  '\uD800',
  '💥'.repeat(50),
  'ﷺ',
  '../../etc/passwd',
  '$where',
  '{"$gt":""}',
  '__proto__',
  "'; DROP TABLE users; --",
  '<script>alert(1)</script>',
  '%00%0a',
  'null',
  'NaN',
  '-1',
  '1e309',
  '9007199254740993',
  'ffffffffffffffffffffffff',
  '0000-00-00T99:99:99Z',
  '(a+)+$',
  'a'.repeat(HUGE),
];

const nastyText = fc.oneof(fc.constantFrom(...NASTY_TEXTS), fc.string({ unit: 'binary', maxLength: 60 }));
const operator = fc
  .constantFrom('$gt', '$ne', '$regex', '$where', '$in', '$expr', '$function')
  .map((name) => ({ [name]: name === '$in' ? [OPERATOR_MARK] : OPERATOR_MARK }));
const prototypeKeys = fc
  .constantFrom('__proto__', 'constructor', 'prototype')
  .map((name) => Object.fromEntries([[name, { polluted: true, isAdmin: true }]]) as unknown);
const wrong: fc.Arbitrary<unknown> = fc.oneof(
  nastyText,
  operator,
  prototypeKeys,
  fc.constantFrom<unknown>(null, true, 0, -1, 1.5, Number.MAX_SAFE_INTEGER, -1e21, [], {}, [[]], [null], {
    a: { b: 1 },
  }),
  fc.double({ noNaN: true, noDefaultInfinity: true }),
  fc.date({ noInvalidDate: true }).map((date) => date.toISOString()),
);

/** Arbitrary requests by the document: mostly valid, often at a limit, now and then nonsense. */
export class ApiArbitraries {
  constructor(private readonly document: ApiDocument) {}

  request(operation: Operation): fc.Arbitrary<FuzzRequest> {
    const { parameters } = operation;
    const query = parameters.filter((one) => one.in === 'query').map((one) => this.queryEntry(one));
    return fc
      .record({
        path: this.path(operation),
        query: fc.tuple(...query).map((entries) => entries.flat()),
        headers: headersOf(operation),
        body: operation.body ? this.body(operation.body) : fc.constant({ value: undefined, isMangled: false }),
        junk: rarely(fc.tuple(fc.constantFrom('x', 'q[$gt]', '$where', '__proto__', 'limit'), nastyText)),
      })
      .map(({ path, query: entries, headers, body, junk }) => ({
        operation,
        path: path.parts,
        query: junk ? [...entries, junk] : entries,
        headers,
        body: body.value,
        isMangled: path.isMangled || body.isMangled || junk !== undefined,
      }));
  }

  private path({ path }: Operation): fc.Arbitrary<{ parts: (string | Draw)[]; isMangled: boolean }> {
    const parts = path.split(/\{(\w+)\}/);
    const drawn = parts.map((part, index) => {
      if (index % 2 === 0) return fc.constant<PathPart>({ part, isMangled: false });
      const kind = part === 'id' ? String(path.split(/\/\{/)[0]?.split('/').at(-1)) : part;
      return fc.oneof(
        { weight: 6, arbitrary: draw(kind).map((part): PathPart => ({ part, isMangled: false })) },
        { weight: 1, arbitrary: draw('anything').map((part): PathPart => ({ part, isMangled: false })) },
        {
          weight: 1,
          arbitrary: nastyText
            .filter(isOneSegment)
            .map((text): PathPart => ({ part: encodeText(text), isMangled: true })),
        },
      );
    });
    return fc.tuple(...drawn).map((all) => ({
      parts: all.map(({ part }) => part),
      isMangled: all.some(({ isMangled }) => isMangled),
    }));
  }

  private queryEntry({ name, schema, required }: ApiParameter): fc.Arbitrary<QueryEntries> {
    const value = fc.oneof({ weight: 4, arbitrary: this.value(schema, name) }, { weight: 1, arbitrary: nastyText });
    const once = value.map((one): QueryEntries => [[name, one]]);
    const twice = fc.tuple(value, value).map((both) => both.map((one): QueryEntries[number] => [name, one]));
    return fc.oneof(
      { weight: required ? 1 : 8, arbitrary: fc.constant<QueryEntries>([]) },
      { weight: 8, arbitrary: once },
      { weight: 1, arbitrary: twice },
    );
  }

  private body(schema: ApiSchema): fc.Arbitrary<{ value: unknown; isMangled: boolean }> {
    const broken = fc.constantFrom('{', '[1,', 'plain', '"text"', '\u0000', `${'['.repeat(60)}${']'.repeat(60)}`, '');
    return fc.oneof(
      { weight: 12, arbitrary: this.value(schema, 'body').map((value) => ({ value, isMangled: false })) },
      { weight: 1, arbitrary: wrong.map((value) => ({ value, isMangled: true })) },
      { weight: 1, arbitrary: broken.map((text) => ({ value: new Raw(text), isMangled: true })) },
    );
  }

  private value(schema: ApiSchema, name: string): fc.Arbitrary<unknown> {
    const resolved = this.document.resolve(schema);
    const right = this.right(resolved, name);
    const maybeNull = resolved.isNullable ? fc.oneof({ weight: 5, arbitrary: right }, fc.constant(null)) : right;
    return fc.oneof({ weight: 30, arbitrary: maybeNull }, { weight: 1, arbitrary: wrong });
  }

  private right(schema: ResolvedSchema, name: string): fc.Arbitrary<unknown> {
    if (schema.const !== undefined) return fc.constant(schema.const);
    if (schema.enum) return fc.constantFrom(...schema.enum);
    const branches = schema.oneOf ?? schema.anyOf;
    if (branches) return fc.oneof(...branches.map((branch) => this.right(this.document.resolve(branch), name)));
    switch (schema.type) {
      case 'object':
        return this.object(schema);
      case 'array':
        return fc.array(this.value(schema.items ?? {}, name), { maxLength: 4 });
      case 'number':
      case 'integer':
        return numberIn(schema);
      case 'boolean':
        return fc.boolean();
      default:
        return isOwnId(name) ? draw(name) : textOf(schema);
    }
  }

  private object({ properties = {}, required = [], additionalProperties }: ResolvedSchema): fc.Arbitrary<unknown> {
    const names = Object.keys(properties);
    const fields = names.map((name) => {
      const value = this.value(properties[name] ?? {}, name).map((one) => [[name, one]] as [string, unknown][]);
      const isRequired = required.includes(name);
      return fc.oneof(
        { weight: isRequired ? 1 : 6, arbitrary: fc.constant([]) },
        { weight: isRequired ? 30 : 5, arbitrary: value },
      );
    });
    const extra = rarely(
      fc.tuple(fc.constantFrom('extra', '$set', '__proto__', 'constructor', 'company_id', 'a.b'), wrong),
    );
    const free = additionalProperties
      ? fc.dictionary(fc.constantFrom('waba_id', 'page_id', 'x'), fc.string())
      : fc.constant({});
    return fc
      .tuple(fc.tuple(...fields), extra, free)
      .map(([known, more, loose]) =>
        Object.fromEntries([...known.flat(), ...Object.entries(loose), ...(more ? [more] : [])]),
      );
  }
}

/** One time in many, else undefined. */
function rarely<T>(arbitrary: fc.Arbitrary<T>): fc.Arbitrary<T | undefined> {
  return fc.oneof({ weight: 30, arbitrary: fc.constant(undefined) }, { weight: 1, arbitrary });
}

function draw(kind: string): fc.Arbitrary<Draw> {
  return fc.nat({ max: 1_000 }).map((index) => new Draw(kind, index));
}

function numberIn({ minimum = 0, maximum = 1_000, type }: ApiSchema): fc.Arbitrary<number> {
  const inside =
    type === 'integer' || Number.isInteger(minimum) ? fc.integer({ min: minimum, max: maximum }) : fc.double();
  return fc.oneof(inside, fc.constantFrom(minimum, maximum, minimum - 1, maximum + 1, minimum + 0.5));
}

const FORMATS: Readonly<Record<string, fc.Arbitrary<string>>> = {
  email: fc.uuid().map((id) => `${id}@example.com`),
  date: fc
    .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString().slice(0, 10)),
  'date-time': fc
    .date({ min: new Date(0), max: new Date('2100-01-01'), noInvalidDate: true })
    .map((date) => date.toISOString()),
  uri: fc.webUrl(),
};

function textOf({ format, example, pattern, minLength = 1, maxLength }: ApiSchema): fc.Arbitrary<string> {
  const lengths = [minLength - 1, minLength, ...(maxLength === undefined ? [] : [maxLength, maxLength + 1])];
  const atLimits = fc.constantFrom(...lengths.filter((length) => length >= 0)).map((length) => 'x'.repeat(length));
  const words = fc.lorem({ maxCount: 3 }).filter((text) => text.length >= minLength);
  const typical = (format && FORMATS[format]) || (typeof example === 'string' ? fc.constant(example) : words);
  const patterned = pattern ? [{ weight: 10, arbitrary: fc.stringMatching(new RegExp(pattern)) }] : [];
  return fc.oneof(
    { weight: 20, arbitrary: typical },
    ...patterned,
    { weight: 1, arbitrary: atLimits },
    { weight: 1, arbitrary: nastyText },
  );
}

function headersOf({ parameters }: Operation): fc.Arbitrary<Record<string, string>> {
  const optional = parameters
    .filter((one) => one.in === 'header')
    .map(({ name }) =>
      fc
        .oneof(
          { weight: 9, arbitrary: fc.constant(undefined) },
          { weight: 1, arbitrary: fc.constantFrom('respond-async', 'key-1', 'x'.repeat(300), ' ') },
        )
        .map((value): [string, string][] => (value === undefined ? [] : [[name, value]])),
    );
  return fc.tuple(...optional).map((entries) => Object.fromEntries(entries.flat()));
}

/** An empty or dotted segment makes another path. */
function isOneSegment(text: string): boolean {
  return !['', '.', '..'].includes(text);
}

/** A text as part of an address. */
export function encodeText(text: string): string {
  return encodeURIComponent(text.slice(0, MAX_IN_ADDRESS).toWellFormed());
}
