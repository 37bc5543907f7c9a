/** What goes to a language model and comes back. The adapter sends it over HTTP. */

export interface ModelSettings {
  /** The published prompt of the company: how it wants to sound, and what it wants to be said. */
  readonly persona: string;
}

export interface ModelTokens {
  readonly input: number;
  readonly output: number;
}

export interface ModelToolCall {
  readonly id: string;
  readonly name: string;
  /** JSON as the model wrote it. */
  readonly args: string;
}

export type ModelMessage =
  | { readonly role: 'system' | 'user'; readonly content: string }
  | { readonly role: 'assistant'; readonly content: string; readonly tool_calls: readonly ModelToolCall[] }
  | { readonly role: 'tool'; readonly call_id: string; readonly content: string };

export interface ModelTool {
  readonly name: string;
  readonly description: string;
  /** JSON schema. */
  readonly parameters: Readonly<Record<string, unknown>>;
}

export interface ModelRequest {
  readonly messages: readonly ModelMessage[];
  /** Empty in the last step: the model has to answer. */
  readonly tools: readonly ModelTool[];
  /** JSON schema of the answer. */
  readonly answer_schema: Readonly<Record<string, unknown>>;
  readonly max_output_tokens: number;
}

/** `failed`: a timeout, an error of the server, an answer that is no JSON of the protocol. */
export type ModelAnswer =
  | {
      readonly ok: true;
      readonly content: string | null;
      readonly tool_calls: readonly ModelToolCall[];
      readonly tokens: ModelTokens;
    }
  | { readonly ok: false; readonly code: string };
