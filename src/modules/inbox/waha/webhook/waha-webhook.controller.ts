import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '../../../../core/auth-guards/index.js';
import { BodyExample, ErrorDto } from '../../../../core/http/index.js';
import { WahaDeliveryDto } from '../dto/waha.dto.js';

const EXAMPLE: WahaDeliveryDto = {
  id: 'evt_01jexample',
  event: 'message.any',
  session: 'front-desk',
  payload: {
    id: 'false_5511988887777@c.us_3EB0EXAMPLE',
    from: '5511988887777@c.us',
    fromMe: false,
    body: 'Can I bring Luna on Friday?',
  },
};

/** Where WAHA servers deliver; no log-in, the signature proves who calls. */
@ApiTags('WhatsApp by QR code')
@Public()
@Controller('integrations/waha/webhook')
export class WahaWebhookController {
  /** Takes an event: stored before it is acknowledged, worked on later. Copies of an event are taken once. */
  // Documentation only: mountWahaWebhook handles the request before all middleware, because the signature is over the
  // bytes of the wire.
  @Post(':sessionKey')
  @HttpCode(200)
  @ApiHeader({ name: 'X-Webhook-Hmac', required: true, description: 'The HMAC-SHA512 of the body in hex' })
  @BodyExample(WahaDeliveryDto, EXAMPLE)
  @ApiProduces('text/plain')
  @ApiOkResponse({ description: 'Stored', schema: { type: 'string', example: 'EVENT_RECEIVED' } })
  @ApiResponse({ status: 400, type: ErrorDto, description: 'Not a JSON object' })
  @ApiResponse({ status: 401, type: ErrorDto, description: 'Signed with another key; nothing is stored' })
  @ApiResponse({ status: 404, type: ErrorDto, description: 'No number has this key' })
  @ApiResponse({ status: 413, type: ErrorDto, description: 'More than 3 MB' })
  @ApiResponse({ status: 429, type: ErrorDto })
  @ApiResponse({ status: 503, type: ErrorDto, description: 'Not stored: send it again' })
  receive(@Param('sessionKey') _sessionKey: string): never {
    throw new Error('The webhook receiver is not mounted');
  }
}
