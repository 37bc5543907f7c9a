import { ApiProperty } from '@nestjs/swagger';
import { Id } from '../../../../core/http/index.js';
import { MATCH_REASONS, type MatchReason } from '../contacts.service.js';
import { MERGE_STATES, type MergeState } from '../schemas/contact-merge.schema.js';
import { ContactDto } from './contact.dto.js';

export class MergeContactDto {
  @Id({ description: 'The contact that goes; everything of it moves to the one in the path' })
  contact_id!: string;
}

export class MergeDto {
  @ApiProperty()
  _id!: string;

  @ApiProperty()
  survivor_id!: string;

  @ApiProperty()
  merged_id!: string;

  @ApiProperty({ enum: MERGE_STATES })
  state!: MergeState;

  @ApiProperty({ description: 'Until then the merge can be undone' })
  undo_until!: Date;
}

/** After a merge the survivor; after an undo the contact that came back. */
export class MergeResultDto {
  @ApiProperty({ type: ContactDto })
  contact!: ContactDto;

  @ApiProperty({ type: MergeDto })
  merge!: MergeDto;
}

export class MergeSuggestionDto {
  @ApiProperty({ type: ContactDto })
  contact!: ContactDto;

  @ApiProperty({ enum: MATCH_REASONS, isArray: true })
  reasons!: MatchReason[];
}

export class MergeSuggestionsDto {
  @ApiProperty({ type: [MergeSuggestionDto] })
  items!: MergeSuggestionDto[];
}
