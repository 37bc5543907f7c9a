import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { ChannelsModule } from '../channels/index.js';
import { ConversationsModule } from '../conversations/index.js';
import { Message, MessageLogModule, MessageSchema } from '../message-log/index.js';
import { BotMessageGuard } from './bot-message-guard.js';
import { CustomerTyping } from './customer-typing.service.js';
import { InboundBacklogs } from './inbound-backlogs.js';
import { MessageDelivery } from './message-delivery.js';
import { MessageSenders } from './message-senders.js';
import { OutboxAttempt } from './outbox-attempt.js';
import { OutboxSettlement } from './outbox-settlement.js';
import { OutboxRepository } from './outbox.repository.js';
import { OutboxService } from './outbox.service.js';
import { ProviderCallLimits } from './provider-call-limits.js';
import { ReplyWindows } from './reply-windows.service.js';
import { SendingQuotas } from './quota/sending-quotas.service.js';
import { ReadReceipts } from './read-receipts.js';

/** The outbox of the messages: sends them in order by the senders that channels register. */
@Module({
  imports: [
    MongooseModule.forFeature([{ name: Message.name, schema: MessageSchema }]),
    ChannelsModule,
    ConversationsModule,
    MessageLogModule,
  ],
  providers: [
    BotMessageGuard,
    CustomerTyping,
    InboundBacklogs,
    MessageSenders,
    MessageDelivery,
    ProviderCallLimits,
    SendingQuotas,
    OutboxSettlement,
    OutboxAttempt,
    OutboxRepository,
    OutboxService,
    ReadReceipts,
    ReplyWindows,
  ],
  exports: [
    BotMessageGuard,
    CustomerTyping,
    InboundBacklogs,
    MessageDelivery,
    MessageSenders,
    OutboxRepository,
    OutboxService,
    OutboxSettlement,
    ReplyWindows,
  ],
})
export class MessageSendingModule {}
