import { Controller, Get, Query } from '@nestjs/common';
import { ApiExtraModels, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentCompany, CurrentUser, type Principal } from '../../../core/auth-guards/index.js';
import { ApiErrors } from '../../../core/http/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { ConversationCountsService, type ViewCounts } from './conversation-counts.service.js';
import { CountViewsDto, ViewCountDto, ViewCountsDto } from './dto/conversation-counts.dto.js';

@ApiTags('Conversations')
@ApiExtraModels(ViewCountDto)
@Controller('conversations/counts')
export class ConversationCountsController {
  constructor(private readonly counts: ConversationCountsService) {}

  /** How many conversations each view has, and how many of them are unread. */
  @Get()
  @Allow('conversations:read')
  @ApiOkResponse({ type: ViewCountsDto })
  @ApiErrors(400, 401, 403)
  count(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() reader: Principal,
    @Query() { views }: CountViewsDto,
  ): Promise<ViewCounts> {
    return this.counts.count(scope, reader, views);
  }
}
