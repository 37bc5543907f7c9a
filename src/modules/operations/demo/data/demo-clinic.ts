import type { DeskMethod } from '../../../billing/payments/index.js';
import type { CreateResourceDto, CreateServiceDto, ResourceTypesService } from '../../../booking/catalog/index.js';
import type { PutScheduleDto } from '../../../booking/calendar/index.js';

/** The body of a request; fields that are left out take their default. */
type Sent<T> = T extends readonly (infer Item)[]
  ? readonly Sent<Item>[]
  : T extends object
    ? { readonly [Field in keyof T]?: Sent<T[Field]> }
    : T;

export type DemoWeek = Sent<PutScheduleDto['weekly']>;

export type DemoResourceType = Parameters<ResourceTypesService['create']>[1] & {
  resources: readonly (Sent<CreateResourceDto> & { name: string })[];
};

/** Names its resources and staff, since ids come with the seeding. */
export type DemoService = Sent<Omit<CreateServiceDto, 'staff_ids' | 'requirements'>> & {
  name: string;
  duration_min: number;
  /** Mail addresses; left out: all staff. */
  staff?: readonly string[];
  /** Names of resource types; the visit takes one resource of each. */
  takes: readonly string[];
};

export interface DemoAppointment {
  /** Finds the appointment again in a repeated run. */
  key: string;
  service: string;
  customer: string;
  pets: readonly string[];
  /** Counts the days on which the service is offered; 0 is the first, tomorrow at the earliest. */
  day: number;
  /** Local time, HH:MM; the first start that is not before it. */
  from: string;
  nights?: number;
  /** Seconds; the hold is not confirmed. */
  heldSec?: number;
  /** How the customer has paid the price at the desk; left out: not yet. */
  paid?: DeskMethod;
}

export interface DemoClinic {
  /** By mail address. */
  weeks: Readonly<Record<string, DemoWeek>>;
  resourceTypes: readonly DemoResourceType[];
  services: readonly DemoService[];
  appointments: readonly DemoAppointment[];
}
