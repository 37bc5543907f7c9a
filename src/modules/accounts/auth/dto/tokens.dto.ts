import { ApiProperty } from '@nestjs/swagger';

/** What a client needs to make calls and to stay logged in. */
export class TokensDto {
  @ApiProperty({ description: 'JWT for `Authorization: Bearer`' })
  accessToken!: string;

  @ApiProperty({ required: false, description: 'Opaque; good for one refresh. Absent in cookie mode' })
  refreshToken?: string;

  @ApiProperty({ description: 'Life of the access token in seconds', example: 900 })
  expiresIn!: number;
}
