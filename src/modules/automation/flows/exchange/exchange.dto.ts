import { ApiProperty } from '@nestjs/swagger';
import { FlowDto } from '../dto/flow.dto.js';
import { ZodField } from '../graph/graph-field.decorator.js';
import type { ExportedFlow } from './exported-flow.js';
import { REFERENCE_KINDS } from './references.js';

export class ImportFlowDto {
  /** What GET /flows/{id}/export has answered. */
  @ZodField('ExportedFlow')
  flow!: ExportedFlow;
}

export class UnresolvedDto {
  @ApiProperty({ enum: [...REFERENCE_KINDS, 'secret'] }) kind!: string;
  name!: string;
}

export class ImportedFlowDto {
  @ApiProperty({ type: () => FlowDto }) flow!: FlowDto;
  @ApiProperty({ type: () => [UnresolvedDto], description: 'What the flow names and the company does not have' })
  unresolved!: UnresolvedDto[];
}
