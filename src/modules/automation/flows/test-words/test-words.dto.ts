import { ApiProperty } from '@nestjs/swagger';
import { RawText, Texts } from '../../../../core/http/index.js';

const MAX_WORDS = 50;
const MAX_LENGTH = 200;

export class TestWordsDto {
  /** One of them must be in the message as a whole word. */
  @Texts(MAX_WORDS, MAX_LENGTH)
  words!: string[];

  /** A regular expression (RE2), in addition to the words. */
  @RawText(MAX_LENGTH, { optional: true })
  pattern?: string;
}

export class MatchedMessageDto {
  _id!: string;
  conversation_id!: string;
  content!: string;
  sent_at!: Date;
}

export class MatchedMessagesDto {
  @ApiProperty({ type: 'integer', description: 'How many messages were looked at; at most 100' }) tested!: number;
  @ApiProperty({ type: () => [MatchedMessageDto], description: 'The messages that would match, the newest first' })
  matches!: MatchedMessageDto[];
}
