import { Controller, Get, Query } from '@nestjs/common';
import { ApiOkResponse, ApiTags } from '@nestjs/swagger';
import { Allow, CurrentCompany } from '../../../core/auth-guards/index.js';
import { ApiErrors } from '../../../core/http/index.js';
import { CompanyScope, distinctIds, toObjectId } from '../../../core/tenancy/index.js';
import { ContactsService } from '../../customers/contacts/index.js';
import { MessagesRepository } from '../../inbox/message-log/index.js';
import { ListRemindersDto, ReminderPageDto, toReminderDto } from './dto/reminder.dto.js';
import { RemindersRepository } from './reminders.repository.js';

@ApiTags('Reminders')
@Controller('reminders')
export class RemindersController {
  constructor(
    private readonly reminders: RemindersRepository,
    private readonly contacts: ContactsService,
    private readonly messages: MessagesRepository,
  ) {}

  /** What rules have sent to customers and what they have skipped, the newest first. */
  @Get()
  @Allow('booking:read')
  @ApiOkResponse({ type: ReminderPageDto })
  @ApiErrors(400, 401, 403)
  async list(
    @CurrentCompany() scope: CompanyScope,
    @Query() { limit, cursor, state, rule_id, contact_id, appointment_id }: ListRemindersDto,
  ): Promise<ReminderPageDto> {
    const filters = {
      ...(state && { state }),
      ...(rule_id && { rule_id: toObjectId(rule_id) }),
      ...(contact_id && { contact_id: toObjectId(contact_id) }),
      ...(appointment_id && { appointment_id: toObjectId(appointment_id) }),
    };
    const { items, nextCursor } = await this.reminders.list(scope, filters, { limit, cursor });
    const [posted, contacts] = await Promise.all([
      this.messages.findMany(
        scope,
        items.flatMap(({ message_id }) => message_id ?? []),
      ),
      this.contacts.labelsOf(scope, distinctIds(items.map((one) => one.contact_id))),
    ]);
    const names = new Map(contacts.map(({ _id, full_name }) => [_id.toHexString(), full_name]));
    return { items: items.map((one) => toReminderDto(one, posted, names)), nextCursor };
  }
}
