import type { BookableService, CatalogSnapshot } from '../catalog/index.js';

/**
 * Replaces services by their copies in an appointment, so that it can move after the service has changed. @returns the same catalog if
 * nothing differs
 */
export function withServices(catalog: CatalogSnapshot, frozen: readonly BookableService[]): CatalogSnapshot {
  const isAsBefore = ({ _id, revision }: BookableService): boolean =>
    catalog.services.some((one) => one._id.equals(_id) && one.revision === revision && one.active && one.public);
  if (frozen.every(isAsBefore)) return catalog;
  const others = catalog.services.filter(({ _id }) => !frozen.some((one) => one._id.equals(_id)));
  const open = frozen.map((service) => ({ ...service, active: true, public: true }));
  return { ...catalog, services: [...others, ...open] };
}
