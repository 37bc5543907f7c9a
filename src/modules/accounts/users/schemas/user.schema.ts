import { Prop, raw, Schema } from '@nestjs/mongoose';
import { Schema as MongooseSchema, Types } from 'mongoose';
import { type Role, ROLES } from '../../../../core/auth-guards/index.js';
import { type HasRevision, type TenantDocument, tenantSchema } from '../../../../core/tenancy/index.js';
import type { CompanyDraft } from '../../companies/index.js';
import { NOTIFICATION_KINDS, type NotificationWays } from '../notification-ways.js';
import { type Preferences, THEMES } from '../preferences.js';
import type { PushSettings } from '../push-settings.js';

/**
 * registering: has no company yet. invited: has no password yet. disabled: may not log in. deleted: stays as the
 * author of old messages.
 */
export const USER_STATES = ['registering', 'invited', 'active', 'disabled', 'deleted'] as const;
export type UserState = (typeof USER_STATES)[number];

/** One field for each kind, so that a password reset leaves an invitation alone. */
export const LINK_KINDS = ['password_link', 'invitation_link', 'verification_link'] as const;
export type LinkKind = (typeof LINK_KINDS)[number];

/** Only the hash is stored. */
export interface MailedLink {
  hash: string;
  expires_at: Date;
}

function mailedLink(): ReturnType<typeof raw> {
  return raw({ type: { hash: String, expires_at: Date }, default: null, _id: false });
}

/** The e-mail address is unique in the whole installation. */
@Schema({ collection: 'users' })
export class User implements TenantDocument, HasRevision {
  _id!: Types.ObjectId;
  company_id!: Types.ObjectId;

  @Prop({ type: String, required: true })
  email!: string;

  @Prop({ type: String, default: '' })
  full_name!: string;

  @Prop({ type: String, enum: ROLES, required: true })
  role!: Role;

  @Prop({ type: String, enum: USER_STATES, required: true })
  state!: UserState;

  @Prop({ type: String, default: null })
  password_hash!: string | null;

  /**
   * Sessions carry the epoch of their log-in. The write that disables the user or changes the password raises it
   * and so ends all sessions.
   */
  @Prop({ type: Number, default: 0 })
  session_epoch!: number;

  /** The session in which the user changed the password goes on in spite of its older epoch. */
  @Prop({ type: Types.ObjectId, default: null })
  kept_session_id!: Types.ObjectId | null;

  @Prop(mailedLink())
  password_link!: MailedLink | null;

  @Prop(mailedLink())
  invitation_link!: MailedLink | null;

  @Prop(mailedLink())
  verification_link!: MailedLink | null;

  /** The last use of a mailed link; null: never. */
  @Prop({ type: Date, default: null })
  email_verified_at!: Date | null;

  @Prop(
    raw({
      type: { name: String, time_zone: String, country: String, locale: String, starter: Boolean },
      default: null,
      _id: false,
    }),
  )
  company_draft!: CompanyDraft | null;

  @Prop({ type: String, default: null })
  locale!: string | null;

  @Prop({ type: String, default: null })
  avatar_key!: string | null;

  /** What the user has chosen; a preference that is missing has its default. */
  @Prop(
    raw({
      type: { theme: { type: String, enum: THEMES }, keys_off: Boolean, enter_sends: Boolean },
      _id: false,
    }),
  )
  preferences?: Partial<Preferences>;

  /** A missing kind has its default ways. */
  @Prop(
    raw({
      type: Object.fromEntries(NOTIFICATION_KINDS.map((kind) => [kind, { type: [String], default: undefined }])),
      _id: false,
    }),
  )
  notification_ways?: Partial<NotificationWays>;

  /** Missing: pushes at any time, without texts. */
  @Prop({ type: MongooseSchema.Types.Mixed })
  push_settings?: PushSettings;

  @Prop({ type: Date, default: null })
  last_login_at!: Date | null;

  /** Counts the changes of the name, the role and the state by people. */
  @Prop({ type: Number })
  revision?: number;

  created_at!: Date;
  updated_at!: Date;
}

export function acceptsSession(user: User, session: { _id: Types.ObjectId; epoch: number }): boolean {
  const isCurrent = user.session_epoch === session.epoch || session._id.equals(user.kept_session_id ?? '');
  return user.state === 'active' && isCurrent;
}

export const UserSchema = tenantSchema(User);
UserSchema.index({ email: 1 }, { unique: true });
UserSchema.index({ company_id: 1, _id: 1 });
for (const kind of LINK_KINDS) {
  const hash = `${kind}.hash`;
  UserSchema.index({ [hash]: 1 }, { partialFilterExpression: { [hash]: { $exists: true } } });
}
UserSchema.index({ state: 1, created_at: 1 }, { partialFilterExpression: { state: 'registering' } });
