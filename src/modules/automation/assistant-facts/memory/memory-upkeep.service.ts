import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventBus } from '../../../../core/events/index.js';
import { RealtimeService } from '../../../../core/realtime/index.js';
import { CompanyScope, toObjectId } from '../../../../core/tenancy/index.js';
import { ContactParticipantRegistry } from '../../../customers/contacts/index.js';
import { PetsService } from '../../../customers/pets/index.js';
import { MemoryRepository } from './memory.repository.js';

/** Keeps the memory with its contacts and pets: merges and new owners move facts, deletions end them. */
@Injectable()
export class MemoryUpkeep implements OnModuleInit {
  constructor(
    private readonly facts: MemoryRepository,
    private readonly participants: ContactParticipantRegistry,
    private readonly pets: PetsService,
    private readonly realtime: RealtimeService,
    private readonly bus: EventBus,
  ) {}

  onModuleInit(): void {
    this.participants.register('assistant-memory', this.facts.ofContacts);
    this.realtime.addCopies({
      forgetMessage: (scope, id) => this.facts.removeOfMessage(scope, id),
      forgetContact: (scope, id) => this.facts.ofContacts.remove(scope, id),
    });
    this.bus.on('pets.changed', ({ companyId, petId }) => this.follow(CompanyScope.of(companyId), petId));
  }

  /** Reads the pet again, because the event may be out of date. */
  private async follow(scope: CompanyScope, petId: string): Promise<void> {
    const id = toObjectId(petId);
    // Most pets have none, for instance those of an import.
    if (!(await this.facts.hasOfPet(scope, id))) return;
    const [pet] = await this.pets.getMany(scope, [id]);
    if (pet) await this.facts.giveToOwner(scope, id, pet.contact_id);
    else await this.facts.removeOfPets(scope, [id]);
  }
}
