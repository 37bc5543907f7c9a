import { ApiProperty } from '@nestjs/swagger';

/** The multipart form of a logo; only documents it, since the upload is checked by its bytes. */
export class UploadLogoDto {
  @ApiProperty({ type: 'string', format: 'binary' })
  file!: unknown;
}
