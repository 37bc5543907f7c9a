import { Injectable, Logger, type OnModuleInit } from '@nestjs/common';
import { LRUCache } from 'lru-cache';
import { Types } from 'mongoose';
import { type Principal, SessionGate } from '../../../core/auth-guards/index.js';
import { EventBus } from '../../../core/events/index.js';
import { type JobRun, UnretryableJobError } from '../../../core/jobs/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { CompaniesService } from '../companies/index.js';
import { AccountsRepository, type NotificationKind, notificationWaysOf, type User } from '../users/index.js';
import { endpointRefused } from './push.errors.js';
import { PUSH_TTL_SECONDS, type PushNotice, PushSender } from './push-sender.js';
import { PushSubscriptionsRepository } from './push-subscriptions.repository.js';
import { isQuiet } from './quiet-hours.js';
import type { PushKeys, PushSubscription } from './schemas/push-subscription.schema.js';

const REMEMBERED_COMPANIES = 10_000;
/** Another process may have registered the first browser of a company. */
const REMEMBERED_MS = 10_000;

/** One event for one browser. */
export interface PushTask {
  subscriptionId: string;
  /** Who may read the event; absent: whoever has the browser. Another user may have registered it since. */
  userId?: string;
  /** Identifies the event. */
  key: string;
  kind: NotificationKind;
  at: Date;
}

/** The person who reads a push. */
export interface PushReader {
  locale: string;
  /** The device may show texts of customers and colleagues. */
  showsText: boolean;
}

/** Registers browsers of users and sends them pushes. */
@Injectable()
export class PushService implements OnModuleInit {
  private readonly logger = new Logger(PushService.name);
  private readonly companies = new LRUCache<string, boolean>({ max: REMEMBERED_COMPANIES, ttl: REMEMBERED_MS });

  constructor(
    private readonly subscriptions: PushSubscriptionsRepository,
    private readonly sender: PushSender,
    private readonly accounts: AccountsRepository,
    private readonly companiesService: CompaniesService,
    private readonly sessions: SessionGate,
    private readonly bus: EventBus,
  ) {}

  onModuleInit(): void {
    this.bus.on('sessions.ended', ({ sessionIds }) => this.subscriptions.removeOfSessions(sessionIds));
  }

  /** Registers a browser for the log-in of the caller, or renews it. @throws AppError PUSH_ENDPOINT_REFUSED */
  async subscribe(principal: Principal, endpoint: string, keys: PushKeys): Promise<void> {
    if (!this.sender.mayCall(endpoint)) throw endpointRefused();
    const { companyId, userId, sessionId } = principal;
    await this.subscriptions.save({
      company_id: new Types.ObjectId(companyId),
      user_id: new Types.ObjectId(userId),
      session_id: new Types.ObjectId(sessionId),
      endpoint,
      keys: { p256dh: keys.p256dh, auth: keys.auth },
    });
    this.companies.delete(companyId);
  }

  async unsubscribe({ companyId, userId }: Principal, endpoint: string): Promise<void> {
    await this.subscriptions.removeOwn(CompanyScope.of(companyId), new Types.ObjectId(userId), endpoint);
  }

  /** Answers from memory, because every received message asks. */
  async hasSubscribers(scope: CompanyScope): Promise<boolean> {
    const known = this.companies.get(scope.id);
    if (known !== undefined) return known;
    const has = await this.subscriptions.haveAny(scope);
    this.companies.set(scope.id, has);
    return has;
  }

  /** The browsers of users, for one job each. @param users undefined: all of the company */
  async browsersOf(
    scope: CompanyScope,
    users?: readonly Types.ObjectId[],
  ): Promise<{ subscriptionId: string; userId: string }[]> {
    const found = await this.subscriptions.idsOf(scope, users);
    return found.map(({ _id, user_id }) => ({ subscriptionId: _id.toHexString(), userId: user_id.toHexString() }));
  }

  /**
   * Sends one push, if the user wants it now. Call it in a durable job for each browser: of several jobs for the same
   * event, one sends it.
   * @throws Error for a passing failure: the job runs again
   */
  async deliver(
    scope: CompanyScope,
    task: PushTask,
    write: (reader: PushReader) => PushNotice,
    run: JobRun,
  ): Promise<void> {
    if (Date.now() - task.at.getTime() > PUSH_TTL_SECONDS * 1_000) return;
    const subscription = await this.subscriptions.find(scope, task.subscriptionId);
    if (!subscription || isOfAnother(subscription, task.userId)) return;
    if (!(await this.sessions.isLiveNow(subscription.session_id.toHexString()))) {
      return this.subscriptions.removeUnchanged(subscription);
    }
    const user = await this.accounts.findById(scope, subscription.user_id);
    if (!user || !notificationWaysOf(user)[task.kind].includes('push')) return;
    const { time_zone, locale } = await this.companiesService.get(scope);
    const quiet = user.push_settings?.quiet_hours;
    if (quiet && isQuiet(quiet, new Date(), time_zone)) return;
    const claim = { key: `${user._id.toHexString()}:${task.key}`, run_id: run.id };
    if (!(await this.subscriptions.claim(scope, subscription._id, claim))) return;
    await this.send(subscription, write(readerOf(user, locale)), run.signal);
  }

  private async send(subscription: PushSubscription, notice: PushNotice, signal: AbortSignal): Promise<void> {
    const outcome = await this.sender.send(subscription, notice, signal);
    if (outcome === 'gone') await this.subscriptions.removeUnchanged(subscription);
    if (outcome !== 'refused') return;
    this.logger.warn({ message: 'a push was refused', host: new URL(subscription.endpoint).host });
    throw new UnretryableJobError('The push service refused a push; check the VAPID keys');
  }
}

function isOfAnother({ user_id }: PushSubscription, userId: string | undefined): boolean {
  return userId !== undefined && user_id.toHexString() !== userId;
}

function readerOf(user: User, companyLocale: string): PushReader {
  return { locale: user.locale ?? companyLocale, showsText: user.push_settings?.shows_text ?? false };
}
