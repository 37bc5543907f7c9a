import { ApiProperty } from '@nestjs/swagger';
import type { FlowGraph } from '../../flow-core/index.js';
import { graphOf } from '../dto/flow.dto.js';
import { TEMPLATE_CATEGORIES, type TemplateCategory } from './flow-template.js';

export class FlowTemplateDto {
  @ApiProperty({ example: 'welcome', description: 'The same in every language' }) key!: string;
  name!: string;
  description!: string;
  @ApiProperty({ enum: TEMPLATE_CATEGORIES }) category!: TemplateCategory;
  @ApiProperty(graphOf('For POST /flows. Services are left empty, for the company to choose')) graph!: FlowGraph;
}

export class FlowTemplatesDto {
  @ApiProperty({ type: () => [FlowTemplateDto] }) items!: FlowTemplateDto[];
}
