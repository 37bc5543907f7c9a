import { Body, Controller, Delete, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentCompany } from '../../../core/auth-guards/index.js';
import { ApiErrors, BodyExample, EXAMPLE_IDS, ParseIdPipe } from '../../../core/http/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import {
  CreateTemplateDto,
  ListTemplatesDto,
  SyncedTemplatesDto,
  SyncTemplatesDto,
  TemplateDto,
  TemplatePageDto,
  toNewTemplate,
  toTemplateDto,
} from './dto/template.dto.js';
import { TemplatesRepository } from './templates.repository.js';
import { TemplatesService } from './templates.service.js';

@ApiTags('Message templates')
@Controller('message-templates')
export class TemplatesController {
  constructor(
    private readonly service: TemplatesService,
    private readonly templates: TemplatesRepository,
  ) {}

  /** The templates of the WhatsApp channels, by name. */
  @Get()
  @Allow('channels:read')
  @ApiOkResponse({ type: TemplatePageDto })
  @ApiErrors(400, 401, 403)
  async list(
    @CurrentCompany() scope: CompanyScope,
    @Query() { limit, cursor, ...filter }: ListTemplatesDto,
  ): Promise<TemplatePageDto> {
    const { items, nextCursor } = await this.templates.list(scope, filter, { limit, cursor });
    return { items: items.map(toTemplateDto), nextCursor };
  }

  /** Reads the templates of a channel from WhatsApp now. */
  @Post('sync')
  @HttpCode(200)
  @Allow('channels:manage')
  @BodyExample(SyncTemplatesDto, { channel_id: EXAMPLE_IDS.channel })
  @ApiOkResponse({ type: SyncedTemplatesDto })
  @ApiErrors(400, 401, 403, 404, 409, 422, 503)
  async sync(@CurrentCompany() scope: CompanyScope, @Body() input: SyncTemplatesDto): Promise<SyncedTemplatesDto> {
    return { templates: await this.service.sync(scope, input.channel_id) };
  }

  /** Sends a new template to WhatsApp for approval. */
  @Post()
  @Allow('channels:manage')
  @BodyExample(CreateTemplateDto, {
    channel_id: EXAMPLE_IDS.channel,
    name: 'visit_tomorrow',
    language: 'en_US',
    category: 'utility',
    body: 'Hi {{customer_name}}, see you and {{pet_name}} tomorrow at {{time}}.',
    footer: 'Patas & Cia',
    buttons: [{ type: 'quick_reply', text: 'Confirm' }],
    examples: { customer_name: 'Ana', pet_name: 'Luna', time: '10:00' },
  })
  @ApiCreatedResponse({ type: TemplateDto })
  @ApiErrors(400, 401, 403, 404, 409, 422, 503)
  async create(@CurrentCompany() scope: CompanyScope, @Body() input: CreateTemplateDto): Promise<TemplateDto> {
    return toTemplateDto(await this.service.create(scope, input.channel_id, toNewTemplate(input)));
  }

  /** One template. */
  @Get(':id')
  @Allow('channels:read')
  @ApiOkResponse({ type: TemplateDto })
  @ApiErrors(400, 401, 403, 404)
  async get(@CurrentCompany() scope: CompanyScope, @Param('id', ParseIdPipe) id: Types.ObjectId): Promise<TemplateDto> {
    return toTemplateDto(await this.templates.getById(scope, id));
  }

  /** Deletes one language of a template, also at WhatsApp. */
  @Delete(':id')
  @HttpCode(204)
  @Allow('channels:manage')
  @ApiNoContentResponse()
  @ApiErrors(400, 401, 403, 404, 409, 422, 503)
  remove(@CurrentCompany() scope: CompanyScope, @Param('id', ParseIdPipe) id: Types.ObjectId): Promise<void> {
    return this.service.remove(scope, id);
  }
}
