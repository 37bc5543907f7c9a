import { Choice, PageQueryDto, RawText } from '../../../../core/http/index.js';
import { MAX_QUERY_LENGTH } from '../../../../core/text/index.js';
import { type Platform, PLATFORMS } from '../schemas/platform.js';
import { MAX_TAG } from './contact-input.dto.js';

export class ContactQueryDto extends PageQueryDto {
  @RawText(MAX_QUERY_LENGTH, { optional: true, description: 'Beginnings of words of name, phone, mail' })
  q?: string;

  @Choice(PLATFORMS, { optional: true })
  platform?: Platform;

  @RawText(MAX_TAG, { optional: true })
  tag?: string;
}
