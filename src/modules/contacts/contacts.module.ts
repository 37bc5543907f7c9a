import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { ContactIdentities } from './contact-identities.js';
import { ContactsRepository } from './contacts.repository.js';
import { IdentitiesRepository } from './identities.repository.js';
import { Contact, ContactSchema } from './schemas/contact.schema.js';
import { Identity, IdentitySchema } from './schemas/identity.schema.js';

/** Customers of a company, their ids on each channel, and the merging of contacts that are one person. */
@Module({
  imports: [
    MongooseModule.forFeature([
      { name: Contact.name, schema: ContactSchema },
      { name: Identity.name, schema: IdentitySchema },
    ]),
  ],
  providers: [ContactsRepository, IdentitiesRepository, ContactIdentities],
  exports: [ContactIdentities],
})
export class ContactsModule {}
