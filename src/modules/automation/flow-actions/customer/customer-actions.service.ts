import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { AccountsRepository } from '../../../accounts/users/index.js';
import { ContactsService } from '../../../customers/contacts/index.js';
import { ConversationsService } from '../../../inbox/conversations/index.js';
import { ActionFailure } from '../action-failure.js';
import type { FlowActionRun } from '../flow-action-run.js';

/** The changes that flows make to the customer and the conversation. Every method may be repeated. */
@Injectable()
export class CustomerActions {
  constructor(
    private readonly contacts: ContactsService,
    private readonly conversations: ConversationsService,
    private readonly accounts: AccountsRepository,
  ) {}

  /** @throws AppError NOT_FOUND | CONTACT_MERGED */
  async addTag(scope: CompanyScope, { contact_id, run_id }: FlowActionRun, tag: string): Promise<void> {
    await this.contacts.addTags(scope, contact_id, [tag], run_id);
  }

  /** @throws AppError NOT_FOUND | CONTACT_MERGED */
  async removeTag(scope: CompanyScope, { contact_id }: FlowActionRun, tag: string): Promise<void> {
    await this.contacts.removeTags(scope, contact_id, [tag]);
  }

  /** Leaves the conversation to the flow. @throws ActionFailure USER_NOT_ACTIVE | AppError ALREADY_ASSIGNED | NOT_FOUND */
  async assign(scope: CompanyScope, { conversation_id }: FlowActionRun, userId: string): Promise<void> {
    const user = await this.accounts.findById(scope, userId);
    if (user?.state !== 'active')
      throw new ActionFailure(
        'USER_NOT_ACTIVE',
        'The person of this step is not in the team any more; choose another person',
      );
    await this.conversations.assignByAutomation(scope, conversation_id, user._id);
  }
}
