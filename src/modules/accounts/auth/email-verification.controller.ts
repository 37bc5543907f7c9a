import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentCompany, CurrentUser, type Principal } from '../../../core/auth-guards/index.js';
import { ApiErrors, BodyExample, WithoutIdempotency } from '../../../core/http/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { AccountLinkService, AccountMailer } from '../users/index.js';
import { VerifyEmailDto } from './dto/credentials.dto.js';
import { TakesCredentials } from './takes-credentials.decorator.js';

@ApiTags('Auth')
@WithoutIdempotency()
@Controller('auth/verify-email')
export class EmailVerificationController {
  constructor(
    private readonly links: AccountLinkService,
    private readonly mails: AccountMailer,
  ) {}

  /** Proves that the user reads the mailbox, by the link that was mailed at registration; good once, for three days. */
  @Post()
  @HttpCode(204)
  @TakesCredentials()
  @BodyExample(VerifyEmailDto, { token: 'the last part of the mailed link' })
  @ApiNoContentResponse()
  @ApiErrors(400)
  verify(@Body() { token }: VerifyEmailDto): Promise<void> {
    return this.links.verifyEmail(token);
  }

  /** Mails the caller a new link; does nothing where the address is verified. */
  @Post('resend')
  @HttpCode(202)
  @Allow('profile:manage')
  @ApiAcceptedResponse()
  @ApiErrors(401, 403)
  resend(@CurrentCompany() scope: CompanyScope, @CurrentUser() { userId }: Principal): Promise<void> {
    return this.mails.resendEmailVerification(scope, userId);
  }
}
