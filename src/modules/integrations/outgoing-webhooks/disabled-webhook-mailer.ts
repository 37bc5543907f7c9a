import { Injectable, type OnApplicationBootstrap } from '@nestjs/common';
import { AppConfig } from '../../../core/config/index.js';
import { JobHandler, Jobs, type PayloadOf } from '../../../core/jobs/index.js';
import { CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { webhookDisabledMail } from '../../accounts/notifications/index.js';
import { AccountMailer } from '../../accounts/users/index.js';
import { MailDisabledWebhook, SweepDisabledWebhooks } from './outgoing-webhooks.jobs.js';
import { WebhookEndpointsRepository } from './webhook-endpoints.repository.js';

const SWEEP_INTERVAL_MS = 300_000;
const SWEEP_BATCH = 200;

/** Mails the owners of a company when one of its webhooks was switched off. */
@Injectable()
export class DisabledWebhookMailer implements OnApplicationBootstrap {
  constructor(
    private readonly endpoints: WebhookEndpointsRepository,
    private readonly accounts: AccountMailer,
    private readonly jobs: Jobs,
    private readonly config: AppConfig,
  ) {}

  async onApplicationBootstrap(): Promise<void> {
    await this.jobs.every(SweepDisabledWebhooks, SWEEP_INTERVAL_MS);
  }

  @JobHandler(MailDisabledWebhook)
  async mail({ companyId, endpointId }: PayloadOf<typeof MailDisabledWebhook>): Promise<void> {
    const scope = CompanyScope.of(companyId);
    const endpoint = await this.endpoints.findById(scope, endpointId);
    if (!endpoint?.disabled_mail_due) return;
    const page = `${this.config.frontendUrl}/settings/webhooks/${endpointId}`;
    await this.accounts.mailRoles(scope, ['owner'], (owner) =>
      webhookDisabledMail(owner, new URL(endpoint.url).host, page),
    );
    await this.endpoints.mailSent(scope, toObjectId(endpointId));
  }

  @JobHandler(SweepDisabledWebhooks)
  async sweep(): Promise<void> {
    for (const { _id, company_id } of await this.endpoints.owingMail(SWEEP_BATCH)) {
      const payload = { companyId: company_id.toHexString(), endpointId: _id.toHexString() };
      await this.jobs.enqueue(MailDisabledWebhook, payload, { key: payload.endpointId });
    }
  }
}
