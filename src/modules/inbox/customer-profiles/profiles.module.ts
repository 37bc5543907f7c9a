import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/index.js';
import { ContactsModule } from '../../customers/contacts/index.js';
import { MetaModule } from '../meta/index.js';
import { CustomerProfiles } from './customer-profiles.service.js';
import { ProfileSource } from './profile-source.service.js';

/** Messenger and Instagram send no names with messages. */
@Module({ imports: [ChannelsModule, ContactsModule, MetaModule], providers: [ProfileSource, CustomerProfiles] })
export class ProfilesModule {}
