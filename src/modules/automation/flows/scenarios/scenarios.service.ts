import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope, Page, PageRequest } from '../../../../core/tenancy/index.js';
import { tooMany } from '../flows.errors.js';
import { FlowsRepository } from '../flows.repository.js';
import type { FlowScenario } from './flow-scenario.schema.js';
import type { CreateScenarioDto, UpdateScenarioDto } from './scenario.dto.js';
import { type PlayedScenario, ScenarioRunner } from './scenario-runner.js';
import { ScenariosRepository } from './scenarios.repository.js';

export const MAX_SCENARIOS = 50;

/** The conversations that a flow must pass before it is published. */
@Injectable()
export class ScenariosService {
  constructor(
    private readonly flows: FlowsRepository,
    private readonly scenarios: ScenariosRepository,
    private readonly runner: ScenarioRunner,
  ) {}

  /** @throws AppError NOT_FOUND for the flow */
  async list(scope: CompanyScope, flowId: Types.ObjectId, request: PageRequest): Promise<Page<FlowScenario>> {
    await this.flows.getById(scope, flowId);
    return this.scenarios.list(scope, flowId, request);
  }

  /** @throws AppError NOT_FOUND */
  get(scope: CompanyScope, flowId: Types.ObjectId, id: Types.ObjectId): Promise<FlowScenario> {
    return this.scenarios.get(scope, flowId, id);
  }

  /** @throws AppError NOT_FOUND for the flow | LIMIT_REACHED */
  async create(scope: CompanyScope, flowId: Types.ObjectId, input: CreateScenarioDto): Promise<FlowScenario> {
    await this.flows.getById(scope, flowId);
    if ((await this.scenarios.countOf(scope, flowId)) >= MAX_SCENARIOS) throw tooMany('scenarios', MAX_SCENARIOS);
    const { name, expected, ...setup } = plain(input);
    const began = { ...setup, now: setup.now ?? new Date().toISOString() };
    return this.scenarios.add(scope, { flow_id: flowId, name, setup: began, expected });
  }

  /** @throws AppError NOT_FOUND | VERSION_MISMATCH */
  async change(
    scope: CompanyScope,
    flowId: Types.ObjectId,
    id: Types.ObjectId,
    input: UpdateScenarioDto,
    version: number | undefined,
  ): Promise<FlowScenario> {
    await this.scenarios.get(scope, flowId, id);
    const { name, expected, ...setup } = plain(input);
    const change = (current: FlowScenario): Partial<FlowScenario> => ({
      ...(name === undefined ? {} : { name }),
      ...(expected ? { expected } : {}),
      setup: { ...current.setup, ...setup },
    });
    return this.scenarios.change(scope, id, change, version);
  }

  /** @throws AppError NOT_FOUND */
  async remove(scope: CompanyScope, flowId: Types.ObjectId, id: Types.ObjectId): Promise<void> {
    await this.scenarios.get(scope, flowId, id);
    await this.scenarios.deleteById(scope, id);
  }

  /** Runs all of them with the draft. @throws AppError NOT_FOUND */
  async run(scope: CompanyScope, flowId: Types.ObjectId): Promise<PlayedScenario[]> {
    const flow = await this.flows.getById(scope, flowId);
    return this.runner.run(scope, flow, flow.draft);
  }
}

/** A plain object without absent fields, as MongoDB stores it. */
function plain<T>(input: T): T {
  return JSON.parse(JSON.stringify(input)) as T;
}
