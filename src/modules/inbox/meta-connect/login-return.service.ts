import { randomBytes } from 'node:crypto';
import { Injectable } from '@nestjs/common';
import { Types } from 'mongoose';
import type { Principal } from '../../../core/auth-guards/index.js';
import { AppConfig } from '../../../core/config/index.js';
import { type CompanyScope, toObjectId } from '../../../core/tenancy/index.js';
import { scopeOf } from './connection-progress.js';
import { ConnectionRunner } from './connection-runner.service.js';
import { type ConnectionSecrets, ConnectionSecretsBox } from './connection-secrets.js';
import { firstSteps, withFailure, withStep } from './connection-steps.js';
import type { SignupCodeDto } from './dto/meta-connection.dto.js';
import { DIALOG_TIME_MS, hashOfState } from './login-start.service.js';
import { MetaConnectionsRepository } from './meta-connections.repository.js';
import type { MetaConnection } from './schemas/meta-connection.schema.js';

const ID_BYTES = 12;
const CHOOSING_TIME_MS = 60 * 60_000;
const CANCELLED = 'You cancelled the log-in. Start it again when you are ready';
/** The codes of `connect_error` in the address of the channels page. */
type ReturnError = 'STATE_INVALID' | 'STATE_USED' | 'STATE_EXPIRED' | 'CODE_MISSING';

/** Handles the return from a dialog of Meta. */
@Injectable()
export class LoginReturnService {
  constructor(
    private readonly connections: MetaConnectionsRepository,
    private readonly runner: ConnectionRunner,
    private readonly secrets: ConnectionSecretsBox,
    private readonly config: AppConfig,
  ) {}

  /** @param query of the callback @returns the page to show */
  async take(query: Readonly<Record<string, unknown>>): Promise<string> {
    const { state, code, error } = query;
    const connection = typeof state === 'string' ? await this.connections.findByState(hashOfState(state)) : undefined;
    if (!connection) return this.pageOfError('STATE_INVALID');
    if (typeof error === 'string') return this.cancel(connection);
    if (typeof code !== 'string' || code === '') return this.pageOfError('CODE_MISSING');
    // Some browsers keep the fragment that Meta appends.
    const value = code.replace(/#_(=_)?$/, '');
    const begun = await this.connections.begin(scopeOf(connection), connection._id, 'started', {
      state: 'working',
      ...this.taken(connection, { value, isRedirected: true }),
    });
    if (!begun) return this.pageOfError(refusalOf(connection));
    void this.runner.run(begun);
    return this.pageOf(begun);
  }

  /** Takes a code of Embedded Signup from the JavaScript SDK of Meta. */
  async takeSignupCode(scope: CompanyScope, { userId }: Principal, input: SignupCodeDto): Promise<MetaConnection> {
    const { code, waba_id, phone_number_id } = input;
    const owner = { _id: new Types.ObjectId(randomBytes(ID_BYTES)), company_id: scope.companyId };
    const hint = { ...(waba_id && { waba_id }), ...(phone_number_id && { phone_number_id }) };
    await this.connections.create(scope, {
      _id: owner._id,
      user_id: toObjectId(userId),
      product: 'whatsapp',
      state: 'working',
      opened_at: new Date(),
      ...this.taken({ ...owner, steps: firstSteps() }, { value: code, isRedirected: false, hint }),
    });
    const begun = await this.connections.begin(scope, owner._id, 'working', { state: 'working' });
    if (begun) void this.runner.run(begun);
    return begun ?? this.connections.getById(scope, owner._id);
  }

  private taken(
    connection: Pick<MetaConnection, '_id' | 'company_id' | 'steps'>,
    code: NonNullable<ConnectionSecrets['code']>,
  ): Pick<MetaConnection, 'steps' | 'expires_at'> & { secrets: string } {
    return {
      steps: withStep(connection.steps, { name: 'login' }, 'done', 'You logged in at Meta'),
      expires_at: new Date(Date.now() + CHOOSING_TIME_MS),
      secrets: this.secrets.seal(connection, { code }),
    };
  }

  private async cancel(connection: MetaConnection): Promise<string> {
    const steps = withFailure(connection.steps, undefined, CANCELLED);
    const error = { code: 'CANCELLED', message: CANCELLED };
    const expires_at = new Date(Date.now() + DIALOG_TIME_MS);
    const ended = await this.connections.cancel(scopeOf(connection), connection._id, { steps, error, expires_at });
    return ended ? this.pageOf(ended) : this.pageOfError(refusalOf(connection));
  }

  private pageOf({ _id }: MetaConnection): string {
    return this.page({ connect: _id.toHexString() });
  }

  /** Never contains the id of the connection: a state that is used twice may come from somebody else. */
  private pageOfError(code: ReturnError): string {
    return this.page({ connect_error: code });
  }

  private page(query: Record<string, string>): string {
    const base = this.config.frontendUrl.replace(/\/$/, '');
    return `${base}/settings/channels?${new URLSearchParams(query).toString()}`;
  }
}

function refusalOf({ state, expires_at }: MetaConnection): ReturnError {
  const isExpired = state === 'expired' || (state === 'started' && expires_at <= new Date());
  return isExpired ? 'STATE_EXPIRED' : 'STATE_USED';
}
