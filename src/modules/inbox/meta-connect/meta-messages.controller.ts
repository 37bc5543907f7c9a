import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentCompany, CurrentUser, type Principal } from '../../../core/auth-guards/index.js';
import { ApiErrors, BodyExample, EXAMPLE_IDS } from '../../../core/http/index.js';
import { CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { ContactsService } from '../../customers/contacts/index.js';
import { ConversationsRepository } from '../conversations/index.js';
import { CreatedMessageDto, MessagesService, type PostedMessage } from '../messages/index.js';
import { META_PLATFORMS } from '../meta/index.js';
import { SendMetaMessageDto } from './dto/meta-connection.dto.js';
import { noMetaConversation } from './meta-connect.errors.js';

@ApiTags('Meta')
@Controller('meta')
export class MetaMessagesController {
  constructor(
    private readonly contacts: ContactsService,
    private readonly conversations: ConversationsRepository,
    private readonly messages: MessagesService,
  ) {}

  /** Answers a contact in the newest conversation on Messenger, Instagram or WhatsApp. */
  @Post('send-message')
  @Allow('messages:send')
  @BodyExample(SendMetaMessageDto, { contact_id: EXAMPLE_IDS.contact, content: 'Luna is ready to be picked up.' })
  @ApiCreatedResponse({ type: CreatedMessageDto })
  @ApiErrors(400, 401, 403, 404, 409, 422)
  async send(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() actor: Principal,
    @Body() { contact_id, content }: SendMetaMessageDto,
  ): Promise<PostedMessage> {
    const contactId = toObjectId(contact_id);
    await this.contacts.get(scope, contactId);
    const latest = await this.conversations.latestOf(scope, [contactId]);
    const conversation = latest.find(({ platform }) => META_PLATFORMS.some((each) => each === platform));
    if (!conversation) throw noMetaConversation();
    const { _id, platform } = conversation;
    const message = { contact_id, platform, content, role: 'operator' as const, direction: 'outbound' as const };
    return this.messages.post(scope, actor, { ...message, conversation_id: _id.toHexString() });
  }
}
