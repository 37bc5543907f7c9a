import { ApiProperty } from '@nestjs/swagger';
import { Choice, EXAMPLE_IDS, Id, PageQueryDto } from '../../../../core/http/index.js';
import { RUN_STATUSES, type RunStatus, STOP_REASONS, TRIGGER_KINDS } from '../../flow-core/index.js';
import { EFFECT_STATUSES } from '../schemas/flow-run.schema.js';

const DATE = { type: String, format: 'date-time' } as const;
const NULLABLE_DATE = { ...DATE, nullable: true } as const;
const NULLABLE_TEXT = { type: String, nullable: true } as const;

export class ListRunsDto extends PageQueryDto {
  @Id({ optional: true })
  flow_id?: string;

  @Id({ optional: true, example: EXAMPLE_IDS.conversation })
  conversation_id?: string;

  @Choice(RUN_STATUSES, { optional: true, example: 'waiting_input' })
  status?: RunStatus;
}

export class RunTriggerDto {
  @ApiProperty({ enum: [...TRIGGER_KINDS, 'start_flow', 'restart'] }) kind!: string;
  node_id!: string;
}

export class RunContactDto {
  _id!: string;
  full_name!: string;
}

export class RunSummaryDto {
  _id!: string;
  flow_id!: string;
  /** The name of the flow when the run began. */
  flow_name!: string;
  /** The number of the version on which the run stays. */
  version!: number;
  conversation_id!: string;
  contact_id!: string;
  /** Null for an API key without `contacts:read`, and for a deleted contact. */
  @ApiProperty({ type: RunContactDto, nullable: true }) contact!: RunContactDto | null;
  trigger!: RunTriggerDto;
  @ApiProperty({ enum: RUN_STATUSES }) status!: string;
  /** Null until the run ends. */
  @ApiProperty({ enum: STOP_REASONS, nullable: true }) stop_reason!: string | null;
  /** Where the run is, or ended. */
  node_id!: string;
  steps!: number;
  /** The end of the wait; null if it does not wait for a time. */
  @ApiProperty(NULLABLE_DATE) waits_until!: Date | null;
  @ApiProperty(DATE) started_at!: Date;
  @ApiProperty(NULLABLE_DATE) ended_at!: Date | null;
}

export class RunPageDto {
  items!: RunSummaryDto[];
  @ApiProperty(NULLABLE_TEXT) nextCursor!: string | null;
}

export class RunStepDto {
  /** Counts from 1. A node that waits has a second line of the same step. */
  step!: number;
  node_id!: string;
  type!: string;
  @ApiProperty(DATE) at!: string;
  /** The outlet that the run took; null while the node waits, and at the end. */
  @ApiProperty(NULLABLE_TEXT) outlet!: string | null;
  /** For instance the sent text, the taken answer or the code of an error. */
  @ApiProperty(NULLABLE_TEXT) note!: string | null;
}

export class EffectErrorDto {
  code!: string;
  message!: string;
}

export class RunEffectDto {
  step!: number;
  kind!: string;
  /** `planned`: its outcome is not known yet. `cancelled`: the run was ended before it was known. */
  @ApiProperty({ enum: EFFECT_STATUSES }) status!: string;
  @ApiProperty(DATE) at!: Date;
  @ApiProperty({ type: EffectErrorDto, nullable: true }) error!: EffectErrorDto | null;
}

export class RunDto extends RunSummaryDto {
  @ApiProperty({ type: Object, additionalProperties: true }) vars!: Record<string, unknown>;
  log!: RunStepDto[];
  effects!: RunEffectDto[];
}

export class NodeStatsDto {
  node_id!: string;
  /** How often runs came here. */
  entered!: number;
  /** How often they left by each outlet. */
  @ApiProperty({ type: Object, additionalProperties: { type: 'integer' }, example: { next: 12, timeout: 3 } })
  left!: Record<string, number>;
  /** How many runs ended here. */
  ended!: number;
}

export class FlowStatsDto {
  @ApiProperty(DATE) since!: Date;
  runs!: number;
  nodes!: NodeStatsDto[];
  @ApiProperty({ type: Object, additionalProperties: { type: 'integer' }, example: { finished: 9, no_answer: 3 } })
  stop_reasons!: Record<string, number>;
}
