import type OpenAI from 'openai';
import type { AllowedHosts } from '../../../../core/outbound/index.js';
import { guardedFetch, MODEL_TIMEOUT_MS } from './guarded-fetch.js';

export interface OpenAiServer {
  /** With its version, for example `https://api.openai.com/v1`. */
  readonly base_url: string;
  readonly api_key: string;
}

export function openAiClient(
  Client: typeof OpenAI,
  { base_url, api_key }: OpenAiServer,
  allowed: AllowedHosts,
  maxAnswerBytes?: number,
): OpenAI {
  return new Client({
    apiKey: api_key,
    baseURL: base_url,
    // Retries are a decision of the turn, which knows how long the customer has waited.
    maxRetries: 0,
    timeout: MODEL_TIMEOUT_MS,
    fetch: guardedFetch(allowed, maxAnswerBytes),
    // The environment of the installation is not for companies with an own key.
    organization: null,
    project: null,
    logLevel: 'off',
  });
}
