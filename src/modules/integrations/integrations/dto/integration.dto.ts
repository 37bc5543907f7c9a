import { ApiProperty } from '@nestjs/swagger';
import {
  type IntegrationCard,
  INTEGRATION_STATES,
  type IntegrationState,
} from '../../../../core/integrations/index.js';

export class IntegrationErrorDto {
  message!: string;
  at!: Date;
}

export class IntegrationHealthDto {
  @ApiProperty({ type: Date, nullable: true })
  last_success_at!: Date | null;
  @ApiProperty({ type: IntegrationErrorDto, nullable: true, description: 'Null while all is well' })
  last_error!: IntegrationErrorDto | null;
}

export class IntegrationDto implements IntegrationCard {
  id!: string;
  @ApiProperty({ example: 'channel' })
  kind!: string;
  name!: string;
  @ApiProperty({ enum: INTEGRATION_STATES, description: '`attention`: it needs a person' })
  state!: IntegrationState;
  @ApiProperty({ type: IntegrationHealthDto })
  health!: IntegrationHealthDto;
}

export class IntegrationListDto {
  @ApiProperty({ type: [IntegrationDto] })
  items!: IntegrationDto[];
  @ApiProperty({ type: String, nullable: true, description: 'Always null: a company has few integrations' })
  nextCursor!: string | null;
}
