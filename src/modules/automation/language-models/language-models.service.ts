import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../../core/config/index.js';
import { AppError } from '../../../core/errors/index.js';
import { AllowedHosts } from '../../../core/outbound/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import type { ModelRequest } from '../assistant-core/index.js';
import type { ModelTestDto } from './dto/model-settings.dto.js';
import type { EmbeddingModel } from './embedding-model.js';
import { type LanguageModel, MODEL_FAILURES } from './language-model.js';
import { ModelSettingsService } from './model-settings.service.js';
import { OpenAiEmbeddings } from './openai/openai-embeddings.js';
import { OpenAiModel } from './openai/openai-model.js';

/** Of the default model, in US cents for a million tokens. */
const DEFAULT_PRICES = { input_price: 40, output_price: 160 } as const;

const TEST_QUESTION: ModelRequest = {
  messages: [{ role: 'user', content: 'Answer with the JSON object {"word":"ready"}' }],
  tools: [],
  answer_schema: {
    type: 'object',
    properties: { word: { type: 'string' } },
    required: ['word'],
    additionalProperties: false,
  },
  max_output_tokens: 100,
};
const NO_LIMIT = new AbortController().signal;

/** Gives each company its language model: the own one, else that of the installation. */
@Injectable()
export class LanguageModels {
  private readonly ofCompanies: AllowedHosts;
  private readonly ofInstallation: InstallationModels;
  /** Of a company that uses the model of the installation, in US cents a month. */
  private readonly monthlyCents: number | null;

  constructor(
    private readonly settings: ModelSettingsService,
    config: AppConfig,
  ) {
    this.ofCompanies = new AllowedHosts(config.outboundAllowedHosts);
    this.ofInstallation = installationModels(config);
    this.monthlyCents = config.languageModel?.monthlyCents ?? null;
  }

  get hasInstallationModel(): boolean {
    return this.ofInstallation.model !== null;
  }

  /** @returns null for a company without any model; it has rules only */
  async of(scope: CompanyScope): Promise<LanguageModel | null> {
    const own = await this.settings.of(scope);
    if (!own) return this.ofInstallation.model;
    return new OpenAiModel({ ...own, api_key: this.settings.keyOf(own) }, this.ofCompanies);
  }

  /** The most US cents that the operator pays for the company in a month; null: no limit, or a model of its own. */
  async monthlyLimitOf(scope: CompanyScope): Promise<number | null> {
    if (this.monthlyCents === null) return null;
    return (await this.settings.of(scope)) ? null : this.monthlyCents;
  }

  /** @returns null where nobody has named a model for embeddings */
  async embeddingsOf(scope: CompanyScope): Promise<EmbeddingModel | null> {
    const own = await this.settings.of(scope);
    if (!own) return this.ofInstallation.embeddings;
    const { base_url, embedding_model, input_price } = own;
    if (!embedding_model) return null;
    return new OpenAiEmbeddings(
      { base_url, embedding_model, input_price, api_key: this.settings.keyOf(own) },
      this.ofCompanies,
    );
  }

  /** Asks the model of the company one short question. @throws AppError MODEL_MISSING */
  async test(scope: CompanyScope): Promise<ModelTestDto> {
    const model = await this.of(scope);
    if (!model) throw new AppError('MODEL_MISSING', 422, 'There is no language model; enter its address and key first');
    const started = performance.now();
    const { answer } = await model.ask(TEST_QUESTION, NO_LIMIT);
    const duration_ms = Math.round(performance.now() - started);
    if (answer.ok) return { ok: true, duration_ms };
    return { ok: false, duration_ms, code: answer.code, message: MODEL_FAILURES[answer.code] };
  }
}

interface InstallationModels {
  readonly model: LanguageModel | null;
  readonly embeddings: EmbeddingModel | null;
}

/** The operator may use a server on a private network. */
function installationModels({ languageModel }: AppConfig): InstallationModels {
  if (!languageModel) return { model: null, embeddings: null };
  const { apiKey: api_key, baseUrl: base_url, model, embeddingModel: embedding_model } = languageModel;
  const { hostname, port, protocol } = new URL(base_url);
  const allowed = new AllowedHosts([`${hostname}:${port || (protocol === 'https:' ? 443 : 80)}`]);
  return {
    model: new OpenAiModel({ base_url, api_key, model, ...DEFAULT_PRICES }, allowed),
    embeddings: embedding_model
      ? new OpenAiEmbeddings({ base_url, api_key, embedding_model, ...DEFAULT_PRICES }, allowed)
      : null,
  };
}
