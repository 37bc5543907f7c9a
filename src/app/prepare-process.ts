import 'reflect-metadata';
import { AppConfig, loadEnvFile } from '../core/config/index.js';
import { type DatabaseAddress, openDatabase } from '../core/database/open-database.js';

export interface PreparedProcess<Code> {
  readonly config: AppConfig;
  readonly database: DatabaseAddress;
  readonly code: Code;
}

/**
 * Reads the environment, then opens the database while the code loads, which takes about as long.
 * @throws Error for bad configuration | EmbeddedDatabaseError | MongoServerSelectionError
 */
export async function prepareProcess<Code>(load: () => Promise<Code>): Promise<PreparedProcess<Code>> {
  loadEnvFile();
  const config = AppConfig.load();
  const [database, code] = await Promise.all([openDatabase(config), load()]);
  return { config, database, code };
}
