import { Body, Controller, Get, Patch } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentCompany, CurrentUser, type Principal } from '../../../../core/auth-guards/index.js';
import { ApiErrors, BodyExample, ETAG_HEADER, IfMatch, TakesIfMatch, Versioned } from '../../../../core/http/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { CompaniesService } from '../../../accounts/companies/index.js';
import { LanguageModels } from '../../language-models/index.js';
import { AssistantSpend } from '../spend/assistant-spend.service.js';
import { AssistantSettingsDto, toAssistantSettingsDto, UpdateAssistantSettingsDto } from './assistant-settings.dto.js';
import { AssistantSettings } from './assistant-settings.service.js';

@ApiTags('Assistant')
@Controller('assistant/settings')
export class AssistantSettingsController {
  constructor(
    private readonly settings: AssistantSettings,
    private readonly spend: AssistantSpend,
    private readonly companies: CompaniesService,
    private readonly models: LanguageModels,
  ) {}

  /** How the assistant works, and what its language model has cost in this month. */
  @Get()
  @Allow('assistant:read')
  @Versioned()
  @ApiOkResponse({ type: AssistantSettingsDto, headers: ETAG_HEADER })
  @ApiErrors(401, 403)
  async get(@CurrentCompany() scope: CompanyScope): Promise<AssistantSettingsDto> {
    const { settings, version, updated_at } = await this.settings.read(scope);
    const [spent, installation_cents, { created_at }] = await Promise.all([
      this.spend.ofMonth(scope),
      this.models.monthlyLimitOf(scope),
      this.companies.get(scope),
    ]);
    const shown = { spent, installation_cents, version, updated_at: updated_at ?? created_at };
    return toAssistantSettingsDto(settings, shown);
  }

  /**
   * Changes the fields that are given.
   * @remarks A changed `persona` becomes a new published prompt.
   */
  @Patch()
  @Allow('assistant:manage')
  @Versioned()
  @TakesIfMatch()
  @BodyExample(UpdateAssistantSettingsDto, {
    mode: 'suggest',
    persona: 'Be warm, brief and clear.',
    debounce_ms: 2_500,
    budget: { monthly_cents: 2_000 },
  })
  @ApiOkResponse({ type: AssistantSettingsDto, headers: ETAG_HEADER })
  @ApiErrors(400, 401, 403, 404, 412)
  async update(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() caller: Principal,
    @IfMatch() version: number | undefined,
    @Body() body: UpdateAssistantSettingsDto,
  ): Promise<AssistantSettingsDto> {
    await this.settings.update(scope, caller, body, version);
    return this.get(scope);
  }
}
