import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { Principal } from '../../../../core/auth-guards/index.js';
import { type CompanyScope, toObjectId } from '../../../../core/tenancy/index.js';
import { FlowsService } from '../flows.service.js';
import { ScenariosRepository } from '../scenarios/scenarios.repository.js';
import type { Flow } from '../schemas/flow.schema.js';
import { secretsIn } from '../secret-steps.js';
import { CompanyThings, keyOf, type Thing } from './company-things.js';
import { EXPORT_FORMAT, EXPORT_VERSION, type ExportedFlow, type Reference } from './exported-flow.js';
import { placeholder, type ReferenceKind, withIds } from './references.js';

/** A thing that a flow names and this company does not have. */
export interface Unresolved {
  readonly kind: ReferenceKind | 'secret';
  readonly name: string;
}

export interface ImportedFlow {
  readonly flow: Flow;
  readonly unresolved: readonly Unresolved[];
}

/** Carries flows from one company to another. */
@Injectable()
export class FlowExchange {
  constructor(
    private readonly flows: FlowsService,
    private readonly scenarios: ScenariosRepository,
    private readonly things: CompanyThings,
  ) {}

  /** The draft with its scenarios. @throws AppError NOT_FOUND */
  async export(scope: CompanyScope, id: Types.ObjectId): Promise<ExportedFlow> {
    const [flow, scenarios, things] = await Promise.all([
      this.flows.get(scope, id),
      this.scenarios.ofFlow(scope, id),
      this.things.all(scope),
    ]);
    const references = new Map<string, Reference>();
    const replace = (kind: ReferenceKind, hex: string): string => {
      const known = references.get(hex) ?? referenceTo(kind, hex, things, placeholder(references.size + 1));
      references.set(hex, known);
      return known.id;
    };
    return {
      format: EXPORT_FORMAT,
      format_version: EXPORT_VERSION,
      name: flow.name,
      channel_ids: flow.channel_ids.map((one) => replace('channel', one.toHexString())),
      graph: withIds(flow.draft, replace),
      scenarios: scenarios.map(({ name, setup, expected }) => ({ name, setup, expected }) as never),
      references: [...references.values()],
      secrets: secretsIn(flow.draft),
    };
  }

  /** Stores a flow as a draft, under a free name. What it names is found by name. @throws AppError FORBIDDEN | LIMIT_REACHED */
  async import(scope: CompanyScope, caller: Principal, exported: ExportedFlow): Promise<ImportedFlow> {
    const [things, secrets] = await Promise.all([this.things.all(scope), this.things.secretNames(scope)]);
    const byKey = new Map(things.map((thing) => [keyOf(thing), thing.id]));
    const found = new Map(exported.references.map((reference) => [reference.id, byKey.get(keyOf(reference))]));
    const replace = (_kind: ReferenceKind, id: string): string => found.get(id) ?? id;
    const flow = await this.flows.addCopy(scope, caller, {
      name: exported.name,
      channel_ids: exported.channel_ids.map((id) => toObjectId(replace('channel', id))),
      graph: withIds(exported.graph, replace),
    });
    const scenarios = exported.scenarios.map((one) => ({ ...one, flow_id: flow._id }));
    await this.scenarios.addAll(scope, scenarios);
    const missing = exported.references.filter(({ id }) => found.get(id) === undefined);
    const missingSecrets = secretsIn(exported.graph).filter((name) => !secrets.includes(name));
    return {
      flow,
      unresolved: [
        ...missing.map(({ kind, name }) => ({ kind, name })),
        ...missingSecrets.map((name) => ({ kind: 'secret' as const, name })),
      ],
    };
  }
}

/** A thing that is gone keeps its place, so that the import reports it. */
function referenceTo(kind: ReferenceKind, hex: string, things: readonly Thing[], id: string): Reference {
  const thing = things.find((one) => one.kind === kind && one.id === hex);
  return { ...(thing ?? { kind, name: 'deleted' }), id };
}
