/** What a provider checks in a request for a chat completion. */
import { isObject, isText, type JsonObject } from './json.ts';

const KEYS = ['model', 'messages', 'tools', 'max_tokens', 'max_completion_tokens', 'response_format'];
const ROLES = ['system', 'user', 'assistant', 'tool'];
const TOOL_NAME = /^[a-zA-Z0-9_-]{1,64}$/;

/** @returns null for a right body */
export function reasonToRefuseChat(body: unknown): string | null {
  if (!isObject(body)) return 'The body must be a JSON object';
  const unknown = Object.keys(body).filter((key) => !KEYS.includes(key));
  if (unknown.length > 0) return `Unrecognized request argument supplied: ${unknown.join(', ')}`;
  if (!isText(body['model'])) return 'you must provide a model parameter';
  const { messages, tools, max_tokens: limit = body['max_completion_tokens'] } = body;
  if (!Number.isInteger(limit) || Number(limit) < 1) return 'The limit of tokens must be a whole number from 1';
  if (!Array.isArray(messages) || messages.length === 0) return '[] is too short - messages';
  return (
    reasonOfFormat(body['response_format']) ??
    reasonOfMessages(messages) ??
    (tools === undefined ? null : reasonOfTools(tools))
  );
}

/** A strict schema names every field as required and allows no others. */
function reasonOfFormat(format: unknown): string | null {
  if (format === undefined) return null;
  const json = isObject(format) && format['type'] === 'json_schema' ? format['json_schema'] : undefined;
  const schema = isObject(json) ? json['schema'] : undefined;
  if (!isObject(json) || !isText(json['name']) || !isObject(schema)) return 'response_format is wrong';
  const fields = Object.keys(isObject(schema['properties']) ? schema['properties'] : {});
  const required = Array.isArray(schema['required']) ? schema['required'] : [];
  const isStrict = schema['additionalProperties'] === false && fields.every((field) => required.includes(field));
  return json['strict'] === true && !isStrict ? 'Invalid schema for response_format: it is not strict' : null;
}

/** A tool message answers a call of the assistant message before it, and each call is answered. */
function reasonOfMessages(messages: readonly unknown[]): string | null {
  let open = new Set<unknown>();
  for (const [index, message] of messages.entries()) {
    if (!isObject(message) || !ROLES.includes(String(message['role']))) return `messages[${index}].role is wrong`;
    const { role, content, tool_call_id } = message;
    if (typeof content !== 'string') return `messages[${index}].content must be a string`;
    if (role === 'tool') {
      if (!open.delete(tool_call_id)) return `messages[${index}] answers no tool call`;
      continue;
    }
    if (open.size > 0) return `messages[${index}]: an earlier tool call has no answer`;
    open = new Set(callsOf(message).map(({ id }) => id));
  }
  return open.size > 0 ? 'The last tool call has no answer' : null;
}

function callsOf(message: JsonObject): JsonObject[] {
  const calls = message['role'] === 'assistant' ? message['tool_calls'] : undefined;
  return Array.isArray(calls) ? calls.filter(isObject) : [];
}

function reasonOfTools(tools: unknown): string | null {
  if (!Array.isArray(tools) || tools.length === 0) return '[] is too short - tools';
  for (const [index, tool] of tools.entries()) {
    const call = isObject(tool) && tool['type'] === 'function' ? tool['function'] : undefined;
    if (!isObject(call)) return `tools[${index}] must be a function`;
    if (!TOOL_NAME.test(String(call['name']))) return `tools[${index}].function.name is wrong`;
    const { parameters } = call;
    if (!isObject(parameters) || parameters['type'] !== 'object')
      return `Invalid schema for function: schema must be a JSON Schema of type object`;
  }
  return null;
}
