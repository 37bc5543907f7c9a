import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentCompany } from '../../../../core/auth-guards/index.js';
import { ApiErrors, ParseIdPipe } from '../../../../core/http/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { SuggestionAnswerDto } from './dto/suggestion.dto.js';
import { toSuggestion } from './suggestion.view.js';
import { SuggestionsService } from './suggestions.service.js';

@ApiTags('Assistant')
@Controller('conversations/:id/suggestion')
export class SuggestionsController {
  constructor(private readonly suggestions: SuggestionsService) {}

  /** The draft of the assistant for the composer. */
  @Get()
  @Allow('conversations:read')
  @ApiOkResponse({ type: SuggestionAnswerDto })
  @ApiErrors(400, 401, 403, 404)
  async current(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<SuggestionAnswerDto> {
    return { suggestion: toSuggestion(await this.suggestions.current(scope, id)) };
  }

  /** Makes a draft now; it takes up to 20 seconds. */
  @Post()
  @HttpCode(200)
  @Allow('conversations:write')
  @ApiOkResponse({ type: SuggestionAnswerDto })
  @ApiErrors(400, 401, 403, 404, 409, 503)
  async make(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<SuggestionAnswerDto> {
    return { suggestion: toSuggestion(await this.suggestions.make(scope, id)) };
  }
}
