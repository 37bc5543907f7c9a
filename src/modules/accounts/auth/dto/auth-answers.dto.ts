import { ApiProperty } from '@nestjs/swagger';
import { CompanyDto } from '../../companies/index.js';
import { UserDto } from '../../users/index.js';
import { TokensDto } from './tokens.dto.js';

export class RegisteredDto {
  @ApiProperty()
  user!: UserDto;

  @ApiProperty()
  company!: CompanyDto;

  @ApiProperty()
  tokens!: TokensDto;
}

export class LoggedInDto {
  @ApiProperty()
  user!: UserDto;

  @ApiProperty()
  tokens!: TokensDto;
}

export class VerifiedDto {
  @ApiProperty({ enum: [true] })
  valid!: true;

  @ApiProperty()
  user!: UserDto;
}
