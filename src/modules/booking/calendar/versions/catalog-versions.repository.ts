import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model } from 'mongoose';
import { ChangeCounter } from '../../../../core/tenancy/index.js';
import { CatalogVersion } from './catalog-version.schema.js';

/** The number of changes of the catalog of a company. */
@Injectable()
export class CatalogVersionsRepository extends ChangeCounter<CatalogVersion> {
  constructor(@InjectModel(CatalogVersion.name) model: Model<CatalogVersion>) {
    super(model);
  }
}
