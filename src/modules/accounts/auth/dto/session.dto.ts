import { ApiProperty } from '@nestjs/swagger';
import type { Session } from '../schemas/session.schema.js';

/** One open log-in of the caller. */
export class SessionDto {
  @ApiProperty()
  _id!: string;

  @ApiProperty({ description: 'The session of this very request' })
  current!: boolean;

  @ApiProperty({ description: 'Browser or program, as it named itself' })
  user_agent!: string;

  @ApiProperty({ description: 'Address of the log-in' })
  ip!: string;

  @ApiProperty({ description: 'Last log-in or refresh' })
  last_used_at!: Date;

  @ApiProperty()
  expires_at!: Date;

  @ApiProperty()
  created_at!: Date;
}

export class SessionListDto {
  @ApiProperty({ type: [SessionDto] })
  items!: SessionDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Always null: the list is short' })
  nextCursor!: null;
}

export function toSessionDto(session: Session, currentId: string): SessionDto {
  const { user_agent, ip, rotated_at, expires_at, created_at } = session;
  const _id = session._id.toHexString();
  return { _id, current: _id === currentId, user_agent, ip, last_used_at: rotated_at, expires_at, created_at };
}
