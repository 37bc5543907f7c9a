import { Injectable, type OnModuleInit } from '@nestjs/common';
import { EventBus } from '../../../core/events/index.js';
import { RealtimeService } from '../../../core/realtime/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';

@Injectable()
export class ChannelHealthAnnouncer implements OnModuleInit {
  constructor(
    private readonly bus: EventBus,
    private readonly realtime: RealtimeService,
  ) {}

  onModuleInit(): void {
    this.bus.on('channel.health_changed', async ({ companyId, channel }) => {
      await this.realtime.publish(CompanyScope.of(companyId), 'channel:health', { channel });
    });
  }
}
