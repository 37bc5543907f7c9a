import { Body, Controller, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentCompany, CurrentUser, mayUse, type Principal } from '../../../../core/auth-guards/index.js';
import { AppError } from '../../../../core/errors/index.js';
import { ApiErrors, BodyExample, ParseIdPipe } from '../../../../core/http/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { FlowsService } from '../flows.service.js';
import { MatchedMessagesDto, TestWordsDto } from './test-words.dto.js';
import { WordTester } from './word-tester.js';

@ApiTags('Flows')
@Controller('flows/:id/test-words')
export class TestWordsController {
  constructor(
    private readonly flows: FlowsService,
    private readonly tester: WordTester,
  ) {}

  /**
   * Tries the words of a trigger on the last 100 messages of customers.
   * @remarks An API key also needs `conversations:read`, because the answer contains messages.
   */
  @Post()
  @HttpCode(200)
  @Allow('flows:manage')
  @BodyExample(TestWordsDto, { words: ['bath', 'grooming'] })
  @ApiOkResponse({ type: MatchedMessagesDto })
  @ApiErrors(400, 401, 403, 404)
  async test(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() caller: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Body() body: TestWordsDto,
  ): Promise<MatchedMessagesDto> {
    if (!mayUse(caller, 'conversations:read')) {
      throw AppError.forbidden('The answer contains messages of customers; add conversations:read to the API key');
    }
    await this.flows.get(scope, id);
    return this.tester.test(scope, body);
  }
}
