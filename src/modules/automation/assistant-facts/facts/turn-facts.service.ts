import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { CompaniesService } from '../../../accounts/companies/index.js';
import { BookingCatalog } from '../../../booking/catalog/index.js';
import { ChannelDirectory, channelKind, type ChannelKindDefinition } from '../../../inbox/channels/index.js';
import { MessageHistoryRepository } from '../../../inbox/message-log/index.js';
import { CustomerReads } from './customer-reads.service.js';
import type { LoadedFacts, TurnFactsRequest } from './facts.types.js';
import { turnFacts } from './turn-facts.js';

/** Messages before the unanswered ones that a turn knows. */
const PAST_MESSAGES = 12;

/** Reads all that the assistant knows in one turn. */
@Injectable()
export class TurnFactsService {
  constructor(
    private readonly companies: CompaniesService,
    private readonly catalog: BookingCatalog,
    private readonly customers: CustomerReads,
    private readonly history: MessageHistoryRepository,
    private readonly channels: ChannelDirectory,
  ) {}

  /**
   * Nine small queries, eight of them in parallel, while the catalog of the company and the kind of the channel are cached.
   * @throws AppError NOT_FOUND for a contact of another company
   */
  async load(scope: CompanyScope, request: TurnFactsRequest): Promise<LoadedFacts> {
    const { conversation, messages, episode_since_seq: since } = request;
    const now = new Date();
    const before = messages[0]?.seq ?? conversation.last_seq + 1;
    const [company, catalog, customer, past, kind] = await Promise.all([
      this.companies.get(scope),
      this.catalog.loadCatalog(scope),
      this.customers.read(scope, conversation.contact_id, now),
      this.history.saidBetween(scope, conversation._id, { since, before }, PAST_MESSAGES),
      this.kindOf(scope, conversation),
    ]);
    return turnFacts(request, { now, company, catalog, ...customer, past, kind });
  }

  private async kindOf(
    scope: CompanyScope,
    { channel_id }: TurnFactsRequest['conversation'],
  ): Promise<ChannelKindDefinition | undefined> {
    return channel_id ? channelKind(await this.channels.kindOf(scope, channel_id)) : undefined;
  }
}
