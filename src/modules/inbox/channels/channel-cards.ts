import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventBus } from '../../../core/events/index.js';
import { type IntegrationCard, IntegrationRegistry } from '../../../core/integrations/index.js';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import { type ChannelView, toChannelView } from './channel-view.js';
import { ChannelsRepository } from './channels.repository.js';
import type { ChannelHealthView } from './health/channel-health.view.js';
import type { ChannelState } from './schemas/channel.schema.js';

const CHANNEL_INTEGRATION = 'channel';

/** Lists the channels of a company among its integrations. */
@Injectable()
export class ChannelCards implements OnModuleInit {
  constructor(
    private readonly channels: ChannelsRepository,
    private readonly integrations: IntegrationRegistry,
    private readonly bus: EventBus,
  ) {}

  onModuleInit(): void {
    const cardsOf = async (scope: CompanyScope) =>
      (await this.channels.findLive(scope)).map((channel) => toCard(toChannelView(channel)));
    this.integrations.register({ kind: CHANNEL_INTEGRATION, cardsOf });
    this.bus.on('channel.health_changed', ({ companyId, channel }) =>
      this.bus.emit('integration.changed', { companyId, integration: toCard(channel) }),
    );
  }
}

export function toCard({ _id, name, state, health }: ChannelView): IntegrationCard {
  const { last_in_at, last_out_at, last_error } = health;
  const times = [last_in_at, last_out_at].filter((at) => at !== null).map((at) => at.getTime());
  return {
    id: _id,
    kind: CHANNEL_INTEGRATION,
    name,
    state: cardState(state, health),
    health: {
      last_success_at: times.length > 0 ? new Date(Math.max(...times)) : null,
      last_error: last_error && { message: last_error.message, at: last_error.at },
    },
  };
}

function cardState(state: ChannelState, { next_step }: ChannelHealthView): IntegrationCard['state'] {
  if (state === 'disconnected') return 'off';
  return state === 'live' && (next_step === null || next_step === 'wait') ? 'live' : 'attention';
}
