import { Injectable, type OnModuleInit } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { ChannelsService, AccountHistory } from '../channels/index.js';
import {
  IdentityResolver,
  ContactParticipantRegistry,
  type ContactParticipant,
  type Identity,
} from '../../customers/contacts/index.js';
import { type ErasedLanes, InboundEventsRepository } from './inbound-events.repository.js';
import { laneOf } from './inbound-event-factory.js';
import { CustomerLanes } from './lanes/customer-lanes.service.js';

/** Merges change nothing here, because events name no contact. */
@Injectable()
export class InboundErasure implements ContactParticipant, OnModuleInit {
  constructor(
    private readonly participants: ContactParticipantRegistry,
    private readonly identities: IdentityResolver,
    private readonly channels: ChannelsService,
    private readonly history: AccountHistory,
    private readonly events: InboundEventsRepository,
    private readonly lanes: CustomerLanes,
  ) {}

  onModuleInit(): void {
    this.participants.register('inbound events', this);
  }

  async remove(scope: CompanyScope, contactId: Types.ObjectId): Promise<void> {
    const identities = await this.identities.ofContact(scope, contactId);
    const lanes = await Promise.all(identities.map((identity) => this.lanesOf(scope, identity)));
    for (const one of lanes) if (one) await this.events.eraseLanes(scope, one);
  }

  /** A WhatsApp customer may have several ids. */
  private async lanesOf(scope: CompanyScope, identity: Identity): Promise<ErasedLanes | undefined> {
    const { channel_id, external_id, keys, profile } = identity;
    if (!channel_id) return undefined;
    const { platform, external_id: account } = await this.channels.get(scope, channel_id);
    const ofKeys = keys.map((key) => key.slice(key.indexOf(':') + 1));
    const ids = new Set([external_id, ...ofKeys, ...(profile.phone ? [profile.phone] : [])]);
    const ownLanes = [...ids].map((id) => laneOf(platform, account, id));
    return {
      lanes: [...ownLanes, ...(await this.lanes.forget(platform, account, [...ids]))],
      heldUntil: await this.history.heldUntil(scope, channel_id),
    };
  }
}
