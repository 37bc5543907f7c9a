/** An event of a company with 500 live flows: reading them as the engine does, and finding the triggers that fit. Needs a build. */
import mongoose from 'mongoose';
import type { FlowEvent, NodeOf, TriggerData } from '../../src/modules/automation/flow-core/index.js';
import type { LiveFlow, LiveFlows } from '../../src/modules/automation/flows/live/live-flows.js';
import type { FlowVersion } from '../../src/modules/automation/flows/schemas/flow-version.schema.js';
import type { Flow } from '../../src/modules/automation/flows/schemas/flow.schema.js';
import type { LiveFlowsVersion } from '../../src/modules/automation/flows/schemas/live-flows-version.schema.js';
import type { CompanyScope } from '../../src/core/tenancy/index.js';
import { median, percentile, ROUNDS, sequential } from './measure.ts';

const FLOWS = 500;
const EVENTS = 1_000;
const READS = 200;
const CHANNEL = 'c'.repeat(24);
const TEXTS = [
  'Hi, can I bring Rex at ten tomorrow? He needs a wash and his nails cut.',
  'quanto custa o banho 137?',
  'PRICE499 please',
  'Obrigada! 🐶',
];

interface Timing {
  p50: number;
  p99: number;
}
export interface FlowTriggersResult {
  /** Over the list that `LiveFlows` keeps. */
  match: Timing;
  /** With the read of `LiveFlows`, which asks the database for the number of changes. */
  withRead: Timing;
}

/** Milliseconds; medians of five rounds after one to warm up. */
export async function benchFlowTriggers(databaseUri: string): Promise<FlowTriggersResult> {
  const { candidatesFor, CompanyScope: Scope } = await builtCode();
  const connection = await mongoose.createConnection(databaseUri).asPromise();
  const scope = Scope.of(new mongoose.Types.ObjectId());
  const live = await liveFlows(connection, scope);
  const kept = await live.liveOf(scope);
  if (kept.length !== FLOWS) throw new Error(`${kept.length} flows are live`);
  const eventOf = (index: number): FlowEvent => {
    return { kind: 'message', channel_id: CHANNEL, text: `${TEXTS[index % TEXTS.length]} ${index}` };
  };
  const match = (flows: readonly LiveFlow[], index: number): void => {
    if (candidatesFor(flows, eventOf(index)).length === 0) throw new Error('The flow for any message does not fit');
  };
  const rounds: FlowTriggersResult[] = [];
  for (let round = 0; round <= ROUNDS; round++) {
    const own = await sequential(EVENTS, (index) => Promise.resolve(match(kept, index)));
    const read = await sequential(READS, async (index) => match(await live.liveOf(scope), index));
    if (round > 0) rounds.push({ match: timingOf(own), withRead: timingOf(read) });
  }
  await connection.close();
  const of = (pick: keyof FlowTriggersResult): Timing => ({
    p50: median(rounds.map((round) => round[pick].p50)),
    p99: median(rounds.map((round) => round[pick].p99)),
  });
  return { match: of('match'), withRead: of('withRead') };
}

const timingOf = (values: readonly number[]): Timing => ({ p50: median(values), p99: percentile(values, 0.99) });

const FLOWS_FOLDER = 'modules/automation/flows';

/** Classes with decorators run from the build only. @param path below `dist` */
async function built<T>(path: string): Promise<T> {
  return (await import(new URL(`../../dist/${path}`, import.meta.url).href)) as T;
}

async function builtCode() {
  const [tenancy, starter, live, counter, flows, versions, flow, version, change] = await Promise.all([
    built<typeof import('../../src/core/tenancy/index.js')>('core/tenancy/index.js'),
    built<typeof import('../../src/modules/automation/flow-runs/engine/run-starter.service.js')>(
      'modules/automation/flow-runs/engine/run-starter.service.js',
    ),
    built<typeof import('../../src/modules/automation/flows/live/live-flows.js')>(`${FLOWS_FOLDER}/live/live-flows.js`),
    built<typeof import('../../src/modules/automation/flows/live/live-flows-versions.repository.js')>(
      `${FLOWS_FOLDER}/live/live-flows-versions.repository.js`,
    ),
    built<typeof import('../../src/modules/automation/flows/flows.repository.js')>(
      `${FLOWS_FOLDER}/flows.repository.js`,
    ),
    built<typeof import('../../src/modules/automation/flows/flow-versions.repository.js')>(
      `${FLOWS_FOLDER}/flow-versions.repository.js`,
    ),
    built<typeof import('../../src/modules/automation/flows/schemas/flow.schema.js')>(
      `${FLOWS_FOLDER}/schemas/flow.schema.js`,
    ),
    built<typeof import('../../src/modules/automation/flows/schemas/flow-version.schema.js')>(
      `${FLOWS_FOLDER}/schemas/flow-version.schema.js`,
    ),
    built<typeof import('../../src/modules/automation/flows/schemas/live-flows-version.schema.js')>(
      `${FLOWS_FOLDER}/schemas/live-flows-version.schema.js`,
    ),
  ]);
  return { ...tenancy, ...starter, ...live, ...counter, ...flows, ...versions, ...flow, ...version, ...change };
}

async function liveFlows(connection: mongoose.Connection, scope: CompanyScope): Promise<LiveFlows> {
  const built = await builtCode();
  const model = <T>(name: string, schema: unknown): mongoose.Model<T> =>
    connection.model(name, schema as mongoose.Schema) as unknown as mongoose.Model<T>;
  const flows = model<Flow>(built.Flow.name, built.FlowSchema);
  const versions = model<FlowVersion>(built.FlowVersion.name, built.FlowVersionSchema);
  const changes = model<LiveFlowsVersion>(built.LiveFlowsVersion.name, built.LiveFlowsVersionSchema);
  const rows = Array.from({ length: FLOWS }, (_, index) => ({
    company_id: scope.companyId,
    ...{ name: `Flow ${index}`, name_key: `flow ${index}`, channel_ids: [], status: 'live', live_version: 1 },
    live_triggers: triggersOf(index),
  }));
  await flows.collection.insertMany(rows);
  const counter = new built.LiveFlowsVersionsRepository(changes);
  await counter.increment(scope);
  return new built.LiveFlows(new built.FlowsRepository(flows), new built.FlowVersionsRepository(versions), counter);
}

/** Keywords of every flow, patterns of every tenth, tags of every fifth, and one flow for any message. */
function triggersOf(index: number): NodeOf<'trigger'>[] {
  const data: TriggerData[] = [{ kind: 'keyword', words: [`price${index}`, `banho ${index}`, `horário ${index}`] }];
  if (index % 10 === 0) data.push({ kind: 'keyword', pattern: `(order|pedido) ${index}[0-9]{3}` });
  if (index % 5 === 0) data.push({ kind: 'tag_added', tag: `tag ${index}` });
  if (index === 0) data.push({ kind: 'any_message', priority: -1 });
  return data.map((each, place) => ({ id: `t${place}`, type: 'trigger', position: { x: 0, y: 0 }, data: each }));
}
