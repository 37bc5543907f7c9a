import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { ContactsModule } from '../../customers/contacts/index.js';
import { ContactSocialEventsParticipant } from './contact-social-events.participant.js';
import { SocialEventRecord, SocialEventSchema } from './schemas/social-event.schema.js';
import { SocialEventsController } from './social-events.controller.js';
import { SocialEventsRepository } from './social-events.repository.js';

/** Comments, reactions, posts and mentions in public, on the accounts of a company. */
@Module({
  imports: [MongooseModule.forFeature([{ name: SocialEventRecord.name, schema: SocialEventSchema }]), ContactsModule],
  controllers: [SocialEventsController],
  providers: [SocialEventsRepository, ContactSocialEventsParticipant],
  exports: [SocialEventsRepository],
})
export class SocialEventsModule {}
