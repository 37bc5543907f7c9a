import { Choice, PageQueryDto, QueryFlag, RawText } from '../../../../core/http/index.js';
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

  @QueryFlag({ description: 'Only VIPs, or only others' })
  is_vip?: boolean;

  @QueryFlag({ description: 'Only contacts with pets, or only those without; pages can be shorter than `limit`' })
  has_pets?: boolean;
}
