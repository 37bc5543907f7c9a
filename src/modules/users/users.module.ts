import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { CompaniesModule } from '../companies/index.js';
import { Accounts } from './accounts.js';
import { PasswordHasher } from './passwords/password-hasher.js';
import { User, UserSchema } from './schemas/user.schema.js';
import { UserPresenter } from './user-presenter.js';

/** The people of a company: profiles, roles, invitations, and the passwords that auth checks. */
@Module({
  imports: [MongooseModule.forFeature([{ name: User.name, schema: UserSchema }]), CompaniesModule],
  providers: [Accounts, PasswordHasher, UserPresenter],
  exports: [Accounts, PasswordHasher, UserPresenter],
})
export class UsersModule {}
