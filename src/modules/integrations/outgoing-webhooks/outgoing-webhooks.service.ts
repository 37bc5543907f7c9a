import { Injectable } from '@nestjs/common';
import { Types } from 'mongoose';
import { AppConfig } from '../../../core/config/index.js';
import { AllowedHosts, assertCallable, UnsafeUrlError } from '../../../core/outbound/index.js';
import { RealtimeEventsRepository } from '../../../core/realtime/index.js';
import { SecretBox } from '../../../core/security/index.js';
import type { CompanyScope, Page, PageRequest } from '../../../core/tenancy/index.js';
import { DeliveryScheduler } from './delivery-scheduler.service.js';
import type { CreateWebhookDto, UpdateWebhookDto } from './dto/webhook-endpoint.dto.js';
import { OutgoingWebhooksGateway } from './outgoing-webhooks.gateway.js';
import { tooManyWebhooks, unsafeWebhookAddress } from './outgoing-webhooks.errors.js';
import { previousSecretPlace, secretPlace, type WebhookEndpoint } from './schemas/webhook-endpoint.schema.js';
import { WebhookDeliveriesRepository } from './webhook-deliveries.repository.js';
import { WebhookEndpointsRepository } from './webhook-endpoints.repository.js';
import { MAX_ENDPOINTS, ROTATION_MS } from './webhook-limits.js';
import { newWebhookSecret } from './webhook-signer.js';

/** A secret is in plain text only here, in the answer to the person who made it. */
export interface WithSecret {
  readonly endpoint: WebhookEndpoint;
  readonly secret: string;
}

/** The endpoints of a company. */
@Injectable()
export class OutgoingWebhooksService {
  private readonly allowed: AllowedHosts;

  constructor(
    private readonly endpoints: WebhookEndpointsRepository,
    private readonly deliveries: WebhookDeliveriesRepository,
    private readonly log: RealtimeEventsRepository,
    private readonly secrets: SecretBox,
    private readonly scheduler: DeliveryScheduler,
    private readonly gateway: OutgoingWebhooksGateway,
    config: AppConfig,
  ) {
    this.allowed = new AllowedHosts(config.outboundAllowedHosts);
  }

  list(scope: CompanyScope, request: PageRequest): Promise<Page<WebhookEndpoint>> {
    return this.endpoints.list(scope, request);
  }

  /** @throws AppError NOT_FOUND */
  get(scope: CompanyScope, id: Types.ObjectId): Promise<WebhookEndpoint> {
    return this.endpoints.getById(scope, id);
  }

  /** The endpoint gets the events from now on. @throws AppError UNSAFE_ADDRESS | TOO_MANY_WEBHOOKS */
  async create(scope: CompanyScope, { url, events, description = '' }: CreateWebhookDto): Promise<WithSecret> {
    await this.assertSafe(url);
    if ((await this.endpoints.countAll(scope)) >= MAX_ENDPOINTS) throw tooManyWebhooks();
    const secret = newWebhookSecret();
    const _id = new Types.ObjectId();
    const endpoint = await this.endpoints.create(scope, {
      _id,
      url,
      events,
      description,
      active: true,
      secret: this.secrets.seal(secret, secretPlace({ _id, company_id: scope.companyId })),
      cursor: await this.log.latestSeq(scope),
    });
    this.changed(scope, endpoint);
    return { endpoint, secret };
  }

  /**
   * An endpoint that is switched on gets the events from then on, and the deliveries that still wait.
   * @throws AppError NOT_FOUND | VERSION_MISMATCH | UNSAFE_ADDRESS
   */
  async update(
    scope: CompanyScope,
    id: Types.ObjectId,
    input: UpdateWebhookDto,
    version?: number,
  ): Promise<WebhookEndpoint> {
    if (input.url !== undefined) await this.assertSafe(input.url);
    const fields = Object.fromEntries(
      Object.entries(input).filter(([, value]) => value !== undefined),
    ) as Partial<UpdateWebhookDto>;
    const cursor = fields.active ? await this.log.latestSeq(scope) : 0;
    const endpoint = await this.endpoints.change(
      scope,
      id,
      (current) => ({
        ...fields,
        ...(fields.active && !current.active ? { cursor, disabled_at: null, failing_since: null } : {}),
      }),
      version,
    );
    this.changed(scope, endpoint);
    this.scheduler.wake(scope, id);
    return endpoint;
  }

  /** With its deliveries. @throws AppError NOT_FOUND */
  async remove(scope: CompanyScope, id: Types.ObjectId): Promise<void> {
    const endpoint = await this.endpoints.deleteById(scope, id);
    await this.deliveries.removeOf(scope, id);
    this.changed(scope, { ...endpoint, active: false, disabled_at: null, failing_since: null });
  }

  /** Both secrets sign for a day. @throws AppError NOT_FOUND | CONCURRENT_CHANGE */
  async rotateSecret(scope: CompanyScope, id: Types.ObjectId): Promise<WithSecret> {
    const secret = newWebhookSecret();
    const endpoint = await this.endpoints.change(scope, id, (current) => ({
      previous_secret: this.secrets.seal(
        this.secrets.open(current.secret, secretPlace(current)),
        previousSecretPlace(current),
      ),
      previous_secret_until: new Date(Date.now() + ROTATION_MS),
      secret: this.secrets.seal(secret, secretPlace(current)),
    }));
    return { endpoint, secret };
  }

  private changed(scope: CompanyScope, endpoint: WebhookEndpoint): void {
    this.scheduler.forget(scope);
    this.gateway.announce(scope, endpoint);
  }

  private async assertSafe(url: string): Promise<void> {
    try {
      await assertCallable(url, this.allowed);
    } catch (error) {
      throw error instanceof UnsafeUrlError ? unsafeWebhookAddress(error.message) : error;
    }
  }
}
