import type { CreateResourceDto, CreateServiceDto, ResourceTypesService } from '../../../booking/catalog/index.js';
import type { PutScheduleDto } from '../../../booking/calendar/index.js';

/** What somebody would send: whatever is left out takes its default. */
type Sent<T> = T extends readonly (infer Item)[]
  ? readonly Sent<Item>[]
  : T extends object
    ? { readonly [Field in keyof T]?: Sent<T[Field]> }
    : T;

export type DemoWeek = Sent<PutScheduleDto['weekly']>;

/** A sort of thing with all that there are of it. */
export type DemoResourceType = Parameters<ResourceTypesService['create']>[1] & {
  resources: readonly (Sent<CreateResourceDto> & { name: string })[];
};

/** A service that says by name what it takes, since ids come with the seeding. */
export type DemoService = Sent<Omit<CreateServiceDto, 'staff_ids' | 'requirements'>> & {
  name: string;
  duration_min: number;
  /** Mail addresses; none: whoever is there. */
  staff?: readonly string[];
  /** Names of resource types; one of each is taken for the whole visit. */
  takes: readonly string[];
};

/** An appointment in the days after the seeding. */
export interface DemoAppointment {
  /** Tells it from the others, also in a repetition. */
  key: string;
  service: string;
  customer: string;
  pets: readonly string[];
  /** Of those days on which the service is offered, tomorrow at the earliest: 0 the first. */
  day: number;
  /** Local time, HH:MM; the first start that is not before it. */
  from: string;
  nights?: number;
  /** Held so long and not confirmed, seconds. */
  heldSec?: number;
}

/** What a company can be booked for. */
export interface DemoClinic {
  /** By mail address. */
  weeks: Readonly<Record<string, DemoWeek>>;
  resourceTypes: readonly DemoResourceType[];
  services: readonly DemoService[];
  appointments: readonly DemoAppointment[];
}
