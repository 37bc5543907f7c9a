import { Prop, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { tenantSchema, type VersionedDocument } from '../../../../core/tenancy/index.js';
import type { StopReason } from '../../flow-core/index.js';
import type { SimulationSetupDto } from '../simulation/simulation.dto.js';

const { Mixed } = MongooseSchema.Types;

/** What a flow must do in a scenario. A part that is absent is not checked. */
export interface ScenarioExpectation {
  /** Null: it still waits at the end. */
  stop_reason?: StopReason | null;
  /** Ids of nodes. */
  must_visit?: string[];
  /** Each is a part of something that the flow says. */
  says?: string[];
}

/** A conversation that a flow must pass before it is published. */
@Schema({ collection: 'flow_scenarios' })
export class FlowScenario implements VersionedDocument {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;
  created_at!: Date;
  updated_at!: Date;

  @Prop({ type: Types.ObjectId, required: true })
  flow_id!: Types.ObjectId;

  @Prop({ type: String, required: true })
  name!: string;

  /** With the start time of the conversation, so that the result does not depend on the day of the test. */
  @Prop({ type: Mixed, required: true })
  setup!: SimulationSetupDto & { now: string };

  @Prop({ type: Mixed, required: true })
  expected!: ScenarioExpectation;

  @Prop({ type: Number, default: 0 })
  revision!: number;
}

export const FlowScenarioSchema = tenantSchema(FlowScenario);
FlowScenarioSchema.index({ company_id: 1, flow_id: 1, _id: 1 });
