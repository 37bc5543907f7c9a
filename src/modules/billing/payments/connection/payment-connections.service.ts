import { randomBytes } from 'node:crypto';
import { Injectable, Logger } from '@nestjs/common';
import { Types } from 'mongoose';
import type { Principal } from '../../../../core/auth-guards/index.js';
import { AppConfig } from '../../../../core/config/index.js';
import { API_PREFIX } from '../../../../core/http/index.js';
import { KeyedLocks } from '../../../../core/locks/index.js';
import { SecretBox } from '../../../../core/security/index.js';
import { type CompanyScope, toObjectId } from '../../../../core/tenancy/index.js';
import { keyRefused, paymentsOpen, providerMissing, providerUnreachable } from '../payments.errors.js';
import { PaymentsRepository } from '../payments.repository.js';
import {
  PaymentProvider,
  type ProviderAccess,
  type ProviderEnvironment,
  ProviderRefusal,
} from '../provider/payment-provider.js';
import { type PaymentConnection, providerKeyPlace, providerTokenPlace } from './payment-connection.schema.js';
import { PaymentConnectionsRepository } from './payment-connections.repository.js';

export const WEBHOOK_PATH = `/${API_PREFIX}/integrations/asaas/webhook`;
const KEY_BYTES = 18;
/** 43 characters; Asaas asks for at least 32. */
const TOKEN_BYTES = 32;
const HINT_LENGTH = 4;

export interface ConnectionInput {
  readonly api_key: string;
  readonly environment: ProviderEnvironment;
}

/** Connects a company with its payment provider. */
@Injectable()
export class PaymentConnectionsService {
  private readonly audit = new Logger('Audit');

  constructor(
    private readonly connections: PaymentConnectionsRepository,
    private readonly payments: PaymentsRepository,
    private readonly provider: PaymentProvider,
    private readonly box: SecretBox,
    private readonly locks: KeyedLocks,
    private readonly config: AppConfig,
  ) {}

  of(scope: CompanyScope): Promise<PaymentConnection | null> {
    return this.connections.of(scope);
  }

  /** @throws AppError PROVIDER_MISSING */
  async access(scope: CompanyScope): Promise<ProviderAccess> {
    const connection = await this.connections.of(scope);
    if (!connection) throw providerMissing();
    return this.accessOf(connection);
  }

  /**
   * Proves the key, stores it, and registers the webhook. Repeatable.
   * @throws AppError KEY_REFUSED | PROVIDER_UNREACHABLE | PAYMENTS_OPEN for another account
   */
  async put(scope: CompanyScope, { userId }: Principal, input: ConnectionInput): Promise<PaymentConnection> {
    await this.called(() => this.provider.check({ apiKey: input.api_key, environment: input.environment }));
    return this.locks.withLock(lockOf(scope), async () => {
      await this.assertSameAccount(scope, input);
      // Stored first: after a crash the next try finds the webhook by its address.
      const stored = await this.store(scope, userId, input);
      this.audit.log({ message: 'payment provider connected', companyId: scope.id, userId });
      const registered = await this.register(scope, stored);
      await this.payments.resume(scope, new Date());
      return registered;
    });
  }

  /** Payments stay. @throws AppError PAYMENTS_OPEN */
  remove(scope: CompanyScope, { userId }: Principal): Promise<void> {
    return this.locks.withLock(lockOf(scope), () => this.removeNow(scope, userId));
  }

  async noteSuccess(scope: CompanyScope, at: Date): Promise<void> {
    await this.connections.noteHealth(scope, { last_success_at: at, last_error: null, last_error_at: null });
  }

  async noteFailure(scope: CompanyScope, problem: string, at: Date): Promise<void> {
    await this.connections.noteHealth(scope, { last_error: problem, last_error_at: at });
  }

  /** The token that the provider must send. */
  tokenOf(connection: PaymentConnection): string {
    return this.box.open(connection.webhook_token, providerTokenPlace(connection));
  }

  private async removeNow(scope: CompanyScope, userId: string): Promise<void> {
    const connection = await this.connections.of(scope);
    if (!connection) return;
    await this.assertNoneOpen(scope, connection);
    const { webhook_id } = connection;
    if (webhook_id !== null)
      await this.provider.removeWebhook(this.accessOf(connection), webhook_id).catch((error: unknown) => {
        this.audit.warn({ message: 'webhook not removed', companyId: scope.id, error: String(error) });
      });
    await this.connections.removeOf(scope);
    this.audit.log({ message: 'payment provider disconnected', companyId: scope.id, userId });
  }

  /** The account must have the open payments: else nobody would see that they are paid. */
  private async assertSameAccount(scope: CompanyScope, { api_key, environment }: ConnectionInput): Promise<void> {
    const current = await this.connections.of(scope);
    const id = (await this.payments.newestOpen(scope))?.provider?.id;
    if (!current || !id) return;
    const access = { apiKey: api_key, environment };
    const isKnown = environment === current.environment && (await this.called(() => this.provider.read(access, id)));
    if (!isKnown) throw paymentsOpen(await this.payments.countOpen(scope));
  }

  /** With a key that is refused nothing can be followed or cancelled, so it may go. */
  private async assertNoneOpen(scope: CompanyScope, connection: PaymentConnection): Promise<void> {
    const open = await this.payments.countOpen(scope);
    if (open === 0) return;
    const isRefused = await this.provider.check(this.accessOf(connection)).then(
      () => false,
      (error: unknown) => error instanceof ProviderRefusal,
    );
    if (!isRefused) throw paymentsOpen(open);
  }

  private accessOf(connection: PaymentConnection): ProviderAccess {
    const { environment } = connection;
    return { apiKey: this.box.open(connection.api_key, providerKeyPlace(connection)), environment };
  }

  private async store(scope: CompanyScope, userId: string, input: ConnectionInput): Promise<PaymentConnection> {
    const current = await this.connections.of(scope);
    const owner = { _id: current?._id ?? new Types.ObjectId(), company_id: scope.companyId };
    const fields = {
      api_key: this.box.seal(input.api_key, providerKeyPlace(owner)),
      key_hint: input.api_key.slice(-HINT_LENGTH),
      environment: input.environment,
      changed_by: toObjectId(userId),
    };
    if (current) return this.connections.change(scope, current._id, () => fields);
    return this.connections.create(scope, {
      ...{ ...owner, ...fields, webhook_id: null },
      company_key: randomBytes(KEY_BYTES).toString('base64url'),
      webhook_token: this.box.seal(randomBytes(TOKEN_BYTES).toString('base64url'), providerTokenPlace(owner)),
    });
  }

  private async register(scope: CompanyScope, connection: PaymentConnection): Promise<PaymentConnection> {
    const url = `${this.config.frontendUrl}${WEBHOOK_PATH}/${connection.company_key}`;
    const webhook = { url, token: this.tokenOf(connection) };
    const webhook_id = await this.called(() => this.provider.registerWebhook(this.accessOf(connection), webhook));
    const healthy = { last_success_at: new Date(), last_error: null, last_error_at: null };
    return this.connections.change(scope, connection._id, () => ({ webhook_id, ...healthy }));
  }

  private async called<T>(call: () => Promise<T>): Promise<T> {
    try {
      return await call();
    } catch (error) {
      throw error instanceof ProviderRefusal ? keyRefused(error.message) : providerUnreachable();
    }
  }
}

const lockOf = ({ id }: CompanyScope): string => `payment-connection:${id}`;
