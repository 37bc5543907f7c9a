import { ApiProperty } from '@nestjs/swagger';

/** The multipart form of a picture; only documents it, since the upload is checked by its bytes. */
export class UploadAvatarDto {
  @ApiProperty({ type: 'string', format: 'binary' })
  file!: unknown;
}
