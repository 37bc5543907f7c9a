import { Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiAcceptedResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentCompany } from '../../../../core/auth-guards/index.js';
import { ApiErrors, ParseIdPipe } from '../../../../core/http/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { ReplayDto, toReplayDto } from './replay.dto.js';
import { ReplayRowsRepository } from './replay-rows.repository.js';
import { ReplayedTurnsRepository } from './replayed-turns.repository.js';
import { ReplaysService } from './replays.service.js';

@ApiTags('Assistant')
@Controller('assistant')
export class ReplaysController {
  constructor(
    private readonly replays: ReplaysService,
    private readonly rows: ReplayRowsRepository,
    private readonly turns: ReplayedTurnsRepository,
  ) {}

  /**
   * Tries a prompt on the last 50 turns of the assistant, in the background.
   * @remarks Only the language model is asked again; tools and the knowledge answer as they did then, and nothing is sent. The cost counts for the
   * budget. MODEL_MISSING: there is no language model. REPLAY_RUNNING: wait for the other one. BUDGET_SPENT: raise the budget.
   */
  @Post('prompts/:id/replay')
  @HttpCode(202)
  @Allow('assistant:manage')
  @ApiAcceptedResponse({ type: ReplayDto })
  @ApiErrors(400, 401, 403, 404, 409, 422)
  async start(@CurrentCompany() scope: CompanyScope, @Param('id', ParseIdPipe) id: Types.ObjectId): Promise<ReplayDto> {
    return toReplayDto(await this.replays.start(scope, id), [], []);
  }

  /** How far the replay is, and what has changed. It is kept for 30 days. */
  @Get('replays/:id')
  @Allow('assistant:manage')
  @ApiOkResponse({ type: ReplayDto })
  @ApiErrors(400, 401, 403, 404)
  async get(@CurrentCompany() scope: CompanyScope, @Param('id', ParseIdPipe) id: Types.ObjectId): Promise<ReplayDto> {
    const replay = await this.replays.get(scope, id);
    const [rows, turns] = await Promise.all([this.rows.of(scope, id), this.turns.whole(scope, replay.turn_ids)]);
    return toReplayDto(replay, rows, turns);
  }
}
