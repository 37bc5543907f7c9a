import { Body, Controller, HttpCode, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentCompany, CurrentUser, type Principal } from '../../../../core/auth-guards/index.js';
import { ApiErrors, BodyExample, RateLimit } from '../../../../core/http/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { Trials, type TriedTurn } from './trials.service.js';
import { TryAnswerDto, TryDto } from './try.dto.js';

const TRIALS_PER_MINUTE = 30;
const MINUTE_MS = 60_000;

@ApiTags('Assistant')
@Controller('assistant/try')
export class TryController {
  constructor(private readonly trials: Trials) {}

  /**
   * What the assistant would answer to these messages.
   * @remarks It has no effect: times are really searched, but nothing is booked, changed, noted or sent. The cost of the language model counts
   * for the budget. Send the replies back as they came, so that the assistant knows its open question.
   */
  @Post()
  @HttpCode(200)
  @RateLimit('assistant-try', { limit: TRIALS_PER_MINUTE, ttl: MINUTE_MS })
  @Allow('assistant:read')
  @BodyExample(TryDto, { messages: [{ role: 'user', content: 'How much is a bath?' }] })
  @ApiOkResponse({ type: TryAnswerDto })
  @ApiErrors(400, 401, 403, 404, 429)
  async try(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() caller: Principal,
    @Body() body: TryDto,
  ): Promise<TryAnswerDto> {
    return toAnswer(await this.trials.run(scope, caller, body));
  }
}

function toAnswer({ turn: { draft, trace }, brain, sources, cents }: TriedTurn): TryAnswerDto {
  const { text: reply, action, reason, choices } = draft;
  const { language, intents, calls, gates, model_steps, tokens } = trace;
  return {
    reply,
    action,
    reason,
    choices: choices.map(({ id, label }) => ({ id, label })),
    intent: intents[0] ?? '',
    language,
    brain,
    sources: [...sources],
    tool_calls: [...calls],
    gates: [...gates],
    usage: { model_steps, input_tokens: tokens.input, output_tokens: tokens.output, cents },
  };
}
