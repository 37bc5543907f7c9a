import { Injectable, Logger } from '@nestjs/common';
import { CompanyScope } from '../../../../core/tenancy/index.js';
import { AppError } from '../../../../core/errors/index.js';
import {
  type AccountConnector,
  type AccountFindings,
  type SelfTestStep,
  type StepResult,
  type TestedAccount,
  type TestOptions,
  type TestOutcome,
  type TokenCheck,
} from '../../channels/index.js';
import { WahaClient, type WahaSessionState } from '../client/waha-client.js';
import { isWahaError } from '../client/waha-errors.js';
import { WahaConnectionService } from '../connection/waha-connection.service.js';
import { WebhookAddress } from '../webhook/webhook-address.js';
import type { WhatsappSession } from '../sessions/whatsapp-session.schema.js';
import { WhatsappSessionsRepository } from '../sessions/whatsapp-sessions.repository.js';
import { codeOf } from '../waha.errors.js';
import { STARTING, STOPPED, WORKING } from '../waha.constants.js';

interface Failure {
  readonly code: string;
  readonly message: string;
  /** Only a person can mend it. */
  readonly isRefused: boolean;
}

/** Tests channels that a WAHA server carries. The token of such a channel is the key of its webhooks. */
@Injectable()
export class WahaConnector implements AccountConnector {
  readonly providerName = 'WAHA';
  private readonly logger = new Logger(WahaConnector.name);

  constructor(
    private readonly sessions: WhatsappSessionsRepository,
    private readonly connections: WahaConnectionService,
    private readonly client: WahaClient,
    private readonly address: WebhookAddress,
  ) {}

  async test({ external_id }: TestedAccount, _token: string, { onStep }: TestOptions = {}): Promise<TestOutcome> {
    const results: StepResult[] = [];
    const note = async (step: SelfTestStep, ok: boolean, message: string): Promise<void> => {
      results.push({ step, ok, message });
      await onStep?.({ step, ok, message });
    };
    const session = await this.sessions.findByKey(external_id);
    const found = session ? await this.ask(session) : failure('SESSION_MISSING', 'The number was removed', true);
    if (isFailure(found)) {
      await note('token', false, found.message);
      return outcomeOf(results, {}, found);
    }
    await note('token', true, 'The WAHA server accepts the key');
    const fault = faultOf(found);
    if (fault || !found) {
      await note('account', false, fault?.message ?? '');
      const isStopped = found?.status === STOPPED && Boolean(session?.stopped_at);
      return { ...outcomeOf(results, {}, fault), isStopped };
    }
    await note('account', true, `WhatsApp is connected${found.phone ? ` as +${found.phone}` : ''}`);
    const isDelivered = found.webhookUrls.includes(this.address.of(external_id));
    const message = isDelivered
      ? 'The server delivers to PetBuddy'
      : 'The server does not deliver here. Start it again';
    await note('subscription', isDelivered, message);
    const settings = { session: session?.session_name ?? '', ...(found.phone && { phone: found.phone }) };
    return outcomeOf(results, { settings }, isDelivered ? undefined : failure('WEBHOOK_MISSING', message, false));
  }

  /** A key of webhooks does not end. */
  checkToken(): Promise<TokenCheck> {
    return Promise.resolve({ findings: {}, isRefused: false });
  }

  /** The session is removed when the channel says that it is disconnected, also if it was never proven. */
  disconnect({ external_id }: TestedAccount): Promise<void> {
    this.logger.log(`channel ${external_id} is disconnected`);
    return Promise.resolve();
  }

  private async ask(session: WhatsappSession): Promise<WahaSessionState | null | Failure> {
    try {
      const server = await this.connections.server(CompanyScope.of(session.company_id));
      const state = await this.client.session(server, session.session_name);
      // Another company may have made a session of the same name on a shared server.
      return state?.owner === session.session_key ? state : null;
    } catch (error) {
      if (error instanceof AppError) return failure(error.code, error.message, true);
      if (!isWahaError(error)) throw error;
      const code = codeOf(error);
      return failure(code, error.message, code === 'WAHA_KEY_REFUSED');
    }
  }
}

function failure(code: string, message: string, isRefused: boolean): Failure {
  return { code, message, isRefused };
}

function isFailure(value: WahaSessionState | null | Failure): value is Failure {
  return value !== null && 'isRefused' in value;
}

/** Undefined while the phone is connected. A session that starts may work in a moment. */
function faultOf(state: WahaSessionState | null): Failure | undefined {
  if (state?.status === WORKING) return undefined;
  if (state?.status === STARTING) return failure('SESSION_STARTING', 'The connection starts', false);
  return failure('SESSION_DOWN', 'The phone is not connected. Show the QR code and scan it with the phone', true);
}

function outcomeOf(results: StepResult[], findings: AccountFindings, fault: Failure | undefined): TestOutcome {
  const isProven = results.some(({ step, ok }) => step === 'account' && ok);
  const error = fault && { code: fault.code, message: fault.message };
  return { results, findings, isProven, isRefused: fault?.isRefused ?? false, error };
}
