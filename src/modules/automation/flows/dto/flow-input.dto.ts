import { PartialType } from '@nestjs/swagger';
import { Ids, PageQueryDto, Text, WholeNumber } from '../../../../core/http/index.js';
import type { FlowGraph } from '../../flow-core/index.js';
import { GraphField } from '../graph/graph-field.decorator.js';

export const MAX_NAME_LENGTH = 100;
const MAX_CHANNELS = 50;
const MAX_NOTE_LENGTH = 500;
const MAX_NUMBER = Number.MAX_SAFE_INTEGER;

export class FlowQueryDto extends PageQueryDto {
  /** Only the flow of this name, whatever its case and accents. */
  @Text(MAX_NAME_LENGTH, { optional: true })
  name?: string;
}

export class CreateFlowDto {
  /** Unique in the company, whatever its case and accents. */
  @Text(MAX_NAME_LENGTH)
  name!: string;

  /** The channels of the flow; empty: all channels of the company. */
  @Ids(MAX_CHANNELS, { optional: true })
  channel_ids?: string[];

  /** Left out: one trigger. It may have problems until it is published. */
  @GraphField({ optional: true })
  graph?: FlowGraph;
}

/** Fields that are left out stay as they are. */
export class UpdateFlowDto extends PartialType(CreateFlowDto, { skipNullProperties: false }) {
  /** The `draft_rev` that the change is based on. */
  @WholeNumber(1, MAX_NUMBER)
  draft_rev!: number;
}

export class CheckFlowDto {
  /** Left out: the draft. */
  @GraphField({ optional: true })
  graph?: FlowGraph;
}

export class PublishFlowDto {
  /** What has changed, for the list of versions. */
  @Text(MAX_NOTE_LENGTH, { optional: true })
  note?: string;
}

export class RollbackFlowDto {
  /** The version that becomes live. */
  @WholeNumber(1, MAX_NUMBER)
  number!: number;
}

export class DuplicateFlowDto {
  /** Left out: the name with the next free number. */
  @Text(MAX_NAME_LENGTH, { optional: true })
  name?: string;
}
