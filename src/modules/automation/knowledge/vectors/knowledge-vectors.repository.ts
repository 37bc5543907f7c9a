import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { type CompanyScope, TenantRepository } from '../../../../core/tenancy/index.js';
import { KnowledgeVector } from '../schemas/knowledge-vector.schema.js';

/** By the key of the text. */
export type VectorsByKey = ReadonlyMap<string, Float32Array>;

@Injectable()
export class KnowledgeVectorsRepository extends TenantRepository<KnowledgeVector> {
  constructor(@InjectModel(KnowledgeVector.name) model: Model<KnowledgeVector>) {
    super(model, 'Vector');
  }

  /** Those of these texts. */
  async of(scope: CompanyScope, model: string, keys: readonly string[]): Promise<VectorsByKey> {
    const stored = await this.collection.find(scope, { model, text_key: { $in: [...keys] } });
    return new Map(stored.map(({ text_key, vector }) => [text_key, numbersOf(vector)]));
  }

  /** May be repeated. */
  async add(scope: CompanyScope, model: string, vectors: VectorsByKey): Promise<void> {
    for (const [text_key, vector] of vectors) {
      const $set = { vector: Buffer.from(vector.buffer, vector.byteOffset, vector.byteLength) };
      await this.collection.findOneAndUpdate(scope, { model, text_key }, { $set }, { upsert: true });
    }
  }

  /** Removes vectors of other models and of texts that are gone. */
  async keepOnly(scope: CompanyScope, model: string, keys: readonly string[]): Promise<void> {
    await this.collection.deleteMany(scope, { $or: [{ model: { $ne: model } }, { text_key: { $nin: [...keys] } }] });
  }
}

/** The driver gives a view into a larger buffer, which need not begin at a multiple of 4. */
function numbersOf(stored: Buffer | { buffer: Uint8Array }): Float32Array {
  const bytes = Uint8Array.from(stored instanceof Uint8Array ? stored : stored.buffer);
  return new Float32Array(bytes.buffer);
}
