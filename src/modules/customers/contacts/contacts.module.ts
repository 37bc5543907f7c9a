import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { AddedTagsRepository } from './added-tags.repository.js';
import { IdentityRenaming } from './identity-renaming.service.js';
import { IdentityResolver } from './identity-resolver.js';
import { ContactLookupService } from './contact-lookup.service.js';
import { ContactMergeService } from './contact-merge.service.js';
import { ContactMergesController } from './contact-merges.controller.js';
import { ContactMergesRepository } from './contact-merges.repository.js';
import { ContactPictures } from './contact-pictures.service.js';
import { ContactBulkService } from './contact-bulk.service.js';
import { ContactListService } from './contact-list.service.js';
import { ContactPresenter } from './contact.presenter.js';
import { ContactParticipantRegistry } from './contact-participant-registry.js';
import { CompaniesModule } from '../../accounts/companies/index.js';
import { ContactsController } from './contacts.controller.js';
import { ContactsRepository } from './contacts.repository.js';
import { ContactsService } from './contacts.service.js';
import { IdentitiesRepository } from './identities.repository.js';
import { ShownPets } from './shown-pets.port.js';
import { Contact, ContactSchema } from './schemas/contact.schema.js';
import { ContactMerge, ContactMergeSchema } from './schemas/contact-merge.schema.js';
import { Identity, IdentitySchema } from './schemas/identity.schema.js';

@Module({
  imports: [
    CompaniesModule,
    MongooseModule.forFeature([
      { name: Contact.name, schema: ContactSchema },
      { name: ContactMerge.name, schema: ContactMergeSchema },
      { name: Identity.name, schema: IdentitySchema },
    ]),
  ],
  controllers: [ContactsController, ContactMergesController],
  providers: [
    AddedTagsRepository,
    ContactsRepository,
    ContactMergesRepository,
    IdentitiesRepository,
    ContactParticipantRegistry,
    ContactMergeService,
    IdentityResolver,
    IdentityRenaming,
    ContactsService,
    ContactBulkService,
    ContactLookupService,
    ContactListService,
    ShownPets,
    ContactPictures,
    ContactPresenter,
  ],
  exports: [
    AddedTagsRepository,
    IdentityRenaming,
    IdentityResolver,
    ContactParticipantRegistry,
    ContactPictures,
    ContactBulkService,
    ContactLookupService,
    ContactsService,
    ShownPets,
  ],
})
export class ContactsModule {}
