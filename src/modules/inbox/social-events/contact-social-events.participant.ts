import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import {
  type ContactParticipant,
  ContactParticipantRegistry,
  IdentityResolver,
} from '../../customers/contacts/index.js';
import { SocialEventsRepository } from './social-events.repository.js';

/** Deletes the social events of a deleted contact. Merges change nothing, because the events name no contact. */
@Injectable()
export class ContactSocialEventsParticipant implements ContactParticipant, OnModuleInit {
  constructor(
    private readonly participants: ContactParticipantRegistry,
    private readonly identities: IdentityResolver,
    private readonly events: SocialEventsRepository,
  ) {}

  onModuleInit(): void {
    this.participants.register('social events', this);
  }

  async remove(scope: CompanyScope, contactId: Types.ObjectId): Promise<void> {
    for (const { channel_id, external_id, keys } of await this.identities.ofContact(scope, contactId)) {
      const ids = [external_id, ...keys.map((key) => key.slice(key.indexOf(':') + 1))];
      if (channel_id) await this.events.removeOfAuthor(scope, channel_id, ids);
    }
  }
}
