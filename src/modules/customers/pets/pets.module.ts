import { Module } from '@nestjs/common';
import { MongooseModule } from '@nestjs/mongoose';
import { ContactsModule } from '../contacts/index.js';
import { PetUseRegistry } from './pet-use-registry.js';
import { PetsController } from './pets.controller.js';
import { PetsRepository } from './pets.repository.js';
import { PetsService } from './pets.service.js';
import { Pet, PetSchema } from './schemas/pet.schema.js';

@Module({
  imports: [ContactsModule, MongooseModule.forFeature([{ name: Pet.name, schema: PetSchema }])],
  controllers: [PetsController],
  providers: [PetUseRegistry, PetsRepository, PetsService],
  exports: [PetUseRegistry, PetsService],
})
export class PetsModule {}
