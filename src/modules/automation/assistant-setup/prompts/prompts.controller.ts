import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentCompany, CurrentUser, type Principal } from '../../../../core/auth-guards/index.js';
import {
  ApiErrors,
  BodyExample,
  ETAG_HEADER,
  IfMatch,
  ParseIdPipe,
  TakesIfMatch,
  Versioned,
} from '../../../../core/http/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { PromptPresenter } from './prompt-presenter.js';
import { PromptDto, PromptInputDto, PromptListDto, UpdatePromptDto } from './prompts.dto.js';
import { PromptsService } from './prompts.service.js';

/** The versions of the text that tells the language model how the company sounds. */
@ApiTags('Assistant')
@Controller('assistant/prompts')
export class PromptsController {
  constructor(
    private readonly prompts: PromptsService,
    private readonly presenter: PromptPresenter,
  ) {}

  /** All drafts, the published prompt and the last 100 retired ones, the newest first. */
  @Get()
  @Allow('assistant:read')
  @ApiOkResponse({ type: PromptListDto })
  @ApiErrors(401, 403)
  async list(@CurrentCompany() scope: CompanyScope): Promise<PromptListDto> {
    return this.presenter.list(scope, await this.prompts.list(scope));
  }

  /** Adds a draft. A company has at most 20. */
  @Post()
  @Allow('assistant:manage')
  @BodyExample(PromptInputDto, { text: 'Be warm, brief and clear.', note: 'Shorter answers' })
  @ApiCreatedResponse({ type: PromptDto })
  @ApiErrors(400, 401, 403, 409)
  async add(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() caller: Principal,
    @Body() body: PromptInputDto,
  ): Promise<PromptDto> {
    return this.presenter.one(scope, await this.prompts.addDraft(scope, caller, body));
  }

  /** Changes a draft. PROMPT_PUBLISHED: it is no draft any more. */
  @Patch(':id')
  @Allow('assistant:manage')
  @Versioned()
  @TakesIfMatch()
  @BodyExample(UpdatePromptDto, { text: 'Be warm, brief and clear. Use the name of the pet.' })
  @ApiOkResponse({ type: PromptDto, headers: ETAG_HEADER })
  @ApiErrors(400, 401, 403, 404, 409, 412)
  async change(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @IfMatch() version: number | undefined,
    @Body() body: UpdatePromptDto,
  ): Promise<PromptDto> {
    return this.presenter.one(scope, await this.prompts.change(scope, id, body, version));
  }

  /** Deletes a draft. PROMPT_PUBLISHED: it is no draft any more. */
  @Delete(':id')
  @HttpCode(204)
  @Allow('assistant:manage')
  @ApiNoContentResponse()
  @ApiErrors(400, 401, 403, 404, 409)
  async remove(@CurrentCompany() scope: CompanyScope, @Param('id', ParseIdPipe) id: Types.ObjectId): Promise<void> {
    await this.prompts.removeDraft(scope, id);
  }

  /**
   * Publishes a draft: the assistant uses it from the next answer on.
   * @remarks The one that was published becomes retired. PROMPT_RETIRED: it was published before; use rollback.
   */
  @Post(':id/publish')
  @HttpCode(200)
  @Allow('assistant:manage')
  @ApiOkResponse({ type: PromptDto })
  @ApiErrors(400, 401, 403, 404, 409)
  async publish(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() caller: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<PromptDto> {
    return this.presenter.one(scope, await this.prompts.publish(scope, caller, id));
  }

  /** Publishes a retired prompt again. PROMPT_NOT_PUBLISHED: it is a draft. */
  @Post(':id/rollback')
  @HttpCode(200)
  @Allow('assistant:manage')
  @ApiOkResponse({ type: PromptDto })
  @ApiErrors(400, 401, 403, 404, 409)
  async rollBack(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() caller: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<PromptDto> {
    return this.presenter.one(scope, await this.prompts.rollBack(scope, caller, id));
  }
}
