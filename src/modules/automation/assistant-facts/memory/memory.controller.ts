import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentCompany, CurrentUser, type Principal } from '../../../../core/auth-guards/index.js';
import { ApiErrors, BodyExample, ParseIdPipe } from '../../../../core/http/index.js';
import { CompanyScope, distinctIds } from '../../../../core/tenancy/index.js';
import { AccountsRepository } from '../../../accounts/users/index.js';
import { CreateFactDto, FactDto, FactListDto, toFactDto, UpdateFactDto } from './dto/memory.dto.js';
import { MemoryService, type NamedFact } from './memory.service.js';

@ApiTags('Memory')
@Controller('contacts/:id/memory')
export class MemoryController {
  constructor(
    private readonly memory: MemoryService,
    private readonly accounts: AccountsRepository,
  ) {}

  /** What the assistant remembers of a contact and its pets, the oldest first; 100 facts at most. */
  @Get()
  @Allow('contacts:read')
  @ApiOkResponse({ type: FactListDto })
  @ApiErrors(400, 401, 403, 404)
  async list(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<FactListDto> {
    const facts = await this.memory.list(scope, id);
    const names = await this.namesOf(scope, facts);
    return { items: facts.map((fact) => toFactDto(fact, names)) };
  }

  /**
   * Adds a fact; the same fact again is only renewed, and a new breed or weight takes the place of the old one.
   * @remarks PET_OF_ANOTHER_CONTACT: the pet has another owner. TOO_MANY_FACTS: a contact has 100 facts at most.
   */
  @Post()
  @Allow('contacts:write')
  @BodyExample(CreateFactDto, { field: 'preference', value: 'Comes on Saturdays' })
  @ApiCreatedResponse({ type: FactDto })
  @ApiErrors(400, 401, 403, 404, 409, 422)
  async add(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() user: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Body() { expires_at, ...body }: CreateFactDto,
  ): Promise<FactDto> {
    return this.shown(scope, await this.memory.add(scope, user, id, { ...body, ...expiry(expires_at) }));
  }

  /** Changes or approves a fact. With a new value, staff are its source. */
  @Patch(':factId')
  @Allow('contacts:write')
  @BodyExample(UpdateFactDto, { value: 'Comes on Fridays' })
  @ApiOkResponse({ type: FactDto })
  @ApiErrors(400, 401, 403, 404)
  async change(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() user: Principal,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Param('factId', ParseIdPipe) factId: Types.ObjectId,
    @Body() { expires_at, ...body }: UpdateFactDto,
  ): Promise<FactDto> {
    return this.shown(scope, await this.memory.change(scope, user, id, factId, { ...body, ...expiry(expires_at) }));
  }

  /** Deletes a fact; the next turn of the assistant does not know it. */
  @Delete(':factId')
  @HttpCode(204)
  @Allow('contacts:write')
  @ApiNoContentResponse()
  @ApiErrors(400, 401, 403, 404)
  async remove(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Param('factId', ParseIdPipe) factId: Types.ObjectId,
  ): Promise<void> {
    await this.memory.remove(scope, id, factId);
  }

  private async shown(scope: CompanyScope, fact: NamedFact): Promise<FactDto> {
    return toFactDto(fact, await this.namesOf(scope, [fact]));
  }

  private async namesOf(scope: CompanyScope, facts: readonly NamedFact[]): Promise<Map<string, string>> {
    const people = distinctIds(
      facts.flatMap(({ fact: { source } }) => (source.key_name ? [] : (source.user_id ?? []))),
    );
    const users = people.length === 0 ? [] : await this.accounts.findMany(scope, people);
    return new Map(users.map(({ _id, full_name }) => [_id.toHexString(), full_name]));
  }
}

/** Nothing where it is left out; null ends it. */
function expiry(text: string | null | undefined): { expires_at?: Date | null } {
  return text === undefined ? {} : { expires_at: text === null ? null : new Date(text) };
}
