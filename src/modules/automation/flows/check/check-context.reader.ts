import { Injectable } from '@nestjs/common';
import type { Types } from 'mongoose';
import { CompanySecrets } from '../../../../core/integrations/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { AccountsRepository } from '../../../accounts/users/index.js';
import { BookingCatalog } from '../../../booking/catalog/index.js';
import { ChannelDirectory, channelKind, type DirectoryChannel } from '../../../inbox/channels/index.js';
import { opensSoon } from '../../flow-actions/index.js';
import type { ChannelLimits, CheckContext, OtherKeyword } from '../../flow-core/index.js';
import { FlowsRepository, type LiveRow } from '../flows.repository.js';

const MINUTE_MS = 60_000;

/** The ids and limits of a company that a check needs. */
export interface CheckWorld extends CheckContext {
  /** Hex ids of all connected channels. */
  readonly knownChannels: ReadonlySet<string>;
}

/** Reads what a graph is checked against. */
@Injectable()
export class CheckContextReader {
  constructor(
    private readonly channels: ChannelDirectory,
    private readonly secrets: CompanySecrets,
    private readonly catalog: BookingCatalog,
    private readonly accounts: AccountsRepository,
    private readonly flows: FlowsRepository,
  ) {}

  /** @param channelIds the channels of the flow; empty: all of the company */
  async read(scope: CompanyScope, flowId: Types.ObjectId, channelIds: readonly Types.ObjectId[]): Promise<CheckWorld> {
    const [channels, knownSecrets, catalog, users, flows, live] = await Promise.all([
      this.channels.findLive(scope),
      this.secrets.names(scope),
      this.catalog.loadCatalog(scope),
      this.accounts.colleagues(scope),
      this.flows.names(scope),
      this.flows.live(scope),
    ]);
    const services = catalog.services.filter(({ active }) => active);
    const wanted = new Set(channelIds.map((id) => id.toHexString()));
    const used = channels.filter(({ _id }) => wanted.size === 0 || wanted.has(_id));
    return {
      channels: limitsOf(used),
      knownChannels: new Set(channels.map(({ _id }) => _id)),
      knownSecrets,
      knownServices: services.map(({ _id }) => _id.toHexString()),
      bookableServices: services.filter((service) => service.public).map(({ _id }) => _id.toHexString()),
      needsApproval: catalog.settings.public_approval,
      hasOpeningHours: opensSoon(catalog, new Date()),
      knownUsers: users.filter(({ state }) => state === 'active').map(({ _id }) => _id.toHexString()),
      knownFlows: [...flows.keys()],
      flowId: flowId.toHexString(),
      channelIds: [...wanted],
      otherKeywords: live.filter(({ _id }) => !_id.equals(flowId)).flatMap(keywordsOf),
    };
  }
}

/** One entry for each kind of channel. A kind that is not declared any more has no limits to check. */
function limitsOf(channels: readonly DirectoryChannel[]): ChannelLimits[] {
  const kinds = new Set(channels.flatMap((channel) => channelKind(channel) ?? []));
  return [...kinds].map(({ platform, choiceLimits, textLimit, replyWindowMs }) => ({
    platform,
    buttons: choiceLimits?.buttons ?? 0,
    buttonTitle: choiceLimits?.buttonTitle ?? 0,
    rows: choiceLimits?.list?.rows ?? null,
    textLimit: textLimit.limit,
    replyWindowMin: replyWindowMs === null ? null : replyWindowMs / MINUTE_MS,
  }));
}

function keywordsOf({ name, channel_ids, live_triggers }: LiveRow): OtherKeyword[] {
  const ofFlow = channel_ids.map((id) => id.toHexString());
  return live_triggers.flatMap(({ data: { kind, words = [], channel_ids: own } }) =>
    kind === 'keyword' ? [{ flow: name, words, channelIds: own?.length ? own : ofFlow }] : [],
  );
}
