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
import { CreateTeamDto, TeamDto, TeamPageDto, toTeamDto, UpdateTeamDto } from './dto/team.dto.js';
import { TeamsService } from './teams.service.js';

@ApiTags('Teams')
@Controller('teams')
export class TeamsController {
  constructor(private readonly teams: TeamsService) {}

  /** The teams of the company, by name. */
  @Get()
  @Allow('users:read')
  @ApiOkResponse({ type: TeamPageDto })
  @ApiErrors(400, 401, 403)
  async list(@CurrentCompany() scope: CompanyScope, @Query() { limit, cursor }: PageQueryDto): Promise<TeamPageDto> {
    const { items, nextCursor } = await this.teams.list(scope, { limit, cursor });
    return { items: items.map(toTeamDto), nextCursor };
  }

  /** Makes a team. */
  @Post()
  @Allow('users:manage')
  @BodyExample(CreateTeamDto, { name: 'Reception' })
  @ApiCreatedResponse({ type: TeamDto })
  @ApiErrors(400, 401, 403, 404, 409)
  async create(@CurrentCompany() scope: CompanyScope, @Body() body: CreateTeamDto): Promise<TeamDto> {
    return toTeamDto(await this.teams.create(scope, body));
  }

  /** One team. */
  @Get(':id')
  @Allow('users:read')
  @Versioned()
  @ApiOkResponse({ type: TeamDto, headers: ETAG_HEADER })
  @ApiErrors(400, 401, 403, 404)
  async get(@CurrentCompany() scope: CompanyScope, @Param('id', ParseIdPipe) id: Types.ObjectId): Promise<TeamDto> {
    return toTeamDto(await this.teams.get(scope, id));
  }

  /** Changes the fields that are given; `member_ids` replaces the list. */
  @Patch(':id')
  @Allow('users:manage')
  @Versioned()
  @TakesIfMatch()
  @BodyExample(UpdateTeamDto, { name: 'Front desk' })
  @ApiOkResponse({ type: TeamDto, headers: ETAG_HEADER })
  @ApiErrors(400, 401, 403, 404, 409, 412)
  async update(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @IfMatch() version: number | undefined,
    @Body() body: UpdateTeamDto,
  ): Promise<TeamDto> {
    return toTeamDto(await this.teams.update(scope, id, body, version));
  }

  /** Deletes a team; conversations lose it a moment later. */
  @Delete(':id')
  @HttpCode(204)
  @Allow('users:manage')
  @ApiNoContentResponse()
  @ApiErrors(400, 401, 403, 404)
  async remove(@CurrentCompany() scope: CompanyScope, @Param('id', ParseIdPipe) id: Types.ObjectId): Promise<void> {
    await this.teams.remove(scope, id);
  }
}
