import { Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import { EventBus } from '../../../../core/events/index.js';
import { defineJob, JobHandler, Jobs, type PayloadOf } from '../../../../core/jobs/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { CompaniesService } from '../../../accounts/companies/index.js';
import { StarterCatalogService } from './starter-catalog.service.js';

const SWEEP_EVERY_MS = 60_000;

export const SetUpStarterCatalog = defineJob<{ companyId: string }>('catalog.set-up-starter');
export const SweepStarterCatalogs = defineJob('catalog.sweep-starters');

/** The sweep finds registrations whose event was lost. */
@Injectable()
export class StarterCatalogScheduler implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    private readonly bus: EventBus,
    private readonly jobs: Jobs,
    private readonly companies: CompaniesService,
    private readonly starters: StarterCatalogService,
  ) {}

  onModuleInit(): void {
    this.bus.on('companies.registered', async ({ companyId, wantsStarter }) => {
      if (wantsStarter) await this.enqueue(companyId);
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.every(SweepStarterCatalogs, SWEEP_EVERY_MS);
  }

  @JobHandler(SetUpStarterCatalog)
  setUp({ companyId }: PayloadOf<typeof SetUpStarterCatalog>): Promise<void> {
    return this.starters.setUp(CompanyScope.of(companyId));
  }

  @JobHandler(SweepStarterCatalogs)
  async sweep(): Promise<void> {
    for (const { _id } of await this.companies.awaitingStarter()) await this.enqueue(_id.toHexString());
  }

  private enqueue(companyId: string): Promise<void> {
    return this.jobs.enqueue(SetUpStarterCatalog, { companyId }, { key: companyId });
  }
}
