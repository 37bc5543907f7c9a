import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { CompaniesModule } from '../companies/index.js';
import { NotificationsModule } from '../notifications/index.js';
import { AccountMailer } from './account-mailer.js';
import { AccountsRepository } from './accounts.repository.js';
import { AvatarsService } from './avatars.service.js';
import { InvitationsService } from './invitations/invitations.service.js';
import { AccountLinkService } from './links/account-link.service.js';
import { OwnershipService } from './ownership.service.js';
import { PasswordHasher } from './passwords/password-hasher.js';
import { PasswordStrengthChecker } from './passwords/password-strength-checker.js';
import { ProfileController } from './profile.controller.js';
import { ProfileService } from './profile.service.js';
import { User, UserSchema } from './schemas/user.schema.js';
import { UserPresenter } from './user-presenter.js';
import { UsersController } from './users.controller.js';
import { UsersRepository } from './users.repository.js';
import { UsersService } from './users.service.js';

@Module({
  imports: [MongooseModule.forFeature([{ name: User.name, schema: UserSchema }]), CompaniesModule, NotificationsModule],
  // `users/me` before `users/:id`.
  controllers: [ProfileController, UsersController],
  providers: [
    AccountLinkService,
    AccountMailer,
    AccountsRepository,
    AvatarsService,
    InvitationsService,
    OwnershipService,
    PasswordHasher,
    PasswordStrengthChecker,
    ProfileService,
    UserPresenter,
    UsersRepository,
    UsersService,
  ],
  exports: [AccountLinkService, AccountMailer, AccountsRepository, PasswordHasher, UserPresenter],
})
export class UsersModule {}
