import { ApiProperty } from '@nestjs/swagger';
import { Choice, RawText, Texts, WholeNumber } from '../../../../core/http/index.js';
import { DRAFT_MODES, type DraftMode } from './draft.schema.js';

const MAX_TEXT_LENGTH = 5_000;
const MAX_FILES = 15;
const MAX_FILE_LENGTH = 2_048;

export class DraftQueryDto {
  @Choice(DRAFT_MODES, { optional: true, default: 'reply' })
  mode: DraftMode = 'reply';
}

export class PutDraftDto {
  @Choice(DRAFT_MODES)
  mode!: DraftMode;

  @RawText(MAX_TEXT_LENGTH)
  text!: string;

  /** Addresses that `POST /media` answered; they live for a day. */
  @Texts(MAX_FILES, MAX_FILE_LENGTH, { optional: true })
  files?: string[];

  /** The version that the draft had when the client read it; 0 where there was none. */
  @WholeNumber(0, Number.MAX_SAFE_INTEGER)
  version!: number;
}

export class DraftDto {
  @ApiProperty({ enum: DRAFT_MODES }) mode!: DraftMode;
  text!: string;
  files!: string[];
  /** 0: there is no draft. */
  version!: number;
}
