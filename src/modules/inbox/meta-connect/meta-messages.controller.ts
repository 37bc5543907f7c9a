import { Body, Controller, Post } from '@nestjs/common';
import { ApiCreatedResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentCompany, CurrentUser, type Principal } from '../../../core/auth-guards/index.js';
import { ApiErrors, BodyExample, EXAMPLE_IDS } from '../../../core/http/index.js';
import { CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { CreatedMessageDto, type PostedMessage } from '../messages/index.js';
import { SendMetaMessageDto } from './dto/meta-connection.dto.js';
import { MetaMessagesService } from './meta-messages.service.js';

@ApiTags('Meta')
@Controller('meta')
export class MetaMessagesController {
  constructor(private readonly messages: MetaMessagesService) {}

  /** Sends a message to a contact in the newest conversation on Messenger, Instagram or WhatsApp. */
  @Post('send-message')
  @Allow('messages:send')
  @BodyExample(SendMetaMessageDto, { contact_id: EXAMPLE_IDS.contact, content: 'Luna is ready to be picked up.' })
  @ApiCreatedResponse({ type: CreatedMessageDto })
  @ApiErrors(400, 401, 403, 404, 409, 422)
  send(
    @CurrentCompany() scope: CompanyScope,
    @CurrentUser() author: Principal,
    @Body() { contact_id, content }: SendMetaMessageDto,
  ): Promise<PostedMessage> {
    return this.messages.send(scope, author, toObjectId(contact_id), content);
  }
}
