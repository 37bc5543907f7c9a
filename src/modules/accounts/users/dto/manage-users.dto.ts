import { Choice, Email, Flag, NoWebAddress, Text } from '../../../../core/http/index.js';
import { COMPANY_LOCALES, type CompanyLocale } from '../../companies/index.js';

export const MAX_NAME_LENGTH = 120;
/** A person becomes an owner only after accepting, so that a company cannot be left to an address that nobody reads. */
const INVITED_ROLES = ['manager', 'staff'] as const;
const ASSIGNABLE_ROLES = ['owner', 'manager', 'staff'] as const;

export class InviteUserDto {
  @Email()
  email!: string;

  @Choice(INVITED_ROLES)
  role!: (typeof INVITED_ROLES)[number];

  @Text(MAX_NAME_LENGTH, { optional: true, empty: true })
  @NoWebAddress()
  full_name?: string;

  @Choice(COMPANY_LOCALES, { nullable: true })
  locale?: CompanyLocale | null;
}

/** Fields that are left out stay as they are. */
export class UpdateUserDto {
  @Text(MAX_NAME_LENGTH, { optional: true, empty: true })
  @NoWebAddress()
  full_name?: string;

  @Choice(ASSIGNABLE_ROLES, { optional: true })
  role?: (typeof ASSIGNABLE_ROLES)[number];

  @Flag({ optional: true, description: 'True ends all log-ins and refuses new ones' })
  disabled?: boolean;
}
