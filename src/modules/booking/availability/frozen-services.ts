import type { BookableService, CatalogSnapshot } from '../catalog/index.js';

/**
 * A catalog in which these services are as they were, and can be had by everybody: whoever has an appointment may move
 * it though the service was changed, switched off or deleted since.
 * @returns the catalog itself where nothing has changed, so that what was made from it is used again
 */
export function withServices(catalog: CatalogSnapshot, frozen: readonly BookableService[]): CatalogSnapshot {
  const isAsBefore = ({ _id, revision }: BookableService): boolean =>
    catalog.services.some((one) => one._id.equals(_id) && one.revision === revision && one.active && one.public);
  if (frozen.every(isAsBefore)) return catalog;
  const others = catalog.services.filter(({ _id }) => !frozen.some((one) => one._id.equals(_id)));
  const open = frozen.map((service) => ({ ...service, active: true, public: true }));
  return { ...catalog, services: [...others, ...open] };
}
