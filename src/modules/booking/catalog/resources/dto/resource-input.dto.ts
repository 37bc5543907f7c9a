import {
  Choice,
  Flag,
  Id,
  PageQueryDto,
  Part,
  QueryFlag,
  Text,
  Texts,
  Weight,
  WholeNumber,
} from '../../../../../core/http/index.js';
import { RESOURCE_CELLS, RESOURCE_KINDS, type ResourceCell, type ResourceKind } from '../resource-type.schema.js';

const MAX_NAME = 100;
const MAX_PAD_MIN = 720;
const MAX_CAPACITY = 1_000;
const MAX_SPECIES = 20;

export class CreateResourceTypeDto {
  @Text(MAX_NAME)
  name!: string;

  @Choice(RESOURCE_KINDS)
  kind!: ResourceKind;

  @Choice(RESOURCE_CELLS)
  cell!: ResourceCell;

  @WholeNumber(0, MAX_PAD_MIN, { optional: true, default: 0, description: 'For cleaning; only with cells of minutes' })
  pad_after_min?: number;
}

/** Kind and cell are fixed once there was a resource of the type. */
export class UpdateResourceTypeDto {
  @Text(MAX_NAME, { optional: true })
  name?: string;

  @Choice(RESOURCE_KINDS, { optional: true })
  kind?: ResourceKind;

  @Choice(RESOURCE_CELLS, { optional: true })
  cell?: ResourceCell;

  @WholeNumber(0, MAX_PAD_MIN, { optional: true })
  pad_after_min?: number;
}

/** Which pets a resource is for; what is left out does not matter. */
export class ResourceAttributesDto {
  @Weight({ nullable: true, description: 'The heaviest pet it takes, kilograms' })
  max_kg: number | null = null;

  @Texts(MAX_SPECIES, MAX_NAME, { optional: true, default: [], description: 'Empty: every species' })
  species: string[] = [];

  @Text(MAX_NAME, { nullable: true, description: 'Where it is' })
  area: string | null = null;
}

export class CreateResourceDto {
  @Id()
  resource_type_id!: string;

  @Text(MAX_NAME)
  name!: string;

  @WholeNumber(1, MAX_CAPACITY, { optional: true, default: 1, description: 'Places of a pool; a unit has one' })
  capacity?: number;

  @Part(() => ResourceAttributesDto, { optional: true })
  attributes?: ResourceAttributesDto;

  @Flag({ optional: true, default: true })
  active?: boolean;
}

export class UpdateResourceDto {
  @Text(MAX_NAME, { optional: true })
  name?: string;

  @WholeNumber(1, MAX_CAPACITY, { optional: true, description: 'Lowering it takes nothing from who has a place' })
  capacity?: number;

  @Part(() => ResourceAttributesDto, { optional: true })
  attributes?: ResourceAttributesDto;

  @Flag({ optional: true })
  active?: boolean;
}

export class ResourceQueryDto extends PageQueryDto {
  @Id({ optional: true })
  resource_type_id?: string;

  @QueryFlag()
  active?: boolean;
}
