import { setImmediate as otherRequests } from 'node:timers/promises';
import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import type { FlowGraph, Simulation } from '../../flow-core/index.js';
import type { Flow } from '../schemas/flow.schema.js';
import { FlowSimulator } from '../simulation/flow-simulator.js';
import type { FlowScenario } from './flow-scenario.schema.js';
import { type FailedScenario, failuresOf } from './scenario-judge.js';
import { ScenariosRepository } from './scenarios.repository.js';

/** A scenario with what the flow did in it. */
export interface PlayedScenario {
  readonly scenario: FlowScenario;
  readonly simulation: Simulation;
  /** Empty: it passed. */
  readonly failures: readonly string[];
}

/** Runs the scenarios of a flow. */
@Injectable()
export class ScenarioRunner {
  constructor(
    private readonly scenarios: ScenariosRepository,
    private readonly simulator: FlowSimulator,
  ) {}

  /** Lets other requests go on after each scenario. @param graph the draft, or one that is not stored */
  async run(scope: CompanyScope, flow: Flow, graph: FlowGraph): Promise<PlayedScenario[]> {
    const scenarios = await this.scenarios.ofFlow(scope, flow._id);
    if (scenarios.length === 0) return [];
    const world = await this.simulator.worldOf(scope, flow);
    const played: PlayedScenario[] = [];
    for (const scenario of scenarios) {
      const simulation = this.simulator.play(world, graph, scenario.setup);
      played.push({ scenario, simulation, failures: failuresOf(scenario.expected, simulation) });
      await otherRequests();
    }
    return played;
  }

  /** The scenarios that the graph does not pass. */
  async failuresOf(scope: CompanyScope, flow: Flow, graph: FlowGraph): Promise<FailedScenario[]> {
    const played = await this.run(scope, flow, graph);
    return played.flatMap(({ scenario: { _id, name }, failures }) =>
      failures.length > 0 ? [{ _id: _id.toHexString(), name, failures }] : [],
    );
  }
}
