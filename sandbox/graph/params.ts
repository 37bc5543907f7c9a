import { header, isJson, jsonBody, type Exchange } from '../http/exchange.ts';
import { isObject, isText, type JsonObject } from '../json.ts';
import { GraphError, invalidParam } from './errors.ts';

/** Allowed on every call. */
const GLOBAL_KEYS: readonly string[] = ['access_token', 'appsecret_proof', 'appsecret_time', 'locale', 'method'];

/** Query and body as one object. JSON in a form or query is parsed, as the Graph API does. */
export function readParams(exchange: Exchange): JsonObject {
  const params = fromPairs(exchange.query);
  if (exchange.body.length === 0) return params;
  if (isJson(exchange)) {
    const body = jsonBody(exchange);
    if (!isObject(body)) throw invalidParam('The request body is not a JSON object');
    return { ...params, ...body };
  }
  const contentType = header(exchange, 'content-type') ?? '';
  if (contentType.startsWith('application/x-www-form-urlencoded')) {
    return { ...params, ...fromPairs(new URLSearchParams(exchange.body.toString('utf8'))) };
  }
  // A multipart upload is read by its own endpoint.
  if (contentType.startsWith('multipart/form-data')) return params;
  throw invalidParam(`Unsupported content type "${contentType}"`);
}

function fromPairs(pairs: URLSearchParams): JsonObject {
  return Object.fromEntries([...pairs].map(([key, value]) => [key, parseNested(value)]));
}

function parseNested(value: string): unknown {
  if (!/^[[{]/.test(value)) return value;
  try {
    return JSON.parse(value);
  } catch {
    return value;
  }
}

/** Refuses members of the call that the endpoint does not know. */
export function onlyParams(params: JsonObject, allowed: readonly string[]): void {
  const unknown = Object.keys(params).find((key) => !allowed.includes(key) && !GLOBAL_KEYS.includes(key));
  if (unknown !== undefined) throw invalidParam(`Unexpected parameter "${unknown}"`);
}

export function onlyKeys(value: JsonObject, allowed: readonly string[], where: string): void {
  const unknown = Object.keys(value).find((key) => !allowed.includes(key));
  if (unknown !== undefined) throw invalidParam(`Unexpected key "${unknown}" on param "${where}"`);
}

/** @throws GraphError 100 */
export function objectParam(params: JsonObject, key: string, where = key): JsonObject {
  const value = params[key];
  if (!isObject(value)) throw invalidParam(`Param ${where} must be an object`);
  return value;
}

/** Not empty. @throws GraphError 100 */
export function textParam(params: JsonObject, key: string, where = key): string {
  const value = params[key];
  if (!isText(value)) throw invalidParam(`The parameter ${where} is required.`);
  return value;
}

/** Undefined if the member is missing. @throws GraphError 100 */
export function choiceParam(params: JsonObject, key: string, allowed: readonly string[]): string | undefined {
  const value = params[key];
  if (value === undefined) return undefined;
  if (typeof value !== 'string' || !allowed.includes(value)) {
    throw invalidParam(`Param ${key} must be one of {${allowed.join(', ')}}`);
  }
  return value;
}

/** @throws GraphError 100 unless it is an http(s) address */
export function assertUrl(value: unknown, where: string): string {
  if (!isText(value) || !/^https?:\/\/\S+$/.test(value) || !URL.canParse(value)) {
    throw invalidParam(`Param ${where} should represent a valid URL`);
  }
  return value;
}

export function fieldsParam(params: JsonObject, allowed: readonly string[], nodeType: string): string[] {
  const raw = params['fields'];
  if (raw === undefined) return [];
  if (!isText(raw)) throw invalidParam('Param fields must be a string');
  // Nested selections such as `messages{id,text}` stay with their field.
  const fields = raw.split(/,(?![^{]*})/).map((field) => field.trim());
  const unknown = fields.find((field) => !allowed.includes(field.replace(/[{.(].*$/s, '')));
  if (unknown !== undefined) {
    throw new GraphError(100, `(#100) Tried accessing nonexisting field (${unknown}) on node type (${nodeType})`);
  }
  return fields.map((field) => field.replace(/[{.(].*$/s, ''));
}

export function pickFields(all: JsonObject, fields: readonly string[]): JsonObject {
  const wanted = Object.entries(all).filter(([key, value]) => value !== undefined && fields.includes(key));
  return { ...Object.fromEntries(wanted), id: all['id'] };
}
