import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { defineJob, JobHandler, type JobRun, Jobs, type PayloadOf } from '../../../../core/jobs/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { AssistantSpend, ModelBudget } from '../../assistant-setup/index.js';
import { type EmbeddingModel, LanguageModels } from '../../language-models/index.js';
import { KnowledgeRepository } from '../knowledge.repository.js';
import { KnowledgeRevisionsRepository } from '../knowledge-revisions.repository.js';
import { type Chunk, chunksOf } from '../retrieval/index.js';
import { KnowledgeVectorsRepository, type VectorsByKey } from './knowledge-vectors.repository.js';

/** Makes the vectors of texts that have none. */
export const EmbedKnowledge = defineJob<{ companyId: string }>('knowledge.embed');

/** The answer for so many texts stays far below the size that is read. */
const TEXTS_A_CALL = 16;
/** Parts behind these are found by their words only, so that one company cannot fill the memory. */
const MAX_VECTORS = 5_000;
const JOB_TIMEOUT_MS = 300_000;
/** A customer waits; without an answer the words alone decide. */
const QUESTION_TIMEOUT_MS = 1_500;
const TEXTS_TIMEOUT_MS = 20_000;

/** Compares texts by meaning, for companies that have named a model for it. */
@Injectable()
export class EmbeddingsService {
  constructor(
    private readonly models: LanguageModels,
    private readonly articles: KnowledgeRepository,
    private readonly vectors: KnowledgeVectorsRepository,
    private readonly revisions: KnowledgeRevisionsRepository,
    private readonly jobs: Jobs,
    private readonly budget: ModelBudget,
    private readonly spend: AssistantSpend,
  ) {}

  /** Those that exist, in the order of the chunks. The others are made in the background. */
  async ofChunks(scope: CompanyScope, chunks: readonly Chunk[]): Promise<(Float32Array | undefined)[]> {
    const model = await this.models.embeddingsOf(scope);
    if (!model) return [];
    const keys = chunks.slice(0, MAX_VECTORS).map((chunk) => keyOf(textOf(chunk)));
    const stored = await this.vectors.of(scope, model.name, keys);
    const vectors = keys.map((key) => stored.get(key));
    if (vectors.includes(undefined))
      await this.jobs.enqueue(EmbedKnowledge, { companyId: scope.id }, { key: scope.id });
    return vectors;
  }

  /** Undefined if the provider does not answer in time. */
  async ofQuestion(scope: CompanyScope, question: string): Promise<Float32Array | undefined> {
    const model = await this.models.embeddingsOf(scope);
    if (!model || !(await this.hasMoney(scope))) return undefined;
    const [vector] = (await this.ask(scope, model, [question], AbortSignal.timeout(QUESTION_TIMEOUT_MS))) ?? [];
    return vector;
  }

  /** @throws Error while the provider does not answer, so that the job is tried again */
  @JobHandler(EmbedKnowledge, { timeoutMs: JOB_TIMEOUT_MS })
  async embed({ companyId }: PayloadOf<typeof EmbedKnowledge>, { signal }: JobRun): Promise<void> {
    const scope = CompanyScope.of(companyId);
    const model = await this.models.embeddingsOf(scope);
    if (!model) return;
    const articles = await this.articles.allActive(scope);
    const texts = articles.flatMap((article) => chunksOf({ ...article, id: article._id.toHexString() }).map(textOf));
    const byKey = new Map(texts.slice(0, MAX_VECTORS).map((text) => [keyOf(text), text]));
    const stored = await this.vectors.of(scope, model.name, [...byKey.keys()]);
    const missing = [...byKey].filter(([key]) => !stored.has(key));
    for (let place = 0; place < missing.length && (await this.hasMoney(scope)); place += TEXTS_A_CALL) {
      const part = missing.slice(place, place + TEXTS_A_CALL);
      await this.vectors.add(scope, model.name, await this.made(scope, model, part, signal));
    }
    await this.vectors.keepOnly(scope, model.name, [...byKey.keys()]);
    if (missing.length > 0) await this.revisions.increment(scope);
  }

  private async made(
    scope: CompanyScope,
    model: EmbeddingModel,
    texts: readonly (readonly [string, string])[],
    signal: AbortSignal,
  ): Promise<VectorsByKey> {
    const until = AbortSignal.any([signal, AbortSignal.timeout(TEXTS_TIMEOUT_MS)]);
    const asked = texts.map(([, text]) => text);
    const vectors = await this.ask(scope, model, asked, until);
    if (!vectors) throw new Error('The provider of the model gave no embeddings');
    return new Map(texts.flatMap(([key], place) => (vectors[place] ? [[key, vectors[place]] as const] : [])));
  }

  private async ask(
    scope: CompanyScope,
    model: EmbeddingModel,
    texts: readonly string[],
    signal: AbortSignal,
  ): Promise<readonly Float32Array[] | null> {
    const { vectors, tokens, cents } = await model.embed(texts, signal);
    await this.spend.add(scope, null, { ...tokens, cents });
    return vectors;
  }

  private async hasMoney(scope: CompanyScope): Promise<boolean> {
    return (await this.budget.noticeOf(scope, { conversation_id: null, cents: 0 })) === null;
  }
}

const textOf = ({ path, text }: Chunk): string => `${path.join(' › ')}\n${text}`;
const keyOf = (text: string): string => createHash('sha256').update(text).digest('base64url');
