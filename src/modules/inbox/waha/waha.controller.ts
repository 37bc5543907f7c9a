import { Body, Controller, Delete, Get, HttpCode, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentCompany } from '../../../core/auth-guards/index.js';
import { ApiErrors, BodyExample, WithoutIdempotency } from '../../../core/http/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { WahaConnectionService } from './connection/waha-connection.service.js';
import { WahaConnectionDto, WahaServerDto } from './dto/waha.dto.js';
import { WhatsappSessionsService } from './sessions/whatsapp-sessions.service.js';

/** The WAHA server by which a company connects WhatsApp numbers with a QR code. */
@ApiTags('WhatsApp by QR code')
@Controller('integrations/waha')
export class WahaController {
  constructor(
    private readonly connections: WahaConnectionService,
    private readonly sessions: WhatsappSessionsService,
  ) {}

  /** The address of the server, never its key. */
  @Get()
  @Allow('channels:read')
  @ApiOkResponse({ type: WahaConnectionDto })
  @ApiErrors(401, 403)
  get(@CurrentCompany() scope: CompanyScope): Promise<WahaConnectionDto> {
    return this.connections.view(scope);
  }

  /**
   * Stores the server if it answers and accepts the key.
   * @remarks A server on a private network is reached only if the operator of PetBuddy names it in `OUTBOUND_ALLOWED_HOSTS`.
   */
  @Put()
  @Allow('channels:manage')
  @WithoutIdempotency()
  @BodyExample(WahaServerDto, { base_url: 'https://waha.example.com', api_key: 'the-key-of-the-server' })
  @ApiOkResponse({ type: WahaConnectionDto })
  @ApiErrors(400, 401, 403, 422)
  save(@CurrentCompany() scope: CompanyScope, @Body() input: WahaServerDto): Promise<WahaConnectionDto> {
    return this.connections.save(scope, input);
  }

  /** Forgets the server. Its numbers must be removed before. */
  @Delete()
  @HttpCode(204)
  @Allow('channels:manage')
  @ApiNoContentResponse()
  @ApiErrors(401, 403, 409)
  async remove(@CurrentCompany() scope: CompanyScope): Promise<void> {
    await this.sessions.assertNone(scope);
    await this.connections.remove(scope);
  }
}
