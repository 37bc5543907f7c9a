import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiNoContentResponse, ApiTags } from '@nestjs/swagger';
import { ApiErrors } from '../../core/http/index.js';
import { AccountMails, PasswordLinks } from '../users/index.js';
import { ForgotPasswordDto, ResetPasswordDto } from './dto/credentials.dto.js';
import { TakesCredentials } from './takes-credentials.decorator.js';

@ApiTags('Auth')
@Controller('auth')
export class PasswordResetController {
  constructor(
    private readonly links: PasswordLinks,
    private readonly mails: AccountMails,
  ) {}

  /** Mails a single-use link that is good for an hour, if the address has an account; the answer does not tell. */
  @Post('forgot-password')
  @HttpCode(202)
  @TakesCredentials()
  @ApiAcceptedResponse()
  @ApiErrors(400)
  forgot(@Body() { email }: ForgotPasswordDto): Promise<void> {
    return this.mails.requestPasswordReset(email);
  }

  /** Sets the password by a mailed link (reset or invitation) and ends all sessions. */
  @Post('reset-password/:token')
  @HttpCode(204)
  @TakesCredentials()
  @ApiNoContentResponse()
  @ApiErrors(400, 503)
  async reset(@Param('token') token: string, @Body() { password }: ResetPasswordDto): Promise<void> {
    await this.mails.requestPasswordChanged(await this.links.redeem(token, password));
  }
}
