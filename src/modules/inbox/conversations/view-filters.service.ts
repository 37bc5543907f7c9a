import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { AppError } from '../../../core/errors/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { LabelsService } from '../labels/index.js';
import type { ListFilters } from './conversation-list.js';
import { type AnyView, isView, labelIdOf, viewFilters } from './conversation-views.js';

/** The filters of views, also of those by a label: conversations carry the label's name, the view its id. */
@Injectable()
export class ViewFiltersService {
  constructor(private readonly labels: LabelsService) {}

  /** @throws AppError NOT_FOUND for a label that does not exist */
  async one(scope: CompanyScope, view: AnyView, readerId: Types.ObjectId, now: Date): Promise<ListFilters> {
    const [filters] = await this.many(scope, [view], readerId, now);
    if (!filters) throw AppError.notFound('Label');
    return filters;
  }

  /** In the order of the views; undefined for a label that does not exist. */
  async many(
    scope: CompanyScope,
    views: readonly AnyView[],
    readerId: Types.ObjectId,
    now: Date,
  ): Promise<(ListFilters | undefined)[]> {
    const ids = views.flatMap((view) => labelIdOf(view) ?? []);
    const labels = ids.length > 0 ? await this.labels.getMany(scope, ids) : [];
    const names = new Map(labels.map(({ _id, name }) => [_id.toHexString(), name]));
    return views.map((view) => {
      if (isView(view)) return viewFilters(view, readerId, now);
      const label = names.get(labelIdOf(view) ?? '');
      return label === undefined ? undefined : { status: 'open', label };
    });
  }
}
