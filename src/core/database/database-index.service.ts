import { Injectable, Logger } from '@nestjs/common';
import { InjectConnection } from '@nestjs/mongoose';
import type { Connection, Model } from 'mongoose';
import { AppConfig } from '../config/index.js';

@Injectable()
export class DatabaseIndexService {
  private readonly logger = new Logger(DatabaseIndexService.name);

  constructor(
    @InjectConnection() private readonly connection: Connection,
    private readonly config: AppConfig,
  ) {}

  /**
   * Creates indexes in development and tests. Production only checks, since building an index under load is a
   * decision.
   * @throws Error that lists every missing index
   */
  async prepare(): Promise<void> {
    if (!this.config.isProduction) {
      await this.sync();
      return;
    }
    const missing = await this.missing();
    if (missing.length > 0) {
      throw new Error(`Indexes are missing; run "npm run db:indexes":\n- ${missing.join('\n- ')}`);
    }
  }

  /** Creates the declared indexes and drops all others. @returns one line for each index that was created or dropped */
  async sync(): Promise<string[]> {
    const models = Object.values(this.connection.models);
    const changes = (await Promise.all(models.map(syncModel))).flat();
    this.logger.debug(`indexes of ${models.length} collections are in place, ${changes.length} changed`);
    return changes;
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

async function syncModel(model: Model<unknown>): Promise<string[]> {
  await model.createCollection();
  const { toCreate, toDrop } = await model.diffIndexes();
  if (toCreate.length + toDrop.length > 0) await model.syncIndexes();
  const { name } = model.collection;
  return [
    ...toDrop.map((index) => `dropped ${name} ${index}`),
    ...toCreate.map((index) => `created ${name} ${JSON.stringify(index)}`),
  ];
}
