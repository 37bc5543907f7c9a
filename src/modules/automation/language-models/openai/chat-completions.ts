import type {
  ChatCompletionCreateParamsNonStreaming,
  ChatCompletionMessageParam,
} from 'openai/resources/chat/completions';
import { z } from 'zod';
import type { ModelMessage, ModelRequest } from '../../assistant-core/index.js';
import type { ModelReply } from '../language-model.js';

/** Others that speak the protocol know only the older name of the limit, and some refuse a schema of the answer. */
const OPENAI_HOST = 'api.openai.com';
/** About, for providers that do not count. */
const CHARACTERS_PER_TOKEN = 4;

const Completion = z.object({
  choices: z
    .array(
      z.object({
        message: z.object({
          content: z.string().nullish(),
          tool_calls: z
            .array(z.object({ id: z.string(), function: z.object({ name: z.string(), arguments: z.string() }) }))
            .nullish(),
        }),
      }),
    )
    .min(1),
  usage: z.object({ prompt_tokens: z.number().min(0), completion_tokens: z.number().min(0) }).nullish(),
});

export type ChatBody = ChatCompletionCreateParamsNonStreaming;

/** The body of a request for a chat completion. */
export function chatBody(
  { messages, tools, answer_schema, max_output_tokens }: ModelRequest,
  { model, base_url }: { readonly model: string; readonly base_url: string },
): ChatBody {
  const common = {
    model,
    ...(tools.length > 0 && { tools: tools.map((tool) => ({ type: 'function' as const, function: { ...tool } })) }),
  };
  if (new URL(base_url).hostname === OPENAI_HOST)
    return {
      ...common,
      messages: messages.map(chatMessage),
      max_completion_tokens: max_output_tokens,
      response_format: { type: 'json_schema', json_schema: { name: 'answer', strict: true, schema: answer_schema } },
    };
  return { ...common, messages: withSchema(messages, answer_schema).map(chatMessage), max_tokens: max_output_tokens };
}

/** After the first message, so that providers can cache the same start of all requests. */
function withSchema(messages: readonly ModelMessage[], schema: ModelRequest['answer_schema']): readonly ModelMessage[] {
  const [first, ...rest] = messages;
  const content = `The schema of the JSON object that you answer with:\n${JSON.stringify(schema)}`;
  return [...(first ? [first] : []), { role: 'system', content }, ...rest];
}

function chatMessage(message: ModelMessage): ChatCompletionMessageParam {
  if (message.role === 'tool') return { role: 'tool', tool_call_id: message.call_id, content: message.content };
  if (message.role !== 'assistant') return message;
  const { content, tool_calls } = message;
  if (tool_calls.length === 0) return { role: 'assistant', content };
  return {
    role: 'assistant',
    content,
    tool_calls: tool_calls.map(({ id, name, args }) => ({
      id,
      type: 'function',
      function: { name, arguments: args },
    })),
  };
}

/** A completion as an answer; INVALID_ANSWER if it is of another shape. */
export function answerOf(completion: unknown, asked: ChatBody): ModelReply['answer'] {
  const read = Completion.safeParse(completion);
  const message = read.data?.choices[0]?.message;
  if (!message) return { ok: false, code: 'INVALID_ANSWER' };
  const usage = read.data?.usage;
  return {
    ok: true,
    content: message.content ?? null,
    tool_calls: (message.tool_calls ?? []).map(({ id, function: call }) => ({
      id,
      name: call.name,
      args: call.arguments,
    })),
    // Else a budget would never end.
    tokens: usage
      ? { input: usage.prompt_tokens, output: usage.completion_tokens }
      : { input: estimatedTokens(asked), output: estimatedTokens(message) },
  };
}

export const estimatedTokens = (value: unknown): number =>
  Math.ceil(JSON.stringify(value).length / CHARACTERS_PER_TOKEN);
