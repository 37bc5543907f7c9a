import { Body, Controller, Get, HttpCode, Param, Post } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Types } from 'mongoose';
import { Allow, CurrentCompany } from '../../../core/auth-guards/index.js';
import { ApiErrors, BodyExample, EXAMPLE_IDS, ParseIdPipe } from '../../../core/http/index.js';
import { CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { ContactMergeService } from './contact-merge.service.js';
import { ContactPresenter } from './contact.presenter.js';
import { ContactsService } from './contacts.service.js';
import { MergeContactDto, MergeResultDto, MergeSuggestionsDto } from './dto/merge.dto.js';

@ApiTags('Contacts')
@Controller('contacts')
export class ContactMergesController {
  constructor(
    private readonly merges: ContactMergeService,
    private readonly contacts: ContactsService,
    private readonly presenter: ContactPresenter,
  ) {}

  /** Contacts with the same phone, e-mail address or provider id. */
  @Get(':id/merge-suggestions')
  @Allow('contacts:read')
  @ApiOkResponse({ type: MergeSuggestionsDto })
  @ApiErrors(400, 401, 403, 404)
  async listSuggestions(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
  ): Promise<MergeSuggestionsDto> {
    return this.presenter.presentSuggestions(await this.contacts.mergeSuggestions(scope, id));
  }

  /** Merges another contact into this one: its identities, conversations and pets move here. Undoable for 30 days. */
  @Post(':id/merge')
  @HttpCode(200)
  @Allow('contacts:write')
  @BodyExample(MergeContactDto, { contact_id: EXAMPLE_IDS.contact })
  @ApiOkResponse({ type: MergeResultDto })
  @ApiErrors(400, 401, 403, 404, 409)
  async merge(
    @CurrentCompany() scope: CompanyScope,
    @Param('id', ParseIdPipe) id: Types.ObjectId,
    @Body() { contact_id }: MergeContactDto,
  ): Promise<MergeResultDto> {
    return this.presenter.presentMerge(await this.merges.merge(scope, id, toObjectId(contact_id, 'contact_id')));
  }

  /** Takes a merge back; what was written to the survivor since stays with it. */
  @Post('merges/:merge_id/undo')
  @HttpCode(200)
  @Allow('contacts:write')
  @ApiOkResponse({ type: MergeResultDto })
  @ApiErrors(400, 401, 403, 404, 409)
  async undo(
    @CurrentCompany() scope: CompanyScope,
    @Param('merge_id', ParseIdPipe) mergeId: Types.ObjectId,
  ): Promise<MergeResultDto> {
    return this.presenter.presentMerge(await this.merges.undo(scope, mergeId));
  }
}
