export { CreateContactPetDto } from './dto/pet-input.dto.js';
export { newVaccinations, PetBulkService } from './pet-bulk.service.js';
export { PetDto, toPetDto } from './dto/pet.dto.js';
export type {} from './pets.events.js';
export { vaccinationEndsOfPets } from './migrations/vaccination-ends-of-pets.js';
export { PetUseRegistry } from './pet-use-registry.js';
export { PetsModule } from './pets.module.js';
export { PetsService } from './pets.service.js';
export { type Pet, PET_SEXES, type PetSex, type Vaccination } from './schemas/pet.schema.js';
