import { ApiProperty } from '@nestjs/swagger';
import type { Resource } from '../resource.schema.js';
import {
  RESOURCE_CELLS,
  RESOURCE_KINDS,
  type ResourceCell,
  type ResourceKind,
  type ResourceType,
} from '../resource-type.schema.js';
import { ResourceAttributesDto } from './resource-input.dto.js';

export class ResourceTypeDto {
  @ApiProperty()
  _id!: string;

  @ApiProperty()
  company_id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty({ enum: RESOURCE_KINDS })
  kind!: ResourceKind;

  @ApiProperty({ enum: RESOURCE_CELLS })
  cell!: ResourceCell;

  @ApiProperty()
  pad_after_min!: number;

  @ApiProperty({ description: 'Grows with every change; for If-Match' })
  version!: number;

  @ApiProperty()
  created_at!: Date;

  @ApiProperty()
  updated_at!: Date;
}

/** One page of resource types, the oldest first. */
export class ResourceTypePageDto {
  @ApiProperty({ type: [ResourceTypeDto] })
  items!: ResourceTypeDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export class ResourceDto {
  @ApiProperty()
  _id!: string;

  @ApiProperty()
  company_id!: string;

  @ApiProperty()
  resource_type_id!: string;

  @ApiProperty()
  name!: string;

  @ApiProperty()
  capacity!: number;

  @ApiProperty({ type: ResourceAttributesDto })
  attributes!: ResourceAttributesDto;

  @ApiProperty()
  active!: boolean;

  @ApiProperty({ description: 'Grows with every change; for If-Match' })
  version!: number;

  @ApiProperty()
  created_at!: Date;

  @ApiProperty()
  updated_at!: Date;
}

/** One page of resources, the oldest first. */
export class ResourcePageDto {
  @ApiProperty({ type: [ResourceDto] })
  items!: ResourceDto[];

  @ApiProperty({ type: String, nullable: true })
  nextCursor!: string | null;
}

export function toResourceTypeDto(type: ResourceType): ResourceTypeDto {
  const { is_fixed: _fixed, revision, _id, company_id, ...fields } = type;
  return { ...fields, version: revision, _id: _id.toHexString(), company_id: company_id.toHexString() };
}

export function toResourceDto(resource: Resource): ResourceDto {
  const { revision, _id, company_id, resource_type_id, ...fields } = resource;
  return {
    ...fields,
    version: revision,
    _id: _id.toHexString(),
    company_id: company_id.toHexString(),
    resource_type_id: resource_type_id.toHexString(),
  };
}
