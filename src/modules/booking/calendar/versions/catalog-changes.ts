import { Injectable } from '@nestjs/common';
import { EventBus } from '../../../../core/events/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { CatalogVersionsRepository } from './catalog-versions.repository.js';

/** Every write of the catalog ends here. */
@Injectable()
export class CatalogChanges {
  constructor(
    private readonly versions: CatalogVersionsRepository,
    private readonly bus: EventBus,
  ) {}

  /** Call after the write: readers of the new version then see it. */
  async publishChange(scope: CompanyScope): Promise<void> {
    await this.versions.increment(scope);
    this.bus.emit('catalog.changed', { companyId: scope.id });
  }
}
