import { Injectable, Logger } from '@nestjs/common';
import { AppConfig } from '../../../core/config/index.js';
import { KeyedLocks } from '../../../core/locks/index.js';
import { CompaniesService } from '../../accounts/companies/index.js';
import { DEMO_COMPANIES } from './data/index.js';
import { DemoInboxSeeder } from './demo-inbox-seeder.js';
import { DemoCompanySeeder } from './demo-company-seeder.js';
import { DemoSeedsRepository } from './demo-seeds.repository.js';
import { writeSandboxMemory } from './sandbox/sandbox-memory.js';

const SEED_LOCK = 'demo-seed';

/** Fills an empty installation once. The next start finishes an interrupted run. */
@Injectable()
export class DemoSeeder {
  private readonly logger = new Logger(DemoSeeder.name);

  constructor(
    private readonly config: AppConfig,
    private readonly locks: KeyedLocks,
    private readonly seeds: DemoSeedsRepository,
    private readonly installation: CompaniesService,
    private readonly companies: DemoCompanySeeder,
    private readonly channels: DemoInboxSeeder,
  ) {}

  /** @returns whether the demo companies exist */
  async run(): Promise<boolean> {
    if (!this.config.sandbox || this.config.isProduction) return false;
    if ((await this.seeds.find())?.finished_at) return true;
    // One of several processes seeds, and the others wait for it.
    return this.locks.withLock(SEED_LOCK, () => this.seed());
  }

  /** Call it when the sandbox runs. */
  async proveChannels(): Promise<void> {
    try {
      for (const company of DEMO_COMPANIES) await this.channels.prove(company);
    } catch (error) {
      this.logger.warn(`the demo's accounts are not all connected: ${(error as Error).message}`);
    }
  }

  private async seed(): Promise<boolean> {
    const begun = await this.seeds.find();
    if (begun?.finished_at) return true;
    if (!begun && (await this.installation.haveAny())) return false;
    const { created_at } = begun ?? (await this.seeds.begin());
    for (const company of DEMO_COMPANIES) await this.companies.plant(company, created_at);
    writeSandboxMemory(this.config.dataDir, created_at);
    await this.seeds.finish();
    this.logger.log(`${DEMO_COMPANIES.length} demo companies are in place`);
    return true;
  }
}
