const OPENAI_BASE_URL = 'https://api.openai.com/v1';

export interface LanguageModelConfig {
  readonly apiKey: string;
  readonly baseUrl: string;
  readonly model: string;
  readonly embeddingModel: string | undefined;
  /** The most US cents of a company in a month; null: no limit. */
  readonly monthlyCents: number | null;
}

/** The model of the installation; undefined without a key. */
export function readLanguageModel(env: {
  OPENAI_API_KEY: string | undefined;
  OPENAI_BASE_URL: string | undefined;
  OPENAI_MODEL: string;
  OPENAI_EMBEDDING_MODEL: string | undefined;
  OPENAI_MONTHLY_CENTS: number | undefined;
}): LanguageModelConfig | undefined {
  if (!env.OPENAI_API_KEY) return undefined;
  return {
    apiKey: env.OPENAI_API_KEY,
    baseUrl: env.OPENAI_BASE_URL ?? OPENAI_BASE_URL,
    model: env.OPENAI_MODEL,
    embeddingModel: env.OPENAI_EMBEDDING_MODEL,
    monthlyCents: env.OPENAI_MONTHLY_CENTS ?? null,
  };
}
