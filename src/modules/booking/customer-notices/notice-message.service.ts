import { Injectable } from '@nestjs/common';
import { crashPoint } from '../../../core/crash-points/index.js';
import { AppError } from '../../../core/errors/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { AutomaticMessagesService } from '../../inbox/messages/index.js';
import type { CustomerNotice } from './customer-notice.schema.js';
import { CustomerNoticesRepository } from './customer-notices.repository.js';
import type { WrittenNotice } from './notice-facts.service.js';
import { messageTextOf } from './notice-text.js';

/**
 * Posts the message of a notice once: its conversation is stored before it is posted, and its `client_id` comes from the
 * notice, so that a repetition finds the posted message.
 */
@Injectable()
export class NoticeMessageService {
  constructor(
    private readonly notices: CustomerNoticesRepository,
    private readonly messages: AutomaticMessagesService,
  ) {}

  /** Call it under the lock of the appointment: marks a message that was posted before a crash. */
  async closeInterrupted(scope: CompanyScope, notice: CustomerNotice): Promise<void> {
    const { state, conversation_id } = notice.message;
    if (state !== 'posting' || !conversation_id) return;
    const posted = await this.messages.find(scope, conversation_id, clientIdOf(notice));
    if (posted) await this.markPosted(scope, notice, posted._id);
  }

  /** Skips it where no conversation may be written to. @throws AppError of the server if it may be repeated */
  async post(scope: CompanyScope, notice: CustomerNotice, { text }: WrittenNotice): Promise<void> {
    const claimed = await this.claim(scope, notice);
    if (!claimed?.message.conversation_id) return;
    const message = { content: messageTextOf(text), client_id: clientIdOf(notice) };
    try {
      const posted = await this.messages.send(scope, claimed.message.conversation_id, message);
      crashPoint('notices.posted');
      await this.markPosted(scope, notice, posted._id);
    } catch (error) {
      if (!(error instanceof AppError) || error.status >= 500) throw error;
      await this.skip(scope, notice, error.code);
    }
  }

  async skip(scope: CompanyScope, notice: CustomerNotice, reason: string): Promise<void> {
    await this.notices.changeMessage(scope, notice, ['waiting', 'posting'], { state: 'skipped', reason });
  }

  private async claim(scope: CompanyScope, notice: CustomerNotice): Promise<CustomerNotice | null> {
    if (notice.message.state === 'posting') return notice;
    if (notice.message.state !== 'waiting') return null;
    const conversation = await this.messages.findOpen(scope, notice.contact_id);
    if (!conversation) {
      await this.skip(scope, notice, 'no_open_conversation');
      return null;
    }
    const fields = { state: 'posting' as const, conversation_id: conversation._id };
    return this.notices.changeMessage(scope, notice, ['waiting'], fields);
  }

  private async markPosted(
    scope: CompanyScope,
    notice: CustomerNotice,
    message_id: CustomerNotice['message']['message_id'],
  ): Promise<void> {
    await this.notices.changeMessage(scope, notice, ['posting'], { state: 'posted', message_id });
  }
}

const clientIdOf = ({ _id }: CustomerNotice): string => `notice:${_id.toHexString()}`;
