import { getModelToken } from '@nestjs/mongoose';
import type { Model, Types } from 'mongoose';
import request from 'supertest';
import { type Sandbox, startSandbox } from '../../sandbox/server.js';
import type { TakenWebhook } from '../../sandbox/webhook-consumer.js';
import { RealtimeEventsRepository, RealtimeService } from '../../src/core/realtime/index.js';
import { CompanyScope, toObjectId } from '../../src/core/tenancy/index.js';
import { DeliveryScheduler } from '../../src/modules/integrations/outgoing-webhooks/delivery-scheduler.service.js';
import type { WebhookDeliveryDto } from '../../src/modules/integrations/outgoing-webhooks/dto/webhook-delivery.dto.js';
import type {
  WebhookEndpointDto,
  WebhookSecretDto,
} from '../../src/modules/integrations/outgoing-webhooks/dto/webhook-endpoint.dto.js';
import { WebhookDelivery } from '../../src/modules/integrations/outgoing-webhooks/schemas/webhook-delivery.schema.js';
import { WebhookEndpoint } from '../../src/modules/integrations/outgoing-webhooks/schemas/webhook-endpoint.schema.js';
import { WebhookDeliveriesRepository } from '../../src/modules/integrations/outgoing-webhooks/webhook-deliveries.repository.js';
import type { RegisteredCompany } from '../builders/accounts.js';
import { aContact } from '../builders/contacts.js';
import { beforeNext } from './before-next.js';
import type { TestApp } from './test-app.js';

let consumers = 0;

/** A sandbox for its consumers of webhooks, which are at `hostOf` it. */
export function startConsumers(): Promise<Sandbox> {
  return startSandbox({ port: 0, apiBaseUrl: 'http://127.0.0.1:9', appSecret: 'secret', verifyToken: 'token' });
}

/** A company that has webhooks, by its API. */
export class WebhookCompany {
  constructor(
    private readonly app: TestApp,
    private readonly owner: RegisteredCompany,
    private readonly sandbox: Sandbox,
  ) {}

  /** Adds a webhook with a consumer of its own, which checks the signatures. */
  async aWebhook(
    fields: { events?: string[]; url?: string } = {},
  ): Promise<{ name: string; webhook: WebhookSecretDto }> {
    const name = `consumer-${++consumers}`;
    const body = { url: `${this.sandbox.url}/consumer/${name}`, events: ['message.created'], ...fields };
    const webhook = (await this.call('post', '', body).expect(201)).body as WebhookSecretDto;
    this.sandbox.consumer.knobsOf(name).secret = webhook.secret;
    return { name, webhook };
  }

  call(method: 'get' | 'post' | 'patch' | 'delete', path: string, body?: object): request.Test {
    return request(this.app.url)[method](`/api/v1/integrations/webhooks${path}`).set(this.owner.auth).send(body);
  }

  /** The request with the message of this content that a consumer has taken, or will take. */
  taken(name: string, content: string): Promise<TakenWebhook> {
    return this.sandbox.consumer.waitFor(name, (body) => contentOf(body) === content);
  }

  async read({ _id }: { _id: string }): Promise<WebhookEndpointDto> {
    return (await this.call('get', `/${_id}`).expect(200)).body as WebhookEndpointDto;
  }

  async deliveries({ _id }: { _id: string }, query = ''): Promise<WebhookDeliveryDto[]> {
    const { body } = await this.call('get', `/${_id}/deliveries?${query}`).expect(200);
    return (body as { items: WebhookDeliveryDto[] }).items;
  }

  /** The newest delivery with its body, as the API returns it. */
  async newestDelivery(webhook: { _id: string }): Promise<string> {
    const [delivery] = await this.deliveries(webhook);
    return (await this.call('get', `/${webhook._id}/deliveries/${delivery?._id}`).expect(200)).text;
  }

  /** Removes the text of the next message from the log, after the log was read and before the delivery is stored. */
  async removesWordsBeforeTheyAreRecorded(): Promise<void> {
    const scope = CompanyScope.of(this.owner.company._id);
    const [realtime, log] = [this.app.app.get(RealtimeService), this.app.app.get(RealtimeEventsRepository)];
    const cursor = await realtime.latestSeq(scope);
    beforeNext(this.app.app.get(WebhookDeliveriesRepository, { strict: false }), 'record', async () => {
      const logged = (await log.after(scope, cursor, 10)).find(({ event }) => event === 'message:new');
      await realtime.forgetMessage(scope, (logged?.data['message'] as { _id: Types.ObjectId })._id);
    });
  }

  get scheduler(): DeliveryScheduler {
    return this.app.app.get(DeliveryScheduler, { strict: false });
  }

  stored({ _id }: { _id: string }): Promise<WebhookEndpoint | null> {
    return this.model<WebhookEndpoint>(WebhookEndpoint.name).findOne({ _id, ...this.own });
  }

  /** Changes stored fields of a webhook, as time or another process would. */
  async change(id: string, fields: Partial<WebhookEndpoint>): Promise<void> {
    await this.model<WebhookEndpoint>(WebhookEndpoint.name).updateOne({ _id: id, ...this.own }, { $set: fields });
  }

  /** As if the pause before the next attempt were over. */
  async attemptAgain(endpointId: string): Promise<void> {
    const pending = { endpoint_id: toObjectId(endpointId), status: 'pending' as const, ...this.own };
    const due = { $set: { next_attempt_at: new Date() } };
    await this.model<WebhookDelivery>(WebhookDelivery.name).updateMany(pending, due);
    await this.scheduler.sweep();
  }

  async deleteContact(id: string): Promise<void> {
    await request(this.app.url).delete(`/api/v1/contacts/${id}`).set(this.owner.auth).expect(204);
  }

  /** A customer writes by the company's own page. @param url of another process of the product */
  async receivesMessage(content: string, url = this.app.url): Promise<void> {
    const contact = await aContact(this.app, this.owner);
    const message = { contact_id: contact._id, role: 'user', direction: 'inbound', platform: 'web', content };
    await request(url).post('/api/v1/messages').set(this.owner.auth).send(message).expect(201);
  }

  private get own(): { company_id: WebhookEndpoint['company_id'] } {
    return { company_id: toObjectId(this.owner.company._id) };
  }

  private model<T>(name: string): Model<T> {
    return this.app.app.get(getModelToken(name), { strict: false });
  }
}

export function contentOf(body: object): string {
  return (body as { data: { message: { content: string } } }).data.message.content;
}
