import { ApiProperty } from '@nestjs/swagger';

const KINDS = ['image', 'video', 'audio', 'file'] as const;

export class UploadFileDto {
  @ApiProperty({ type: 'string', format: 'binary' })
  file!: unknown;
}

/** Ready to be an attachment of a message. */
export class UploadedFileDto {
  /** Absolute, since the platform fetches it from there. Whoever has it can open the file. */
  url!: string;

  @ApiProperty({ enum: KINDS })
  type!: (typeof KINDS)[number];

  /** By the file's own bytes. */
  mime_type!: string;

  /** Bytes. */
  size!: number;
}
