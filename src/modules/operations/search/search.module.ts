import { Module } from '@nestjs/common';
import { ReservationsModule } from '../../booking/reservations/index.js';
import { ContactsModule } from '../../customers/contacts/index.js';
import { PetsModule } from '../../customers/pets/index.js';
import { ConversationsModule } from '../../inbox/conversations/index.js';
import { MessageLogModule } from '../../inbox/message-log/index.js';
import { SearchController } from './search.controller.js';
import { SearchService } from './search.service.js';

/** One search over all that staff look for. */
@Module({
  imports: [ContactsModule, PetsModule, ConversationsModule, MessageLogModule, ReservationsModule],
  controllers: [SearchController],
  providers: [SearchService],
})
export class SearchModule {}
