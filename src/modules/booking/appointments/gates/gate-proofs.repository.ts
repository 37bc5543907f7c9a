import { Injectable } from '@nestjs/common';
import { InjectModel } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import { type CompanyScope, TenantRepository } from '../../../../core/tenancy/index.js';
import { GateProof, type ProofState } from './gate-proof.schema.js';

@Injectable()
export class GateProofsRepository extends TenantRepository<GateProof> {
  constructor(@InjectModel(GateProof.name) model: Model<GateProof>) {
    super(model, 'Proof');
  }

  of(scope: CompanyScope, appointmentIds: readonly Types.ObjectId[]): Promise<GateProof[]> {
    return this.collection.find(scope, { appointment_id: { $in: [...appointmentIds] } }, { sort: { _id: 1 } });
  }

  /** @returns null if the proof was already decided */
  decide(
    scope: CompanyScope,
    id: Types.ObjectId,
    state: ProofState,
    pet_id: Types.ObjectId | null,
  ): Promise<GateProof | null> {
    const waiting = { _id: id, state: 'waiting' as const };
    return this.collection.findOneAndUpdate(scope, waiting, { $set: { state, pet_id, updated_at: new Date() } });
  }
}
