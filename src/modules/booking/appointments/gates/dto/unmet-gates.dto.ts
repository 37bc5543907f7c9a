import { ApiProperty } from '@nestjs/swagger';
import { EXAMPLE_IDS, Id, Instant, QueryIds } from '../../../../../core/http/index.js';
import { MAX_PETS } from '../../../engine/index.js';
import { toFinding } from '../../appointment.view.js';
import { FindingDto } from '../../dto/appointment.dto.js';
import type { UnmetGates } from '../gates.service.js';

export class UnmetGatesQueryDto {
  @Id({ example: EXAMPLE_IDS.contact })
  contact_id!: string;

  @Id({ example: EXAMPLE_IDS.service })
  service_id!: string;

  @QueryIds(MAX_PETS)
  pet_ids?: string[];

  @Instant({ example: '2030-01-07T09:00:00Z' })
  starts_at!: string;

  @Instant({ example: '2030-01-07T10:00:00Z' })
  ends_at!: string;
}

export class UnmetGatesDto {
  @ApiProperty({ type: [FindingDto], description: 'The visit cannot be booked before these are met' })
  blocked_by!: FindingDto[];

  @ApiProperty({ type: [FindingDto], description: 'The appointment would be pending until these are met' })
  pending_on!: FindingDto[];

  @ApiProperty({ type: [FindingDto], description: 'Only a warning' })
  warnings!: FindingDto[];
}

export const toUnmetGatesDto = ({ blocked_by, pending_on, warnings }: UnmetGates): UnmetGatesDto => ({
  blocked_by: blocked_by.map(toFinding),
  pending_on: pending_on.map(toFinding),
  warnings: warnings.map(toFinding),
});
