import { Global, Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { SessionGate } from '../../../core/auth-guards/index.js';
import { CompaniesModule } from '../companies/index.js';
import { UsersModule } from '../users/index.js';
import { AuthController } from './auth.controller.js';
import { AuthGateway } from './auth.gateway.js';
import { AuthJobScheduler } from './auth.jobs.js';
import { EmailVerificationController } from './email-verification.controller.js';
import { CookieModeGuard } from './cookie-mode.guard.js';
import { DeviceTokenService } from './device-token.service.js';
import { LockoutService } from './lockout.service.js';
import { LoginService } from './login.service.js';
import { PasswordResetController } from './password-reset.controller.js';
import { PresenceController } from './presence/presence.controller.js';
import { PresenceGateway } from './presence/presence.gateway.js';
import { PresenceService } from './presence/presence.service.js';
import { RefreshTokenService } from './refresh-token.service.js';
import { RegistrationService } from './registration.service.js';
import { LoginAttempts, LoginAttemptsSchema } from './schemas/login-attempts.schema.js';
import { Session, SessionSchema } from './schemas/session.schema.js';
import { AuthCookiesService } from './auth-cookies.service.js';
import { SessionCookieService } from './session-cookie.service.js';
import { CachedSessionGate } from './session-gate.service.js';
import { SessionsController } from './sessions.controller.js';
import { SessionsRepository } from './sessions.repository.js';
import { SessionsService } from './sessions.service.js';

/** Global because the guards in core need its {@link SessionGate}. */
@Global()
@Module({
  imports: [
    MongooseModule.forFeature([
      { name: Session.name, schema: SessionSchema },
      { name: LoginAttempts.name, schema: LoginAttemptsSchema },
    ]),
    CompaniesModule,
    UsersModule,
  ],
  controllers: [
    AuthController,
    SessionsController,
    PasswordResetController,
    EmailVerificationController,
    PresenceController,
  ],
  providers: [
    AuthCookiesService,
    AuthGateway,
    AuthJobScheduler,
    PresenceGateway,
    PresenceService,
    RefreshTokenService,
    DeviceTokenService,
    LockoutService,
    SessionCookieService,
    CookieModeGuard,
    SessionsRepository,
    SessionsService,
    RegistrationService,
    LoginService,
    { provide: SessionGate, useClass: CachedSessionGate },
  ],
  exports: [PresenceService, RegistrationService, SessionGate],
})
export class AuthModule {}
