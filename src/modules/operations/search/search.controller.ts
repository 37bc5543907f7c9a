import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentCompany, CurrentUser, type Principal } from '../../../core/auth-guards/index.js';
import { ApiErrors } from '../../../core/http/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { SearchQueryDto, SearchResultDto } from './dto/search.dto.js';
import { SearchService } from './search.service.js';

@ApiTags('Search')
@Controller('search')
export class SearchController {
  constructor(private readonly search: SearchService) {}

  /** The first five contacts, pets, messages and coming appointments that are found by some words. */
  @Get()
  @Allow('company:read')
  @ApiOkResponse({ type: SearchResultDto })
  @ApiErrors(400, 401, 403)
  find(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() reader: Principal,
    @Query() { q }: SearchQueryDto,
  ): Promise<SearchResultDto> {
    return this.search.search(scope, reader, q);
  }
}
