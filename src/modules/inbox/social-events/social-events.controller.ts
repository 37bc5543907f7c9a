import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentCompany } from '../../../core/auth-guards/index.js';
import { ApiErrors } from '../../../core/http/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { ListSocialEventsDto, SocialEventPageDto, toSocialEventDto } from './dto/social-event.dto.js';
import { SocialEventsRepository } from './social-events.repository.js';

@ApiTags('Social events')
@Controller('social-events')
export class SocialEventsController {
  constructor(private readonly events: SocialEventsRepository) {}

  /** Comments, reactions, posts and mentions of the channels, the newest first. */
  @Get()
  @Allow('conversations:read')
  @ApiOkResponse({ type: SocialEventPageDto })
  @ApiErrors(400, 401, 403)
  async list(
    @CurrentCompany() scope: CompanyScope,
    @Query() { limit, cursor, ...filter }: ListSocialEventsDto,
  ): Promise<SocialEventPageDto> {
    const { items, nextCursor } = await this.events.list(scope, filter, { limit, cursor });
    return { items: items.map(toSocialEventDto), nextCursor };
  }
}
