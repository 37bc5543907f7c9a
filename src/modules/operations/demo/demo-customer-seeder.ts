import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import type { Principal } from '../../../core/auth-guards/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { IdentityResolver, ContactsService } from '../../customers/contacts/index.js';
import { ConversationsService } from '../../inbox/conversations/index.js';
import { LabelsService } from '../../inbox/labels/index.js';
import { type InboundChannel, InboundEvents } from '../../inbox/messages/index.js';
import { PetsService } from '../../customers/pets/index.js';
import { type DemoCustomer, demoMessageId, type DemoPet } from './data/demo-data.js';

const MINUTE_MS = 60_000;
const LABEL_COLORS = ['#2f8a72', '#c2410c', '#2f74b5', '#a04aa5', '#a67c00'];
const MAX_LABELS = 100;

export interface Planting {
  customer: DemoCustomer;
  /** Channel id by platform. */
  inboxes: ReadonlyMap<string, string>;
  /** The owner first. */
  team: readonly Principal[];
  /** The ages in the history count from it. */
  now: Date;
}

/**
 * Makes a customer by messages of a channel, whose ids make a repetition harmless. Answers count as sent from the
 * phone of the business, so nothing is sent.
 */
@Injectable()
export class DemoCustomerSeeder {
  constructor(
    private readonly inbound: InboundEvents,
    private readonly identities: IdentityResolver,
    private readonly contacts: ContactsService,
    private readonly pets: PetsService,
    private readonly conversations: ConversationsService,
    private readonly labels: LabelsService,
  ) {}

  /** @returns the id of the contact */
  async plant(scope: CompanyScope, planting: Planting): Promise<Types.ObjectId> {
    const { customer, inboxes } = planting;
    const { platform, external_id, name } = customer;
    const inbox = String(inboxes.get(platform));
    const profile = { name };
    const address = { inbox, platform, external_id, profile, channel_id: null };
    await this.tellHistory(scope, { _id: inbox, platform }, planting);
    const { contact, identity } = await this.identities.resolve(scope, address);
    await this.contacts.update(scope, contact._id, { ...customer.details, full_name: name });
    await this.addPets(scope, contact._id, customer.pets);
    await this.addLabels(scope, customer.outcome?.labels ?? []);
    await this.settle(scope, identity._id, planting);
    return contact._id;
  }

  private async tellHistory(scope: CompanyScope, channel: InboundChannel, planting: Planting): Promise<void> {
    const { customer, now } = planting;
    for (const [index, { from, minutesAgo, text }] of customer.history.entries()) {
      await this.inbound.apply(scope, channel, {
        kind: 'message',
        external_id: demoMessageId(customer, index),
        customer_id: customer.external_id,
        at: new Date(now.getTime() - minutesAgo * MINUTE_MS),
        author: from === 'customer' ? 'contact' : 'business',
        content: text,
        attachments: [],
        profile: { name: customer.name },
      });
    }
  }

  private async addPets(scope: CompanyScope, contactId: Types.ObjectId, pets: readonly DemoPet[]): Promise<void> {
    const { items } = await this.pets.listOfContact(scope, contactId, {});
    const missing = pets.filter(({ name }) => !items.some((pet) => pet.name === name));
    for (const pet of missing) await this.pets.create(scope, { ...pet, contact_id: contactId });
  }

  private async addLabels(scope: CompanyScope, names: readonly string[]): Promise<void> {
    const { items } = await this.labels.list(scope, { limit: MAX_LABELS });
    const missing = names.filter((name) => !items.some((label) => label.name === name));
    for (const [index, name] of missing.entries()) {
      const color = LABEL_COLORS[(items.length + index) % LABEL_COLORS.length] ?? '#2f8a72';
      await this.labels.create(scope, { name, color });
    }
  }

  /** Answered conversations are read; the others wait in the inbox. */
  private async settle(scope: CompanyScope, conversationId: Types.ObjectId, planting: Planting): Promise<void> {
    const { customer, team } = planting;
    const owner = team[0] as Principal;
    const { status, labels, assignee } = customer.outcome ?? {};
    if (customer.outcome) {
      await this.conversations.update(scope, owner, conversationId, {
        ...(status && { status }),
        ...(labels && { labels: [...labels] }),
        ...(assignee !== undefined && { assignee_id: team[assignee]?.userId ?? null, force: true }),
      });
    }
    if (customer.history.at(-1)?.from === 'customer' && status !== 'resolved') return;
    const { last_seq: up_to_seq, inbound_count } = await this.conversations.find(scope, conversationId);
    for (const reader of team)
      await this.conversations.markRead(scope, reader, conversationId, { up_to_seq, inbound_count });
  }
}
