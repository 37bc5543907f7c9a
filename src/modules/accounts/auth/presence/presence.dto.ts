import { ApiProperty } from '@nestjs/swagger';

/** Whether a colleague has the app open. */
export class PresenceDto {
  @ApiProperty()
  user_id!: string;

  @ApiProperty({ description: 'The app is open on at least one device' })
  online!: boolean;

  @ApiProperty({ type: Date, nullable: true, description: 'Last log-in or refresh of a token; null: never' })
  last_seen_at!: Date | null;
}

export class PresenceListDto {
  @ApiProperty({ type: [PresenceDto] })
  items!: PresenceDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Always null: the list has all users' })
  nextCursor!: null;
}
