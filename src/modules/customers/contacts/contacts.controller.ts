import { Body, Controller, Delete, Get, HttpCode, Param, Patch, Post, Query } from '@nestjs/common';
import { ApiBody, ApiCreatedResponse, ApiNoContentResponse, ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentCompany, CurrentUser, mayUse, type Principal } from '../../../core/auth-guards/index.js';
import {
  ApiErrors,
  BodyExample,
  ETAG_HEADER,
  IfMatch,
  ParseIdPipe,
  TakesIfMatch,
  Versioned,
} from '../../../core/http/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { ContactListService } from './contact-list.service.js';
import { ContactPresenter } from './contact.presenter.js';
import { ContactsService } from './contacts.service.js';
import { ContactDto, ContactPageDto, TagsInUseDto } from './dto/contact.dto.js';
import {
  CreateContactDto,
  RemoveTagsDto,
  RemoveTagsQueryDto,
  TagsDto,
  tagsToRemove,
  UpdateContactDto,
} from './dto/contact-input.dto.js';
import { ContactQueryDto } from './dto/contact-query.dto.js';

@ApiTags('Contacts')
@Controller('contacts')
export class ContactsController {
  constructor(
    private readonly contacts: ContactsService,
    private readonly lists: ContactListService,
    private readonly presenter: ContactPresenter,
  ) {}

  /** Contacts of the company with their pets, the newest first. */
  @Get()
  @Allow('contacts:read')
  @ApiOkResponse({ type: ContactPageDto })
  @ApiErrors(400, 401, 403)
  async list(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() reader: Principal,
    @Query() query: ContactQueryDto,
  ): Promise<ContactPageDto> {
    const { limit, cursor, ...filters } = query;
    const { rows, nextCursor } = await this.lists.list(scope, filters, { limit, cursor });
    const seesPets = mayUse(reader, 'pets:read');
    const shown = seesPets ? rows : rows.map(({ contact }) => ({ contact, pets: [] }));
    return { items: shown.map((row) => this.presenter.presentRow(row)), nextCursor };
  }

  /** Makes a contact. */
  @Post()
  @Allow('contacts:write')
  @BodyExample(CreateContactDto, {
    full_name: 'Carla Dias',
    email: 'carla@example.com',
    phone: '+55 11 98888-7777',
    tags: ['vip'],
  })
  @ApiCreatedResponse({ type: ContactDto })
  @ApiErrors(400, 401, 403, 409)
  async create(@CurrentCompany() scope: CompanyScope, @Body() body: CreateContactDto): Promise<ContactDto> {
    return this.presenter.present(await this.contacts.create(scope, body));
  }

  /** The tags of all contacts, the most frequent first, at most 500. */
  @Get('tags')
  @Allow('contacts:read')
  @ApiOkResponse({ type: TagsInUseDto })
  @ApiErrors(401, 403)
  async tagsInUse(@CurrentCompany() scope: CompanyScope): Promise<TagsInUseDto> {
    return { items: await this.lists.tagsInUse(scope) };
  }

  /** One contact. A merged contact names the contact that replaced it in `merged_into`. */
  @Get(':id')
  @Allow('contacts:read')
  @Versioned()
  @ApiOkResponse({ type: ContactDto, headers: ETAG_HEADER })
  @ApiErrors(400, 401, 403, 404)
  async get(@CurrentCompany() scope: CompanyScope, @Param('id', ParseIdPipe) id: Types.ObjectId): Promise<ContactDto> {
    return this.presenter.present(await this.contacts.get(scope, id));
  }

  /** Changes the fields that are given. */
  @Patch(':id')
  @Allow('contacts:write')
  @Versioned()
  @TakesIfMatch()
  @BodyExample(UpdateContactDto, { is_vip: true, notes: 'Prefers mornings' })
  @ApiOkResponse({ type: ContactDto, headers: ETAG_HEADER })
  @ApiErrors(400, 401, 403, 404, 409, 412)
  async update(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @IfMatch() version: number | undefined,
    @Body() body: UpdateContactDto,
  ): Promise<ContactDto> {
    return this.presenter.present(await this.contacts.update(scope, id, body, version));
  }

  /** Deletes the contact with what belongs to it and the contacts that were merged into it. */
  @Delete(':id')
  @HttpCode(204)
  @Allow('contacts:delete')
  @ApiNoContentResponse()
  @ApiErrors(400, 401, 403, 404, 409)
  async remove(@CurrentCompany() scope: CompanyScope, @Param('id', ParseIdPipe) id: Types.ObjectId): Promise<void> {
    await this.contacts.remove(scope, id);
  }

  /** Adds tags. */
  @Post(':id/tags')
  @HttpCode(200)
  @Allow('contacts:write')
  @BodyExample(TagsDto, { tags: ['vip', 'large dogs'] })
  @ApiOkResponse({ type: ContactDto })
  @ApiErrors(400, 401, 403, 404, 409)
  async addTags(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Body() { tags }: TagsDto,
  ): Promise<ContactDto> {
    return this.presenter.present(await this.contacts.addTags(scope, id, tags));
  }

  /** Takes tags away: those of `?tag=`, and those of a body. */
  @Delete(':id/tags')
  @Allow('contacts:write')
  @ApiBody({ type: RemoveTagsDto, required: false, examples: { usual: { value: { tags: ['large dogs'] } } } })
  @ApiOkResponse({ type: ContactDto })
  @ApiErrors(400, 401, 403, 404, 409)
  async removeTags(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Query() query: RemoveTagsQueryDto,
    @Body() body: RemoveTagsDto,
  ): Promise<ContactDto> {
    return this.presenter.present(await this.contacts.removeTags(scope, id, tagsToRemove(query, body)));
  }
}
