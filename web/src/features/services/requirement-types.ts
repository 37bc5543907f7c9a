import type { ResourceType } from '#web/features/resources/resources-queries.ts';
import type { Service } from './services-queries.ts';

/** The unit of time in which the places of a stay are counted. */
const STAY_CELLS = { boarding: 'night', daycare: 'half_day' } as const;

/** The types of places that a service of this kind may take. */
export const fittingTypes = (types: readonly ResourceType[], kind: Service['kind']): ResourceType[] =>
  types.filter(({ cell }) => (kind === 'timed' ? cell === '5min' || cell === '15min' : cell === STAY_CELLS[kind]));
