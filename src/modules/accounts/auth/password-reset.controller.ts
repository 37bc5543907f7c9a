import { Body, Controller, HttpCode, Param, Post, Req } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import type { Request } from 'express';
import { ApiErrors, BodyExample, WithoutIdempotency } from '../../../core/http/index.js';
import { AccountLinkService, AccountMailer } from '../users/index.js';
import { clientInfoOf } from './client-info.js';
import { ForgotPasswordDto, ResetPasswordDto } from './dto/credentials.dto.js';
import { LoginService } from './login.service.js';
import { TakesCredentials } from './takes-credentials.decorator.js';

@ApiTags('Auth')
@WithoutIdempotency()
@Controller('auth')
export class PasswordResetController {
  constructor(
    private readonly links: AccountLinkService,
    private readonly mails: AccountMailer,
    private readonly logins: LoginService,
  ) {}

  /** Mails a single-use link that is good for an hour, if the address has an account; the answer does not tell. */
  @Post('forgot-password')
  @HttpCode(202)
  @TakesCredentials()
  @BodyExample(ForgotPasswordDto, { email: 'ana@example.com' })
  @ApiAcceptedResponse()
  @ApiErrors(400)
  forgot(@Body() { email }: ForgotPasswordDto): Promise<void> {
    return this.mails.requestPasswordReset(email);
  }

  /** Sets the password by a mailed link (reset or invitation), ends all sessions and a lock after wrong tries. */
  @Post('reset-password/:token')
  @HttpCode(204)
  @TakesCredentials()
  @BodyExample(ResetPasswordDto, { password: 'seven-otters-paint-at-noon' })
  @ApiNoContentResponse()
  @ApiErrors(400, 503)
  async reset(
    @Param('token') token: string,
    @Body() { password }: ResetPasswordDto,
    @Req() request: Request,
  ): Promise<void> {
    const user = await this.links.setPassword(token, password);
    await this.logins.unlock(user.email, clientInfoOf(request));
    await this.mails.requestPasswordChanged(user);
  }
}
