import { Injectable } from '@nestjs/common';
import { plainToInstance } from 'class-transformer';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import {
  CreateResourceDto,
  CreateServiceDto,
  ResourcesService,
  ResourceTypesService,
  ServicesService,
} from '../../booking/catalog/index.js';
import { PutScheduleDto, StaffSchedulesService } from '../../booking/calendar/index.js';
import type { User } from '../../accounts/users/index.js';
import type { DemoClinic, DemoResourceType, DemoService } from './data/demo-clinic.js';

const EVERYTHING = { limit: 100 };

type Ids = ReadonlyMap<string, string>;

/** Finds existing parts by name. */
@Injectable()
export class DemoClinicSeeder {
  constructor(
    private readonly schedules: StaffSchedulesService,
    private readonly types: ResourceTypesService,
    private readonly resources: ResourcesService,
    private readonly services: ServicesService,
  ) {}

  /** @returns the ids of the services, by name */
  async plant(scope: CompanyScope, clinic: DemoClinic, team: readonly User[]): Promise<Ids> {
    const works = team.filter(({ email }) => clinic.weeks[email]);
    const [types] = await Promise.all([
      this.addTypes(scope, clinic.resourceTypes),
      ...works.map(({ _id, email }) => this.putWeek(scope, _id, clinic.weeks[email] ?? [])),
    ]);
    const staff = new Map(team.map(({ email, _id }) => [email, _id.toHexString()]));
    const [services] = await Promise.all([
      this.addServices(scope, clinic.services, { staff, types }),
      this.addResources(scope, clinic.resourceTypes, types),
    ]);
    return services;
  }

  private putWeek(scope: CompanyScope, staffId: User['_id'], weekly: DemoClinic['weeks'][string]): Promise<unknown> {
    return this.schedules.put(scope, staffId, plainToInstance(PutScheduleDto, { weekly }));
  }

  private async addTypes(scope: CompanyScope, wanted: readonly DemoResourceType[]): Promise<Ids> {
    const { items } = await this.types.list(scope, EVERYTHING);
    return idsByName(items, wanted, ({ resources: _, ...type }) => this.types.create(scope, type));
  }

  private async addResources(scope: CompanyScope, types: readonly DemoResourceType[], ids: Ids): Promise<void> {
    const { items } = await this.resources.list(scope, {}, EVERYTHING);
    const wanted = types.flatMap(({ name, resources }) =>
      resources.map((resource) => ({ ...resource, resource_type_id: String(ids.get(name)) })),
    );
    await idsByName(items, wanted, (resource) =>
      this.resources.create(scope, plainToInstance(CreateResourceDto, resource)),
    );
  }

  private async addServices(
    scope: CompanyScope,
    wanted: readonly DemoService[],
    { staff, types }: { staff: Ids; types: Ids },
  ): Promise<Ids> {
    const { items } = await this.services.list(scope, {}, EVERYTHING);
    return idsByName(items, wanted, ({ staff: doers = [], takes, ...service }) =>
      this.services.create(
        scope,
        plainToInstance(CreateServiceDto, {
          ...service,
          staff_ids: doers.map((email) => staff.get(email)),
          requirements: takes.map((name) => ({ resource_type_id: types.get(name) })),
        }),
      ),
    );
  }
}

/** One after the other: lists show them in this order. */
async function idsByName<T extends { name: string }>(
  there: readonly { name: string; _id: { toHexString(): string } }[],
  wanted: readonly T[],
  create: (one: T) => Promise<{ _id: { toHexString(): string } }>,
): Promise<Ids> {
  const ids = new Map(there.map(({ name, _id }) => [name, _id.toHexString()]));
  for (const one of wanted) if (!ids.has(one.name)) ids.set(one.name, (await create(one))._id.toHexString());
  return ids;
}
