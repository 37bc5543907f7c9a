import { Body, Controller, Get, HttpCode, Param, Post, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentCompany, CurrentUser, type Principal } from '../../../../core/auth-guards/index.js';
import { ApiErrors, BodyExample, ParseIdPipe } from '../../../../core/http/index.js';
import { CompanyScope, toObjectId } from '../../../../core/tenancy/index.js';
import { AssistantTurnsRepository } from '../assistant-turns.repository.js';
import { Verdicts } from '../suggestions/verdicts.service.js';
import { ListTurnsDto, TurnDto, TurnPageDto, VerdictDto } from './dto/turn.dto.js';
import { toTurnDto } from './turn.view.js';

@ApiTags('Assistant')
@Controller('assistant/turns')
export class TurnsController {
  constructor(
    private readonly turns: AssistantTurnsRepository,
    private readonly verdicts: Verdicts,
  ) {}

  /** What the assistant did, the newest turn first. */
  @Get()
  @Allow('conversations:read')
  @ApiOkResponse({ type: TurnPageDto })
  @ApiErrors(400, 401, 403)
  async list(
    @CurrentCompany() scope: CompanyScope,
    @Query() { conversation_id, limit, cursor }: ListTurnsDto,
  ): Promise<TurnPageDto> {
    const filter = conversation_id === undefined ? {} : { conversation_id: toObjectId(conversation_id) };
    const { items, nextCursor } = await this.turns.list(scope, filter, { limit, cursor });
    return { items: items.map(toTurnDto), nextCursor };
  }

  /** One turn with everything that led to its answer. */
  @Get(':id')
  @Allow('conversations:read')
  @ApiOkResponse({ type: TurnDto })
  @ApiErrors(400, 401, 403, 404)
  async get(@CurrentCompany() scope: CompanyScope, @Param('id', ParseIdPipe) id: Types.ObjectId): Promise<TurnDto> {
    return toTurnDto(await this.turns.getById(scope, id));
  }

  /** Keeps what staff did with a draft. The message itself is sent like any other. */
  @Post(':id/verdict')
  @HttpCode(200)
  @Allow('conversations:write')
  @BodyExample(VerdictDto, { outcome: 'edited', sent_text: 'We open at 9.' })
  @ApiOkResponse({ type: TurnDto })
  @ApiErrors(400, 401, 403, 404, 409)
  async verdict(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() { userId }: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Body() body: VerdictDto,
  ): Promise<TurnDto> {
    return toTurnDto(await this.verdicts.give(scope, id, userId, body));
  }
}
