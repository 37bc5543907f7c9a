import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { CompaniesService } from '../../../accounts/companies/index.js';
import { ChannelDirectory } from '../../../inbox/channels/index.js';
import { type FlowGraph, simulate, type Simulation } from '../../flow-core/index.js';
import type { Flow } from '../schemas/flow.schema.js';
import { factsOf, type SimulationWorld } from './simulated-facts.js';
import type { SimulationSetupDto } from './simulation.dto.js';

/** Simulates conversations with a flow. Nothing is sent, stored or called. */
@Injectable()
export class FlowSimulator {
  constructor(
    private readonly companies: CompaniesService,
    private readonly channels: ChannelDirectory,
  ) {}

  /** @param channel_ids of the flow; the first connected one decides the platform */
  async worldOf(scope: CompanyScope, { channel_ids }: Pick<Flow, 'channel_ids'>): Promise<SimulationWorld> {
    const [company, channels] = await Promise.all([this.companies.get(scope), this.channels.findLive(scope)]);
    const wanted = channel_ids.map((id) => id.toHexString());
    const used = channels.find(({ _id }) => wanted.length === 0 || wanted.includes(_id));
    return { company, platform: used?.platform ?? 'web' };
  }

  play(world: SimulationWorld, graph: FlowGraph, setup: SimulationSetupDto): Simulation {
    const now = setup.now === undefined ? new Date() : new Date(setup.now);
    const { inputs, stubs = {} } = setup;
    return simulate(graph, { facts: factsOf(world, graph, setup, now), inputs, stubs, now });
  }
}
