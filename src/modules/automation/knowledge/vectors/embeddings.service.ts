import { createHash } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { defineJob, JobHandler, Jobs, type PayloadOf } from '../../../../core/jobs/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { type EmbeddingModel, LanguageModels } from '../../language-models/index.js';
import { KnowledgeRepository } from '../knowledge.repository.js';
import { KnowledgeRevisionsRepository } from '../knowledge-revisions.repository.js';
import { type Chunk, chunksOf } from '../retrieval/index.js';
import { KnowledgeVectorsRepository, type VectorsByKey } from './knowledge-vectors.repository.js';

/** Makes the vectors of texts that have none. */
export const EmbedKnowledge = defineJob<{ companyId: string }>('knowledge.embed');

const TEXTS_A_CALL = 64;
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
  ) {}

  /** Those that exist, in the order of the chunks. The others are made in the background. */
  async ofChunks(scope: CompanyScope, chunks: readonly Chunk[]): Promise<(Float32Array | undefined)[]> {
    const model = await this.models.embeddingsOf(scope);
    if (!model) return [];
    const stored = await this.vectors.of(scope, model.name);
    const vectors = chunks.map((chunk) => stored.get(keyOf(textOf(chunk))));
    if (vectors.includes(undefined))
      await this.jobs.enqueue(EmbedKnowledge, { companyId: scope.id }, { key: scope.id });
    return vectors;
  }

  /** Undefined if the provider does not answer in time. */
  async ofQuestion(scope: CompanyScope, question: string): Promise<Float32Array | undefined> {
    const model = await this.models.embeddingsOf(scope);
    const [vector] = (await model?.embed([question], AbortSignal.timeout(QUESTION_TIMEOUT_MS))) ?? [];
    return vector;
  }

  /** @throws Error while the provider does not answer, so that the job is tried again */
  @JobHandler(EmbedKnowledge)
  async embed({ companyId }: PayloadOf<typeof EmbedKnowledge>): Promise<void> {
    const scope = CompanyScope.of(companyId);
    const model = await this.models.embeddingsOf(scope);
    if (!model) return;
    const articles = await this.articles.allActive(scope);
    const texts = articles.flatMap((article) => chunksOf({ ...article, id: article._id.toHexString() }).map(textOf));
    const byKey = new Map(texts.map((text) => [keyOf(text), text]));
    const stored = await this.vectors.of(scope, model.name);
    const missing = [...byKey].filter(([key]) => !stored.has(key));
    for (let place = 0; place < missing.length; place += TEXTS_A_CALL)
      await this.vectors.add(scope, model.name, await made(model, missing.slice(place, place + TEXTS_A_CALL)));
    await this.vectors.keepOnly(scope, model.name, [...byKey.keys()]);
    if (missing.length > 0) await this.revisions.increment(scope);
  }
}

async function made(model: EmbeddingModel, texts: readonly (readonly [string, string])[]): Promise<VectorsByKey> {
  const signal = AbortSignal.timeout(TEXTS_TIMEOUT_MS);
  const vectors = await model.embed(
    texts.map(([, text]) => text),
    signal,
  );
  if (!vectors) throw new Error('The provider of the model gave no embeddings');
  return new Map(texts.flatMap(([key], place) => (vectors[place] ? [[key, vectors[place]] as const] : [])));
}

const textOf = ({ path, text }: Chunk): string => `${path.join(' › ')}\n${text}`;
const keyOf = (text: string): string => createHash('sha256').update(text).digest('base64url');
