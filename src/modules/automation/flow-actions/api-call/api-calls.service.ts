import { Injectable } from '@nestjs/common';
import { AppConfig } from '../../../../core/config/index.js';
import { CompanySecrets } from '../../../../core/integrations/index.js';
import { DurableLimiter } from '../../../../core/limits/index.js';
import {
  AllowedHosts,
  type CallAnswer,
  callOnce,
  CallTimeoutError,
  parseCallable,
  ResponseTooLargeError,
  TooManyRedirectsError,
  UnsafeUrlError,
} from '../../../../core/outbound/index.js';
import { SecretBoxError } from '../../../../core/security/index.js';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import type { FlowEffect, Json } from '../../flow-core/index.js';
import { ActionFailure } from '../action-failure.js';
import type { FlowActionRun } from '../flow-action-run.js';
import { valueOf } from './answer.js';
import {
  CALL_TIMEOUT_MS,
  CALLS_PER_MINUTE,
  CONNECT_TIMEOUT_MS,
  MAX_ANSWER_BYTES,
  MAX_REDIRECTS,
  PORTS,
} from './call-limits.js';
import { HostBreakers } from './host-breakers.js';
import { filledHeaders, secretsIn } from './request-headers.js';

type ApiCall = Extract<FlowEffect, { kind: 'api_call' }>;

/** Calls other systems for flows. Flows are written by companies, so no address and no header is trusted. */
@Injectable()
export class ApiCalls {
  private readonly allowed: AllowedHosts;

  constructor(
    private readonly secrets: CompanySecrets,
    private readonly limits: DurableLimiter,
    private readonly breakers: HostBreakers,
    config: AppConfig,
  ) {
    this.allowed = new AllowedHosts(config.outboundAllowedHosts);
  }

  /**
   * A call that changes something is made once: after a crash nobody knows whether the other system got it.
   * @returns `{status, body}`; the body is JSON, or text of at most 8 KB
   * @throws ActionFailure
   */
  async call(scope: CompanyScope, run: FlowActionRun, effect: ApiCall): Promise<Json> {
    if (run.is_repeat && effect.method !== 'GET')
      throw new ActionFailure(
        'UNKNOWN_OUTCOME',
        'PetBuddy stopped during the call, so nobody knows whether it was done',
      );
    const url = this.urlOf(effect.url);
    const secrets = await this.readSecrets(scope, secretsIn(effect.headers));
    const headers = filledHeaders(effect.headers, secrets);
    if (await this.limits.take(`flow-calls:${scope.id}`, CALLS_PER_MINUTE))
      throw new ActionFailure(
        'RATE_LIMITED',
        `The flows of a company may make ${CALLS_PER_MINUTE.max} calls a minute; wait a minute`,
      );
    const answer = await this.breakers
      .run(scope, url.host, () => this.send(run, effect, headers))
      .catch((error: unknown) => Promise.reject(failureOf(error, url.host)));
    return valueOf(answer, [...secrets.values()]);
  }

  private urlOf(address: string): URL {
    try {
      return parseCallable(address, this.allowed, PORTS);
    } catch (error) {
      throw failureOf(error, 'the address');
    }
  }

  private async readSecrets(scope: CompanyScope, names: readonly string[]): Promise<Map<string, string>> {
    const values = await Promise.all(names.map((name) => this.readSecret(scope, name)));
    return new Map(names.map((name, index) => [name, values[index] as string]));
  }

  private async readSecret(scope: CompanyScope, name: string): Promise<string> {
    try {
      const value = await this.secrets.read(scope, name);
      if (value !== undefined) return value;
    } catch (error) {
      if (!(error instanceof SecretBoxError)) throw error;
      throw new ActionFailure('SECRET_UNREADABLE', `The secret ${name} cannot be decrypted; enter its value again`);
    }
    throw new ActionFailure('SECRET_MISSING', `There is no secret ${name}; add it in the settings`);
  }

  private send(
    { run_id, step }: FlowActionRun,
    { method, url, body }: ApiCall,
    headers: Record<string, string>,
  ): Promise<CallAnswer> {
    const isRead = method === 'GET';
    return callOnce(url, {
      method,
      headers: {
        accept: 'application/json, text/plain;q=0.9, */*;q=0.5',
        ...(isRead ? {} : { 'idempotency-key': `${run_id.toHexString()}:${step}` }),
        ...(isRead || body === null ? {} : { 'content-type': 'application/json' }),
        ...headers,
      },
      ...(isRead || body === null ? {} : { body }),
      timeoutMs: CALL_TIMEOUT_MS,
      connectTimeoutMs: CONNECT_TIMEOUT_MS,
      maxBodyBytes: MAX_ANSWER_BYTES,
      maxRedirects: MAX_REDIRECTS,
      ports: PORTS,
      allowed: this.allowed,
    });
  }
}

/** Without the message of the error, which may contain parts of the request. */
function failureOf(error: unknown, host: string): ActionFailure {
  if (error instanceof ActionFailure) return error;
  if (error instanceof UnsafeUrlError)
    return new ActionFailure('URL_NOT_ALLOWED', `Flows call https addresses on the public internet only, not ${host}`);
  if (error instanceof CallTimeoutError)
    return new ActionFailure('TIMED_OUT', `${host} did not answer within ${error.limitMs / 1_000} s`);
  if (error instanceof ResponseTooLargeError)
    return new ActionFailure('TOO_LARGE', `${host} answered with more than ${error.maxBytes / 1_024} KB`);
  if (error instanceof TooManyRedirectsError)
    return new ActionFailure('TOO_MANY_REDIRECTS', `${host} redirects more than ${error.maxRedirects} times`);
  return new ActionFailure('CONNECTION_FAILED', `${host} could not be reached, or its answer could not be read`);
}
