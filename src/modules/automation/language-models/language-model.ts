import type { ModelAnswer, ModelRequest, ModelTokens } from '../assistant-core/index.js';

export type GoodAnswer = Extract<ModelAnswer, { ok: true }>;

export interface ModelReply {
  readonly answer: GoodAnswer | { readonly ok: false; readonly code: ModelFailureCode };
  /** What the provider may bill, also for an answer that came too late or cannot be read. */
  readonly tokens: ModelTokens;
  /** Of these tokens in US cents, by the prices of the settings. */
  readonly cents: number;
}

export interface LanguageModel {
  /** The name of the model at its provider. */
  readonly name: string;

  /** Asks once. @param signal ends the waiting, for instance at the end of a turn; the answer is then TIMED_OUT */
  ask(request: ModelRequest, signal: AbortSignal): Promise<ModelReply>;
}

/** Why a model gave no answer. No message has a part of the request, because that has texts of customers. */
export const MODEL_FAILURES = {
  ADDRESS_NOT_ALLOWED: 'The address of the model must be a public https address',
  KEY_REFUSED: 'The provider of the model refuses the key; enter a valid key',
  MODEL_NOT_FOUND: 'The provider does not know the model; check its name',
  QUOTA_USED_UP: 'The account at the provider has no credit left',
  REQUEST_REFUSED: 'The provider of the model refuses the request',
  RATE_LIMITED: 'The provider of the model takes no more requests now',
  TIMED_OUT: 'The model did not answer in time',
  UNREACHABLE: 'The provider of the model cannot be reached',
  SERVER_ERROR: 'The provider of the model has an error',
  INVALID_ANSWER: 'The answer of the model cannot be read',
} as const;

export type ModelFailureCode = keyof typeof MODEL_FAILURES;
