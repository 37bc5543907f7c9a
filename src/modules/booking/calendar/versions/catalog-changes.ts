import { Injectable } from '@nestjs/common';
import { EventBus } from '../../../../core/events/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { CatalogVersionsRepository } from './catalog-versions.repository.js';

/** Says that the catalog of a company is another one now; every write of the catalog ends here. */
@Injectable()
export class CatalogChanges {
  constructor(
    private readonly versions: CatalogVersionsRepository,
    private readonly bus: EventBus,
  ) {}

  /** Called after the write, so that whoever reads the new version reads what was written too. */
  async publishChange(scope: CompanyScope): Promise<void> {
    await this.versions.increment(scope);
    this.bus.emit('catalog.changed', { companyId: scope.id });
  }
}
