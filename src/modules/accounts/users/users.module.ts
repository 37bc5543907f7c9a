import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { CompaniesModule } from '../companies/index.js';
import { NotificationsModule } from '../notifications/index.js';
import { AccountMails } from './account-mails.js';
import { Accounts } from './accounts.js';
import { AvatarsService } from './avatars.service.js';
import { InvitationsService } from './invitations/invitations.service.js';
import { AccountLinks } from './links/account-links.js';
import { Ownership } from './ownership.js';
import { PasswordHasher } from './passwords/password-hasher.js';
import { PasswordStrength } from './passwords/password-strength.js';
import { ProfileController } from './profile.controller.js';
import { ProfileService } from './profile.service.js';
import { User, UserSchema } from './schemas/user.schema.js';
import { UserPresenter } from './user-presenter.js';
import { UsersController } from './users.controller.js';
import { UsersRepository } from './users.repository.js';
import { UsersService } from './users.service.js';

/** The people of a company: profiles, roles, invitations, and the passwords that auth checks. */
@Module({
  imports: [MongooseModule.forFeature([{ name: User.name, schema: UserSchema }]), CompaniesModule, NotificationsModule],
  // `users/me` before `users/:id`.
  controllers: [ProfileController, UsersController],
  providers: [
    AccountLinks,
    AccountMails,
    Accounts,
    AvatarsService,
    InvitationsService,
    Ownership,
    PasswordHasher,
    PasswordStrength,
    ProfileService,
    UserPresenter,
    UsersRepository,
    UsersService,
  ],
  exports: [AccountLinks, AccountMails, Accounts, PasswordHasher, UserPresenter],
})
export class UsersModule {}
