import { ApiProperty } from '@nestjs/swagger';
import { CompanyDto } from '../../companies/index.js';
import { ProfileDto } from '../../users/index.js';
import { TokensDto } from './tokens.dto.js';

export class RegisteredDto {
  @ApiProperty()
  user!: ProfileDto;

  @ApiProperty()
  company!: CompanyDto;

  @ApiProperty()
  tokens!: TokensDto;
}

export class LoggedInDto {
  @ApiProperty()
  user!: ProfileDto;

  @ApiProperty()
  tokens!: TokensDto;
}

export class VerifiedDto {
  @ApiProperty({ enum: [true] })
  valid!: true;

  @ApiProperty()
  user!: ProfileDto;
}
