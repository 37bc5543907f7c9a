import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { ContactsModule } from '../../../customers/contacts/index.js';
import { AssistantSetupModule } from '../../assistant-setup/index.js';
import { DryTurnsModule } from '../dry/dry-turns.module.js';
import { AssistantTurn, AssistantTurnSchema } from '../schemas/assistant-turn.schema.js';
import { AssistantReplay, AssistantReplaySchema } from './assistant-replay.schema.js';
import { ReplayContacts } from './replay-contacts.participant.js';
import { ReplayRow, ReplayRowSchema } from './replay-row.schema.js';
import { ReplayRowsRepository } from './replay-rows.repository.js';
import { ReplayRunner } from './replay-runner.service.js';
import { ReplayedTurnsRepository } from './replayed-turns.repository.js';
import { ReplaysController } from './replays.controller.js';
import { ReplaysRepository } from './replays.repository.js';
import { ReplaysService } from './replays.service.js';

/** Tries prompts on the last turns. */
@Module({
  imports: [
    MongooseModule.forFeature([
      { name: AssistantReplay.name, schema: AssistantReplaySchema },
      { name: AssistantTurn.name, schema: AssistantTurnSchema },
      { name: ReplayRow.name, schema: ReplayRowSchema },
    ]),
    AssistantSetupModule,
    ContactsModule,
    DryTurnsModule,
  ],
  controllers: [ReplaysController],
  providers: [
    ReplayContacts,
    ReplayRowsRepository,
    ReplayRunner,
    ReplayedTurnsRepository,
    ReplaysRepository,
    ReplaysService,
  ],
})
export class AssistantReplayModule {}
