import { Injectable } from '@nestjs/common';
import { UrlSigner } from '../../../core/storage/index.js';
import { versionOf } from '../../../core/tenancy/index.js';
import { ProfileDto } from './dto/profile.dto.js';
import { UserDto } from './dto/user.dto.js';
import { DEFAULT_PREFERENCES } from './preferences.js';
import type { User } from './schemas/user.schema.js';

const AVATAR_URL_LIFE_MS = 3_600_000;

/** An allow-list, so that no credential is sent by mistake. */
@Injectable()
export class UserPresenter {
  constructor(private readonly urls: UrlSigner) {}

  /** The user as they see themselves. */
  presentProfile(user: User): ProfileDto {
    return { ...this.present(user), preferences: { ...DEFAULT_PREFERENCES, ...user.preferences } };
  }

  present(user: User): UserDto {
    const {
      email,
      full_name,
      role,
      state,
      locale,
      avatar_key,
      last_login_at,
      created_at,
      updated_at,
      email_verified_at,
    } = user;
    return {
      _id: user._id.toHexString(),
      company_id: user.company_id.toHexString(),
      email,
      email_verified: email_verified_at instanceof Date,
      full_name,
      role,
      state,
      locale,
      avatar_url: avatar_key === null ? null : this.urls.sign(avatar_key, AVATAR_URL_LIFE_MS),
      last_login_at,
      version: versionOf(user),
      created_at,
      updated_at,
    };
  }
}
