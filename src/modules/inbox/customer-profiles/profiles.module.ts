import { Module } from '@nestjs/common';
import { ChannelsModule } from '../channels/index.js';
import { ContactsModule } from '../../customers/contacts/index.js';
import { MediaModule } from '../media/index.js';
import { MetaModule } from '../meta/index.js';
import { CustomerPictures } from './customer-pictures.service.js';
import { CustomerProfiles } from './customer-profiles.service.js';
import { ProfileSource } from './profile-source.service.js';

/** Messenger and Instagram send no names and pictures with messages. */
@Module({
  imports: [ChannelsModule, ContactsModule, MediaModule, MetaModule],
  providers: [ProfileSource, CustomerPictures, CustomerProfiles],
})
export class ProfilesModule {}
