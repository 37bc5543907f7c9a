import { Injectable } from '@nestjs/common';
import { AppError } from '../../../core/errors/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import type { Conversation } from '../conversations/index.js';
import { AttachmentUrls, type BotMark, type ListRow, type Message } from '../message-log/index.js';
import { assertFilesFit, type BotMessage, BotMessageGuard, fitChoices } from '../message-sending/index.js';
import { AutomaticMessagesService } from './automatic-messages.service.js';
import type { AttachmentInputDto } from './dto/message.dto.js';
import { toAttachment } from './message-drafts.js';

/** What a flow says. The choices become buttons, a list or numbered lines. */
export interface FlowText {
  readonly client_id: string;
  readonly text: string;
  readonly attachments: readonly Pick<AttachmentInputDto, 'type' | 'url'>[];
  readonly choices: readonly ListRow[];
  /** Shows the choices as a list, where the channel has lists; this is the label that opens it. */
  readonly list_button?: string;
  readonly bot: BotMark;
}

/** Sends the messages of flows. Staff can stop each one until the call to the provider. */
@Injectable()
export class FlowMessagesService {
  constructor(
    private readonly messages: AutomaticMessagesService,
    private readonly urls: AttachmentUrls,
    private readonly guard: BotMessageGuard,
  ) {}

  /**
   * Stores the message once and sends it in the background.
   * @throws AppError WINDOW_CLOSED | TEXT_TOO_LONG | FILE_TOO_LARGE | FILE_TYPE_UNSUPPORTED | STOPPED_BY_STAFF |
   * AUTOMATION_OFF | CUSTOMER_OPTED_OUT | RUN_STOPPED | FLOW_PAUSED | FLOW_DELETED
   */
  async send(scope: CompanyScope, { _id, platform }: Conversation, said: FlowText): Promise<Message> {
    const { client_id, text, choices, list_button, bot } = said;
    const files = await Promise.all(said.attachments.map((file) => this.urls.asStored(scope, file)));
    assertFilesFit(platform, files);
    const shown = fitChoices(platform, text, choices, list_button);
    const message = { ...shown, client_id, attachments: files.map(toAttachment), bot };
    return this.messages.send(scope, _id, message, () => this.assertNotStopped(scope, { conversation_id: _id, bot }));
  }

  private async assertNotStopped(scope: CompanyScope, message: BotMessage): Promise<null> {
    const stopped = await this.guard.whyStopped(scope, message);
    if (stopped) throw AppError.conflict(stopped.code, stopped.message);
    return null;
  }
}
