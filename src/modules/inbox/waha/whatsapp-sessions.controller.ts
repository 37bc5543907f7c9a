import { Body, Controller, Delete, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentCompany } from '../../../core/auth-guards/index.js';
import { ApiErrors, BodyExample } from '../../../core/http/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { NewWhatsappSessionDto, WhatsappQrDto, WhatsappSessionDto, WhatsappSessionListDto } from './dto/waha.dto.js';
import { ParseSessionNamePipe } from './parse-session-name.pipe.js';
import { WhatsappSessionsService } from './sessions/whatsapp-sessions.service.js';

/** The numbers on the WAHA server. Each is a channel, which is live while its phone is connected. */
@ApiTags('WhatsApp by QR code')
@Controller('integrations/waha/sessions')
export class WhatsappSessionsController {
  constructor(private readonly sessions: WhatsappSessionsService) {}

  /** All numbers, by name. */
  @Get()
  @Allow('channels:read')
  @ApiOkResponse({ type: WhatsappSessionListDto })
  @ApiErrors(401, 403)
  async list(@CurrentCompany() scope: CompanyScope): Promise<WhatsappSessionListDto> {
    return { items: await this.sessions.list(scope), nextCursor: null };
  }

  /**
   * Adds a number: a session of the server, and its channel. The server then shows a QR code.
   * @remarks The channel is `unverified` until the code is scanned with the phone. A name that the company had before gets its
   * channel and its conversations back.
   */
  @Post()
  @Allow('channels:manage')
  @BodyExample(NewWhatsappSessionDto, { name: 'front-desk' })
  @ApiCreatedResponse({ type: WhatsappSessionDto })
  @ApiErrors(400, 401, 403, 409, 422)
  add(@CurrentCompany() scope: CompanyScope, @Body() { name }: NewWhatsappSessionDto): Promise<WhatsappSessionDto> {
    return this.sessions.add(scope, name);
  }

  /** One number. */
  @Get(':name')
  @Allow('channels:read')
  @ApiOkResponse({ type: WhatsappSessionDto })
  @ApiErrors(400, 401, 403, 404)
  get(
    @CurrentCompany() scope: CompanyScope,
    @Param('name', ParseSessionNamePipe) name: string,
  ): Promise<WhatsappSessionDto> {
    return this.sessions.get(scope, name);
  }

  /** The code to scan, read from the server now. The event `waha:session` tells of each new one. */
  @Get(':name/qr')
  @Allow('channels:manage')
  @ApiOkResponse({ type: WhatsappQrDto })
  @ApiErrors(400, 401, 403, 404)
  qr(@CurrentCompany() scope: CompanyScope, @Param('name', ParseSessionNamePipe) name: string): Promise<WhatsappQrDto> {
    return this.sessions.qr(scope, name);
  }

  /** Starts the number. Makes it again if the server has lost it. */
  @Post(':name/start')
  @HttpCode(200)
  @Allow('channels:manage')
  @ApiOkResponse({ type: WhatsappSessionDto })
  @ApiErrors(400, 401, 403, 404, 409, 422)
  start(
    @CurrentCompany() scope: CompanyScope,
    @Param('name', ParseSessionNamePipe) name: string,
  ): Promise<WhatsappSessionDto> {
    return this.sessions.act(scope, name, 'start');
  }

  /** Stops the number; the phone stays linked. */
  @Post(':name/stop')
  @HttpCode(200)
  @Allow('channels:manage')
  @ApiOkResponse({ type: WhatsappSessionDto })
  @ApiErrors(400, 401, 403, 404, 409, 422)
  stop(
    @CurrentCompany() scope: CompanyScope,
    @Param('name', ParseSessionNamePipe) name: string,
  ): Promise<WhatsappSessionDto> {
    return this.sessions.act(scope, name, 'stop');
  }

  /** Starts the number anew; the phone stays linked. */
  @Post(':name/restart')
  @HttpCode(200)
  @Allow('channels:manage')
  @ApiOkResponse({ type: WhatsappSessionDto })
  @ApiErrors(400, 401, 403, 404, 409, 422)
  restart(
    @CurrentCompany() scope: CompanyScope,
    @Param('name', ParseSessionNamePipe) name: string,
  ): Promise<WhatsappSessionDto> {
    return this.sessions.act(scope, name, 'restart');
  }

  /** Unlinks the phone. The server then shows a new code. */
  @Post(':name/logout')
  @HttpCode(200)
  @Allow('channels:manage')
  @ApiOkResponse({ type: WhatsappSessionDto })
  @ApiErrors(400, 401, 403, 404, 409, 422)
  logout(
    @CurrentCompany() scope: CompanyScope,
    @Param('name', ParseSessionNamePipe) name: string,
  ): Promise<WhatsappSessionDto> {
    return this.sessions.act(scope, name, 'logout');
  }

  /** Unlinks the phone, removes the session from the server and disconnects the channel. Conversations stay. */
  @Delete(':name')
  @HttpCode(204)
  @Allow('channels:manage')
  @ApiNoContentResponse()
  @ApiErrors(400, 401, 403, 404)
  async remove(
    @CurrentCompany() scope: CompanyScope,
    @Param('name', ParseSessionNamePipe) name: string,
  ): Promise<void> {
    await this.sessions.remove(scope, name);
  }
}
