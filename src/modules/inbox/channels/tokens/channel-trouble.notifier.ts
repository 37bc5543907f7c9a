import { Injectable, type OnApplicationBootstrap, type OnModuleInit } from '@nestjs/common';
import type { Role } from '../../../../core/auth-guards/index.js';
import { AppConfig } from '../../../../core/config/index.js';
import { EventBus } from '../../../../core/events/index.js';
import { defineJob, JobHandler, Jobs, type PayloadOf } from '../../../../core/jobs/index.js';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import {
  type Mail,
  type Recipient,
  tokenExpiringMail,
  tokenRefusedMail,
} from '../../../accounts/notifications/index.js';
import { NotificationCenter } from '../../../accounts/notification-center/index.js';
import { AccountMailer, AccountsRepository } from '../../../accounts/users/index.js';
import { channelKind } from '../channel-kinds.js';
import { type ChannelView, toChannelView } from '../channel-view.js';
import { ChannelsRepository } from '../channels.repository.js';
import type { Channel } from '../schemas/channel.schema.js';
import { endOf, tokenOf, type TokenState } from './channel-token.js';

/** Tells owners and managers to connect a channel again, now or soon. */
const MailChannelTrouble = defineJob<{ companyId: string; channelId: string }>('channels.mail-trouble');
/** Enqueues jobs again that were lost. */
const SweepChannelTroubles = defineJob('channels.sweep-troubles');

const MANAGERS: readonly Role[] = ['owner', 'manager'];
const NOTIFICATIONS = {
  needs_reconnect: 'channel.needs_reconnect',
  expiring: 'channel.token_expiring',
} as const satisfies Partial<Record<TokenState, string>>;
const SWEEP_INTERVAL_MS = 300_000;
const SWEEP_BATCH = 200;

@Injectable()
export class ChannelTroubleNotifier implements OnModuleInit, OnApplicationBootstrap {
  constructor(
    private readonly channels: ChannelsRepository,
    private readonly accounts: AccountMailer,
    private readonly users: AccountsRepository,
    private readonly center: NotificationCenter,
    private readonly jobs: Jobs,
    private readonly bus: EventBus,
    private readonly config: AppConfig,
  ) {}

  onModuleInit(): void {
    this.bus.on('channel.health_changed', async ({ companyId, channel: { _id, token } }) => {
      if (token && token.state !== 'ok') await this.request({ companyId, channelId: _id });
      await this.markOverAsRead(CompanyScope.of(companyId), { _id, token });
    });
  }

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.every(SweepChannelTroubles, SWEEP_INTERVAL_MS);
  }

  /** A repetition after a failure may send a person the mail twice. */
  @JobHandler(MailChannelTrouble)
  async notify({ companyId, channelId }: PayloadOf<typeof MailChannelTrouble>): Promise<void> {
    const scope = CompanyScope.of(companyId);
    const channel = await this.channels.findById(scope, channelId);
    if (!channel?.token_mail_due) return;
    // The problem may have ended meanwhile.
    if (toChannelView(channel).token?.state === channel.token_mail_due) {
      await this.tellInApp(scope, channel);
      await this.accounts.mailRoles(scope, MANAGERS, (to) => this.write(to, channel), 'channel_trouble');
    }
    await this.channels.troubleMailed(scope, channel);
    // It may also have ended while the notification was stored.
    await this.markOverAsRead(scope, toChannelView(await this.channels.getById(scope, channelId)));
  }

  @JobHandler(SweepChannelTroubles)
  async sweep(): Promise<void> {
    for (const { _id, company_id } of await this.channels.owingMail(SWEEP_BATCH)) {
      await this.request({ companyId: company_id.toHexString(), channelId: _id.toHexString() });
    }
  }

  private async markOverAsRead(scope: CompanyScope, { _id, token }: Pick<ChannelView, '_id' | 'token'>): Promise<void> {
    const over = Object.entries(NOTIFICATIONS).flatMap(([trouble, type]) => (trouble === token?.state ? [] : [type]));
    await this.center.markReadOfChannel(scope, _id, over);
  }

  private async tellInApp(scope: CompanyScope, channel: Channel): Promise<void> {
    const { _id, name, platform, token_mail_due: due } = channel;
    const token = tokenOf(channel);
    const channel_id = _id.toHexString();
    const ends_at = endOf(token)?.toISOString();
    const managers = await this.users.activeWithRole(scope, MANAGERS);
    await this.center.tell(
      scope,
      managers.map((user) => user._id),
      {
        type: NOTIFICATIONS[due ?? 'needs_reconnect'],
        key: ['channel', channel_id, due, token.stored_at?.toISOString(), token.warned_days].join(':'),
        data: { channel_id, name, platform, ...(ends_at === undefined ? {} : { ends_at }) },
        words: { channel: name, kind: channelKind(channel)?.label ?? platform },
      },
    );
  }

  private request(payload: PayloadOf<typeof MailChannelTrouble>): Promise<void> {
    return this.jobs.enqueue(MailChannelTrouble, payload, { key: payload.channelId });
  }

  private write(to: Recipient, channel: Channel): Mail {
    const name = `${channel.name} (${channelKind(channel)?.label ?? channel.platform})`;
    const url = `${this.config.frontendUrl}/settings/channels?channel=${channel._id.toHexString()}`;
    const end = endOf(tokenOf(channel));
    return channel.token_mail_due === 'expiring' && end
      ? tokenExpiringMail(to, { name, end, url })
      : tokenRefusedMail(to, { name, url });
  }
}
