import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import {
  type FlowEvent,
  type FlowFacts,
  foldWords,
  LIMITS,
  matchesTrigger,
  type NodeOf,
} from '../../flow-core/index.js';
import { type LiveFlow, LiveFlows } from '../../flows/index.js';
import { FlowRunsRepository } from '../flow-runs.repository.js';
import type { Activation } from './activation.js';
import { Activations, type Place, type RunStart } from './activations.service.js';
import { RunDriver } from './run-driver.service.js';

const HOUR_MS = 3_600_000;
const DAY_MS = 24 * HOUR_MS;

export interface Candidate {
  readonly flow: LiveFlow;
  readonly trigger: NodeOf<'trigger'>;
}

/** What happened, and the values for the run that it starts. */
export interface Happening extends Omit<RunStart, 'flow' | 'trigger'> {
  readonly key: string;
  readonly event: FlowEvent;
  /** Absent: a trigger fits the event. */
  readonly cause?: 'start_flow' | 'restart';
}

/** The triggers that fit, the first to start first: by priority, then by the name of the flow. */
export function candidatesFor(flows: readonly LiveFlow[], event: FlowEvent): Candidate[] {
  return flows
    .filter(({ channel_ids }) => channel_ids.length === 0 || channel_ids.includes(event.channel_id ?? ''))
    .flatMap((flow) => flow.triggers.map((trigger) => ({ flow, trigger })))
    .filter(({ trigger }) => matchesTrigger(trigger.data, event))
    .sort(byPriority);
}

/** The flows whose keyword is the whole message. */
export function namedBy(flows: readonly LiveFlow[], event: FlowEvent): Candidate[] {
  const text = foldWords(event.text ?? '');
  if (text === '') return [];
  return candidatesFor(flows, event).filter(
    ({ trigger: { data } }) => data.kind === 'keyword' && data.words?.some((word) => foldWords(word) === text),
  );
}

/** Starts the first flow that fits what happened. */
@Injectable()
export class RunStarter {
  constructor(
    private readonly flows: LiveFlows,
    private readonly runs: FlowRunsRepository,
    private readonly activations: Activations,
    private readonly driver: RunDriver,
  ) {}

  liveOf(scope: CompanyScope): Promise<readonly LiveFlow[]> {
    return this.flows.liveOf(scope);
  }

  /** @param among the candidates in their order @returns whether a run was started */
  async startFirst(place: Place, happening: Happening, among: readonly Candidate[]): Promise<boolean> {
    const facts = once(() => this.factsFor(place, happening));
    for (const candidate of among) {
      if (!(await this.mayStart(place, candidate, facts))) continue;
      if (await this.start(place, happening, candidate, await facts())) return true;
    }
    return false;
  }

  /** Those of the candidates that may start now, by their frequency and hours. */
  async startable(place: Place, happening: Happening, among: readonly Candidate[]): Promise<Candidate[]> {
    const facts = once(() => this.factsFor(place, happening));
    const able: Candidate[] = [];
    for (const candidate of among) if (await this.mayStart(place, candidate, facts)) able.push(candidate);
    return able;
  }

  /** Does not check `once_per_hours` and `active_hours`. */
  async start(place: Place, happening: Happening, { flow, trigger }: Candidate, known?: FlowFacts): Promise<boolean> {
    const { key, event: _event, cause, ...more } = happening;
    const kind = cause ?? trigger.data.kind;
    const facts = known ?? (await this.factsFor(place, happening));
    const started = { ...more, flow, trigger: { kind, key, node_id: trigger.id } };
    const activation = await this.activations.ofNew(place, started, facts);
    if (await this.isMuted(place, activation)) return false;
    return this.driver.advance(activation, { kind: 'go_on' });
  }

  /** After the last message of a day one run shows the limit; more runs would show the same. */
  private async isMuted({ scope, conversation }: Place, { sentToday }: Activation): Promise<boolean> {
    if (sentToday < LIMITS.messagesOfContactPerDay) return false;
    return this.runs.hasReachedLimitSince(scope, conversation.contact_id, new Date(Date.now() - DAY_MS));
  }

  private async factsFor(place: Place, { event, appointment_id }: Happening): Promise<FlowFacts> {
    const facts = await this.activations.factsOf(place, appointment_id);
    return event.text === undefined ? facts : { ...facts, last_text: event.text };
  }

  private async mayStart(place: Place, candidate: Candidate, facts: () => Promise<FlowFacts>): Promise<boolean> {
    if (await this.startedLately(place, candidate)) return false;
    const { active_hours: hours = 'always' } = candidate.trigger.data;
    return hours === 'always' || (hours === 'open') === (await facts()).is_open_now;
  }

  private startedLately({ scope, conversation }: Place, { flow, trigger }: Candidate): Promise<boolean> {
    const { once_per_hours: hours } = trigger.data;
    if (hours === undefined) return Promise.resolve(false);
    const named: { flow_id: Types.ObjectId; node_id: string } = { flow_id: flow._id, node_id: trigger.id };
    const since = new Date(Date.now() - hours * HOUR_MS);
    return this.runs.hasStartedSince(scope, conversation.contact_id, named, since);
  }
}

/** Facts are read only if somebody needs them. */
function once<T>(read: () => Promise<T>): () => Promise<T> {
  let value: Promise<T> | undefined;
  return () => (value ??= read());
}

function byPriority(a: Candidate, b: Candidate): number {
  const priority = (b.trigger.data.priority ?? 0) - (a.trigger.data.priority ?? 0);
  return priority || a.flow.name.localeCompare(b.flow.name);
}
