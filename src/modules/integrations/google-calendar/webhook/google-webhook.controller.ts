import { Controller, HttpCode, Post } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '../../../../core/auth-guards/index.js';
import { ErrorDto } from '../../../../core/http/index.js';

/** Where Google says that a calendar has changed; no log-in, the token of the channel proves that Google calls. */
@ApiTags('Google Calendar')
@Public()
@Controller('google-calendar/webhook')
export class GoogleWebhookController {
  /** Takes a notice, which has no body. Notices of unknown channels are ignored. */
  // Documentation only: mountGoogleWebhook handles the request, with limits of its own.
  @Post()
  @HttpCode(200)
  @ApiHeader({ name: 'X-Goog-Channel-ID', required: false })
  @ApiHeader({ name: 'X-Goog-Channel-Token', required: false, description: 'The token of the channel' })
  @ApiHeader({ name: 'X-Goog-Resource-State', required: false, description: 'sync, exists or not_exists' })
  @ApiProduces('text/plain')
  @ApiOkResponse({ description: 'Taken or ignored', schema: { type: 'string', example: 'NOTICE_RECEIVED' } })
  @ApiResponse({ status: 401, type: ErrorDto, description: 'Another token' })
  @ApiResponse({ status: 429, type: ErrorDto })
  receive(): never {
    throw new Error('The webhook receiver is not mounted');
  }
}
