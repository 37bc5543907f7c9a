import { Injectable, Logger } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Connection } from 'mongoose';
import { AppConfig } from '../config/index.js';

/** Brings the declared indexes to the database, or proves that they are there. */
@Injectable()
export class DatabaseIndexes {
  private readonly logger = new Logger(DatabaseIndexes.name);

  constructor(
    @InjectConnection() private readonly connection: Connection,
    private readonly config: AppConfig,
  ) {}

  /**
   * Development and tests bring them; production only checks, since building an index under load is a decision.
   * @throws Error that lists every missing index
   */
  async prepare(): Promise<void> {
    if (!this.config.isProduction) return this.sync();
    const missing = await this.missing();
    if (missing.length > 0) {
      throw new Error(`Indexes are missing; run "npm run db:indexes":\n- ${missing.join('\n- ')}`);
    }
  }

  /** Creates what is declared and drops what no schema declares any more. */
  async sync(): Promise<void> {
    const models = Object.values(this.connection.models);
    await Promise.all(models.map((model) => model.createCollection()));
    const dropped = await Promise.all(models.map((model) => model.syncIndexes()));
    this.logger.debug(`indexes of ${models.length} collections are in place, ${dropped.flat().length} dropped`);
  }

  private async missing(): Promise<string[]> {
    const lists = await Promise.all(
      Object.values(this.connection.models).map(async (model) => {
        const { toCreate } = await model.diffIndexes();
        return toCreate.map((index) => `${model.collection.name} ${JSON.stringify(index)}`);
      }),
    );
    return lists.flat();
  }
}
