import { ApiProperty } from '@nestjs/swagger';
import { type Role, ROLES } from '../../../../core/auth-guards/index.js';
import { USER_STATES, type UserState } from '../schemas/user.schema.js';

/** A user as colleagues see them. */
export class UserDto {
  @ApiProperty()
  _id!: string;

  @ApiProperty()
  company_id!: string;

  @ApiProperty()
  email!: string;

  @ApiProperty({ description: 'The user has confirmed the e-mail address. Only then may the user invite others' })
  email_verified!: boolean;

  @ApiProperty()
  full_name!: string;

  @ApiProperty({ enum: ROLES })
  role!: Role;

  @ApiProperty({ enum: USER_STATES })
  state!: UserState;

  @ApiProperty({ type: String, nullable: true, description: 'Overrides the locale of the company' })
  locale!: string | null;

  @ApiProperty({ type: String, nullable: true, description: 'A signed address, good for an hour' })
  avatar_url!: string | null;

  @ApiProperty({ type: Date, nullable: true })
  last_login_at!: Date | null;

  @ApiProperty({ description: 'Grows with every change; for If-Match' })
  version!: number;

  @ApiProperty()
  created_at!: Date;

  @ApiProperty()
  updated_at!: Date;
}

/** One page of users. */
export class UserPageDto {
  @ApiProperty({ type: [UserDto] })
  items!: UserDto[];

  @ApiProperty({ type: String, nullable: true, description: 'Null at the end' })
  nextCursor!: string | null;
}
