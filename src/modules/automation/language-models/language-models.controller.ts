import { Body, Controller, Delete, Get, HttpCode, Post, Put } from '@nestjs/common';
import { ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentCompany, CurrentUser, type Principal } from '../../../core/auth-guards/index.js';
import { ApiErrors, BodyExample, RateLimit } from '../../../core/http/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { ModelSettingsDto, ModelTestDto, PutModelDto, toModelSettingsDto } from './dto/model-settings.dto.js';
import { LanguageModels } from './language-models.service.js';
import { ModelSettingsService } from './model-settings.service.js';

const TESTS_PER_MINUTE = 10;
const MINUTE_MS = 60_000;

/** The language model that the assistant of the company uses. */
@ApiTags('Assistant')
@Controller('assistant/model')
export class LanguageModelsController {
  constructor(
    private readonly settings: ModelSettingsService,
    private readonly models: LanguageModels,
  ) {}

  /** The model of the company; never its key. */
  @Get()
  @Allow('secrets:manage')
  @ApiOkResponse({ type: ModelSettingsDto })
  @ApiErrors(401, 403)
  async get(@CurrentCompany() scope: CompanyScope): Promise<ModelSettingsDto> {
    return toModelSettingsDto(await this.settings.of(scope), this.models.hasInstallationModel);
  }

  /** Sets the own model of the company. */
  @Put()
  @Allow('secrets:manage')
  @BodyExample(PutModelDto, {
    base_url: 'https://api.openai.com/v1',
    model: 'gpt-4.1-mini',
    api_key: 'sk-example',
    input_price: 40,
    output_price: 160,
  })
  @ApiOkResponse({ type: ModelSettingsDto })
  @ApiErrors(400, 401, 403, 409, 422)
  async put(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() caller: Principal,
    @Body() body: PutModelDto,
  ): Promise<ModelSettingsDto> {
    return toModelSettingsDto(await this.settings.put(scope, caller, body), this.models.hasInstallationModel);
  }

  /** Deletes the own model with its key. The company then uses the model of the installation, if there is one. */
  @Delete()
  @HttpCode(204)
  @Allow('secrets:manage')
  @ApiNoContentResponse()
  @ApiErrors(401, 403)
  async remove(@CurrentCompany() scope: CompanyScope, @CurrentUser() caller: Principal): Promise<void> {
    await this.settings.remove(scope, caller);
  }

  /** Asks the model for one word, and says whether it answers. */
  @Post('test')
  @HttpCode(200)
  @RateLimit('model-test', { limit: TESTS_PER_MINUTE, ttl: MINUTE_MS })
  @Allow('secrets:manage')
  @ApiOkResponse({ type: ModelTestDto })
  @ApiErrors(401, 403, 422, 429)
  test(@CurrentCompany() scope: CompanyScope): Promise<ModelTestDto> {
    return this.models.test(scope);
  }
}
