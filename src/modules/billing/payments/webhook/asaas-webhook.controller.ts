import { Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiHeader, ApiOkResponse, ApiProduces, ApiResponse, ApiTags } from '@nestjs/swagger';
import { Public } from '../../../../core/auth-guards/index.js';
import { BodyExample, ErrorDto } from '../../../../core/http/index.js';
import { AsaasEventDto } from '../dto/connection.dto.js';

/** Where Asaas delivers; no log-in, the token proves that Asaas calls. */
@ApiTags('Payments')
@Public()
@Controller('integrations/asaas/webhook')
export class AsaasWebhookController {
  /** Takes an event: stored before it is acknowledged, worked on later. Copies of an event are taken once. */
  // Documentation only: mountAsaasWebhook handles the request, with limits of its own.
  @Post(':companyKey')
  @HttpCode(200)
  @ApiHeader({ name: 'asaas-access-token', required: true, description: 'The token of the registered webhook' })
  @BodyExample(AsaasEventDto, { id: 'evt_05b708f961d739ea7eba7e4db318f621&368604920', event: 'PAYMENT_RECEIVED' })
  @ApiProduces('text/plain')
  @ApiOkResponse({ description: 'Stored', schema: { type: 'string', example: 'EVENT_RECEIVED' } })
  @ApiResponse({ status: 400, type: ErrorDto, description: 'Not a JSON object' })
  @ApiResponse({ status: 401, type: ErrorDto, description: 'Another token; nothing is stored' })
  @ApiResponse({ status: 404, type: ErrorDto, description: 'No company has this key' })
  @ApiResponse({ status: 413, type: ErrorDto, description: 'Too long' })
  @ApiResponse({ status: 429, type: ErrorDto })
  receive(@Param('companyKey') _companyKey: string): never {
    throw new Error('The webhook receiver is not mounted');
  }
}
