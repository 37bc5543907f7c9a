import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { type CompanyScope, TenantRepository } from '../../../../core/tenancy/index.js';
import { AssistantTurn } from '../schemas/assistant-turn.schema.js';

const ANSWERED = ['sent', 'suggested', 'compared', 'handed_off'] as const;

/** A turn that still has all that it knew. */
export type ReplayableTurn = AssistantTurn & {
  readonly facts: NonNullable<AssistantTurn['facts']>;
  readonly draft: NonNullable<AssistantTurn['draft']>;
};

/** Reads the turns that a prompt can be tried on. */
@Injectable()
export class ReplayedTurnsRepository extends TenantRepository<AssistantTurn> {
  constructor(@InjectModel(AssistantTurn.name) model: Model<AssistantTurn>) {
    super(model, 'Assistant turn');
  }

  /** The newest first. */
  async newest(scope: CompanyScope, limit: number): Promise<Types.ObjectId[]> {
    const answered = { state: { $in: [...ANSWERED] }, facts: { $ne: null }, draft: { $ne: null } };
    const options = { sort: { _id: -1 as const }, limit, projection: { _id: 1 } };
    return (await this.collection.find(scope, answered, options)).map(({ _id }) => _id);
  }

  /** Without those that are gone, or whose texts were removed. */
  async whole(scope: CompanyScope, ids: readonly Types.ObjectId[]): Promise<ReplayableTurn[]> {
    const found = await this.collection.find(scope, { _id: { $in: [...ids] } });
    return found.filter((turn): turn is ReplayableTurn => turn.facts !== null && turn.draft !== null);
  }
}
