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

  /** As the sender called it. */
  @ApiProperty({ type: String, nullable: true })
  name!: string | null;

  /** Pixels. */
  @ApiProperty({ type: Number, nullable: true })
  width!: number | null;

  @ApiProperty({ type: Number, nullable: true })
  height!: number | null;

  /** Of audio and video. */
  @ApiProperty({ type: Number, nullable: true })
  duration_sec!: number | null;
}
