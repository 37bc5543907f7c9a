import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import { type Model, Types } from 'mongoose';
import { AppError } from '../../../../core/errors/index.js';
import {
  type CompanyScope,
  OLDEST_FIRST,
  type Page,
  type PageRequest,
  QUERY_TIMEOUT_MS,
  VersionedRepository,
} from '../../../../core/tenancy/index.js';
import { FlowScenario } from './flow-scenario.schema.js';

export type NewScenario = Pick<FlowScenario, 'flow_id' | 'name' | 'setup' | 'expected'>;

/** The scenarios of flows. */
@Injectable()
export class ScenariosRepository extends VersionedRepository<FlowScenario> {
  constructor(@InjectModel(FlowScenario.name) model: Model<FlowScenario>) {
    super(model, 'Scenario');
  }

  /** The oldest first. */
  list(scope: CompanyScope, flowId: Types.ObjectId, request: PageRequest): Promise<Page<FlowScenario>> {
    return this.page(scope, { flow_id: flowId }, OLDEST_FIRST, request);
  }

  /** The oldest first. */
  ofFlow(scope: CompanyScope, flowId: Types.ObjectId): Promise<FlowScenario[]> {
    return this.collection.find(scope, { flow_id: flowId }, { sort: { _id: 1 } });
  }

  /** @throws AppError NOT_FOUND, also for a scenario of another flow */
  async get(scope: CompanyScope, flowId: Types.ObjectId, id: Types.ObjectId): Promise<FlowScenario> {
    const scenario = await this.collection.findOne(scope, { _id: id, flow_id: flowId });
    if (!scenario) throw AppError.notFound('Scenario');
    return scenario;
  }

  countOf(scope: CompanyScope, flowId: Types.ObjectId): Promise<number> {
    return this.count(scope, { flow_id: flowId });
  }

  /** Numbers of scenarios by the hex id of the flow. */
  async counts(scope: CompanyScope, flowIds: readonly Types.ObjectId[]): Promise<ReadonlyMap<string, number>> {
    const rows = await this.model
      .aggregate<{ _id: Types.ObjectId; scenarios: number }>([
        { $match: this.scoped(scope, { flow_id: { $in: [...flowIds] } }) },
        { $group: { _id: '$flow_id', scenarios: { $sum: 1 } } },
      ])
      .option({ maxTimeMS: QUERY_TIMEOUT_MS });
    return new Map(rows.map(({ _id, scenarios }) => [_id.toHexString(), scenarios]));
  }

  async add(scope: CompanyScope, scenario: NewScenario): Promise<FlowScenario> {
    return this.collection.insertOne(scope, stored(scenario));
  }

  async addAll({ companyId: company_id }: CompanyScope, scenarios: readonly NewScenario[]): Promise<void> {
    if (scenarios.length === 0) return;
    await this.collection.insertMany(scenarios.map((one) => ({ ...stored(one), company_id })));
  }

  /** Copies the scenarios of a flow to another one. */
  async copy(scope: CompanyScope, from: Types.ObjectId, to: Types.ObjectId): Promise<void> {
    const scenarios = await this.ofFlow(scope, from);
    await this.addAll(
      scope,
      scenarios.map(({ name, setup, expected }) => ({ flow_id: to, name, setup, expected })),
    );
  }

  removeOfFlow(scope: CompanyScope, flowId: Types.ObjectId): Promise<number> {
    return this.collection.deleteMany(scope, { flow_id: flowId });
  }
}

function stored(scenario: NewScenario): Omit<FlowScenario, 'company_id'> {
  const now = new Date();
  return { _id: new Types.ObjectId(), ...scenario, revision: 0, created_at: now, updated_at: now };
}
