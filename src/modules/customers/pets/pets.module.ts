import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { ContactsModule } from '../contacts/index.js';
import { KnownClearances } from './known-clearances.port.js';
import { PetBulkService } from './pet-bulk.service.js';
import { PetUseRegistry } from './pet-use-registry.js';
import { PetsController } from './pets.controller.js';
import { PetsRepository } from './pets.repository.js';
import { PetsService } from './pets.service.js';
import { Pet, PetSchema } from './schemas/pet.schema.js';
import { VaccinationEndsController } from './vaccination-ends.controller.js';
import { VaccinationEndsRepository } from './vaccination-ends.repository.js';
import { VaccinationEndsService } from './vaccination-ends.service.js';

@Module({
  imports: [ContactsModule, MongooseModule.forFeature([{ name: Pet.name, schema: PetSchema }])],
  // The list of vaccinations is first, since its path also fits `pets/:id`.
  controllers: [VaccinationEndsController, PetsController],
  providers: [
    KnownClearances,
    PetBulkService,
    PetUseRegistry,
    PetsRepository,
    PetsService,
    VaccinationEndsRepository,
    VaccinationEndsService,
  ],
  exports: [KnownClearances, PetBulkService, PetUseRegistry, PetsService],
})
export class PetsModule {}
