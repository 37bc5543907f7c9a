import { Injectable } from '@nestjs/common';
import { UserDto } from './dto/user.dto.js';
import type { User } from './schemas/user.schema.js';

/** Makes the wire form of a user; an allow-list, so that no credential can slip out. */
@Injectable()
export class UserPresenter {
  present(user: User): Promise<UserDto> {
    const { email, full_name, role, state, locale, last_login_at, created_at, updated_at } = user;
    return Promise.resolve({
      _id: user._id.toHexString(),
      company_id: user.company_id.toHexString(),
      email,
      full_name,
      role,
      state,
      locale,
      avatar_url: null,
      last_login_at,
      created_at,
      updated_at,
    });
  }
}
