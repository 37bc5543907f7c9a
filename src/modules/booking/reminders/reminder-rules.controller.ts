import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentCompany } from '../../../core/auth-guards/index.js';
import {
  ApiErrors,
  BodyExample,
  ETAG_HEADER,
  IfMatch,
  PageQueryDto,
  ParseIdPipe,
  TakesIfMatch,
  Versioned,
} from '../../../core/http/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { PreviewReminderDto, ReminderPreviewDto } from './dto/reminder-preview.dto.js';
import {
  CreateReminderRuleDto,
  ReadyRulesDto,
  ReminderRuleDto,
  ReminderRulePageDto,
  toRuleDto,
  UpdateReminderRuleDto,
} from './dto/reminder-rule.dto.js';
import { READY_RULES } from './ready-rules.js';
import { ReminderPreviews } from './reminder-previews.service.js';
import { ReminderRulesService } from './reminder-rules.service.js';

const EXAMPLE = {
  kind: 'reminder',
  minutes_before: 1_440,
  text: { en: 'Hi {{contact.first_name}}! See you and {{pet.name}} on {{date}} at {{time}}.' },
  channels: ['message', 'mail'],
  active: true,
} as const;

@ApiTags('Reminders')
@Controller('reminder-rules')
export class ReminderRulesController {
  constructor(
    private readonly rules: ReminderRulesService,
    private readonly previews: ReminderPreviews,
  ) {}

  /** When PetBuddy writes to customers by itself, the oldest rule first. */
  @Get()
  @Allow('booking:read')
  @ApiOkResponse({ type: ReminderRulePageDto })
  @ApiErrors(400, 401, 403)
  async list(
    @CurrentCompany() scope: CompanyScope,
    @Query() { limit, cursor }: PageQueryDto,
  ): Promise<ReminderRulePageDto> {
    const { items, nextCursor } = await this.rules.list(scope, { limit, cursor });
    return { items: items.map(toRuleDto), nextCursor };
  }

  /** Proposals of rules with their texts; none is stored. */
  @Get('ready')
  @Allow('booking:read')
  @ApiOkResponse({ type: ReadyRulesDto })
  @ApiErrors(401, 403)
  ready(): ReadyRulesDto {
    return { items: [...READY_RULES] };
  }

  /** Makes a rule. */
  @Post()
  @Allow('booking:manage')
  @BodyExample(CreateReminderRuleDto, { ...EXAMPLE, channels: [...EXAMPLE.channels] })
  @ApiCreatedResponse({ type: ReminderRuleDto })
  @ApiErrors(400, 401, 403, 404, 409, 422)
  async create(@CurrentCompany() scope: CompanyScope, @Body() body: CreateReminderRuleDto): Promise<ReminderRuleDto> {
    return toRuleDto(await this.rules.create(scope, body));
  }

  /** Shows what a customer of a real appointment would get by each way; nothing is sent. */
  @Post('preview')
  @HttpCode(200)
  @Allow('booking:read')
  @BodyExample(PreviewReminderDto, { kind: EXAMPLE.kind, text: EXAMPLE.text, locale: 'en' })
  @ApiOkResponse({ type: ReminderPreviewDto })
  @ApiErrors(400, 401, 403, 404, 422)
  preview(@CurrentCompany() scope: CompanyScope, @Body() body: PreviewReminderDto): Promise<ReminderPreviewDto> {
    return this.previews.of(scope, body);
  }

  /** One rule. */
  @Get(':id')
  @Allow('booking:read')
  @Versioned()
  @ApiOkResponse({ type: ReminderRuleDto, headers: ETAG_HEADER })
  @ApiErrors(400, 401, 403, 404)
  async get(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<ReminderRuleDto> {
    return toRuleDto(await this.rules.get(scope, id));
  }

  /** Changes a rule. What it has sent is not sent again, also with another time. */
  @Patch(':id')
  @Allow('booking:manage')
  @Versioned()
  @TakesIfMatch()
  @BodyExample(UpdateReminderRuleDto, { active: false })
  @ApiOkResponse({ type: ReminderRuleDto, headers: ETAG_HEADER })
  @ApiErrors(400, 401, 403, 404, 409, 412, 422)
  async update(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @IfMatch() version: number | undefined,
    @Body() body: UpdateReminderRuleDto,
  ): Promise<ReminderRuleDto> {
    return toRuleDto(await this.rules.update(scope, id, body, version));
  }

  /** Deletes a rule. What it has sent stays in the log. */
  @Delete(':id')
  @HttpCode(204)
  @Allow('booking:manage')
  @ApiNoContentResponse()
  @ApiErrors(400, 401, 403, 404)
  async remove(@CurrentCompany() scope: CompanyScope, @Param('id', ParseIdPipe) id: Types.ObjectId): Promise<void> {
    await this.rules.remove(scope, id);
  }
}
