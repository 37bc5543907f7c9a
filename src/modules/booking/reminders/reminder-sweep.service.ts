import { Injectable, Logger } from '@nestjs/common';
import { Interval } from '@nestjs/schedule';
import pLimit from 'p-limit';
import { crashPoint } from '../../../core/crash-points/index.js';
import { EventBus } from '../../../core/events/index.js';
import { KeyedLocks } from '../../../core/locks/index.js';
import { CompanyScope } from '../../../core/tenancy/index.js';
import { BookingCatalog, type CatalogSnapshot } from '../catalog/index.js';
import { ReminderFinder } from './reminder-finder.service.js';
import { ReminderRulesRepository } from './reminder-rules.repository.js';
import { ReminderSender } from './reminder-sender.service.js';
import { RemindersRepository } from './reminders.repository.js';
import type { ReminderRule } from './schemas/reminder-rule.schema.js';

const SWEEP_INTERVAL_MS = 60_000;
/** Rules of all companies that one sweep looks at; the others come first in the next one. */
const RULES_A_SWEEP = 5_000;
const COMPANIES_A_SWEEP = 5_000;
const COMPANIES_AT_ONCE = 4;
/** What is left is sent by the next sweep, after it has found what is due meanwhile. */
const SENDING_MS = 45_000;
const LOCK = 'reminders:sweep';

/**
 * Finds each minute what is due, stores it, and sends what is stored. Nothing is planned ahead, so nothing has to be
 * cancelled. Repeatable: what is stored once is not stored again (README.md).
 */
@Injectable()
export class ReminderSweep {
  private readonly logger = new Logger(ReminderSweep.name);

  constructor(
    private readonly rules: ReminderRulesRepository,
    private readonly reminders: RemindersRepository,
    private readonly finder: ReminderFinder,
    private readonly sender: ReminderSender,
    private readonly catalogs: BookingCatalog,
    private readonly locks: KeyedLocks,
    private readonly bus: EventBus,
  ) {}

  @Interval(SWEEP_INTERVAL_MS)
  async sweep(now = new Date()): Promise<void> {
    await this.locks.tryWithLock(LOCK, ({ signal }) => this.run(now, signal));
  }

  /** What the lock makes happen once at a time; it is correct without it, too. */
  async run(now: Date, signal: AbortSignal): Promise<void> {
    await this.claimAll(await this.rules.active(RULES_A_SWEEP), now);
    await this.sendAll(now, signal);
  }

  private async claimAll(rules: readonly ReminderRule[], now: Date): Promise<void> {
    const byCompany = Map.groupBy(rules, ({ company_id }) => company_id.toHexString());
    const swept = await pLimit(COMPANIES_AT_ONCE).map([...byCompany], ([id, own]) =>
      this.claimOf(CompanyScope.of(id), own, now),
    );
    await this.rules.noteSwept(swept.flat(), now);
  }

  /** @returns the rules that are swept until `now` */
  private async claimOf(scope: CompanyScope, rules: readonly ReminderRule[], now: Date): Promise<ReminderRule[]> {
    const swept: ReminderRule[] = [];
    try {
      const catalog = await this.catalogs.loadCatalog(scope);
      for (const rule of rules) if (await this.claimOrLeave(scope, rule, catalog, now)) swept.push(rule);
    } catch (error) {
      this.logger.error(`reminders of company ${scope.id} are left to the next sweep`, error);
    }
    return swept;
  }

  /** A rule that fails must not hold up the others. @returns whether it is swept */
  private async claimOrLeave(
    scope: CompanyScope,
    rule: ReminderRule,
    catalog: CatalogSnapshot,
    now: Date,
  ): Promise<boolean> {
    try {
      await this.claimFor(scope, rule, catalog, now);
      return true;
    } catch (error) {
      this.logger.error(`rule ${rule._id.toHexString()} is left to the next sweep`, error);
      return false;
    }
  }

  private async claimFor(scope: CompanyScope, rule: ReminderRule, catalog: CatalogSnapshot, now: Date): Promise<void> {
    const found = await this.finder.find(scope, rule, catalog, now);
    if (found.length === 0) return;
    const known = await this.reminders.known(
      scope,
      rule._id,
      found.map(({ occasion }) => occasion),
    );
    // After a merge the same customer has another contact.
    const isKnown = (occasion: string, contact: CompanyScope['companyId']): boolean =>
      known.some((one) => one.occasion === occasion && one.contact_id.equals(contact));
    const fresh = found.filter(({ occasion, contact_id }) => !isKnown(occasion, contact_id));
    await this.reminders.claim(scope, fresh, now);
    // Answers to reminders have to be read from now on.
    if (rule.kind === 'reminder' && fresh.length > 0) this.bus.emit('answers.expected', { companyId: scope.id });
    crashPoint('reminders.claimed');
  }

  /** A company with thousands of reminders takes turns with the others. */
  private async sendAll(now: Date, signal: AbortSignal): Promise<void> {
    let companies = (await this.reminders.dueCompanies(now, COMPANIES_A_SWEEP)).map((id) => CompanyScope.of(id));
    crashPoint('reminders.swept');
    const startedAt = Date.now();
    const passed = (): number => Date.now() - startedAt;
    while (companies.length > 0 && !signal.aborted && passed() < SENDING_MS) {
      const left = await pLimit(COMPANIES_AT_ONCE).map(companies, async (scope) => {
        const hasMore = await this.sendBatch(scope, new Date(now.getTime() + passed()), signal);
        return hasMore ? [scope] : [];
      });
      companies = left.flat();
    }
  }

  private async sendBatch(scope: CompanyScope, now: Date, signal: AbortSignal): Promise<boolean> {
    try {
      return await this.sender.sendBatch(scope, now, signal);
    } catch (error) {
      this.logger.error(`reminders of company ${scope.id} are left to the next sweep`, error);
      return false;
    }
  }
}
