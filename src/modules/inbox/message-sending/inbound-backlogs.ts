import { Injectable } from '@nestjs/common';

/** A business account as its provider names it. */
export interface BacklogAccount {
  readonly platform: string;
  readonly external_id: string;
}

/** Whether something of the customer was received and has not been applied yet. */
export type BacklogCheck = (account: BacklogAccount, customerId: string) => Promise<boolean>;

/**
 * Where channel adapters that store events before they apply them sign up, in their `onModuleInit`. A stored echo may
 * say that a message is out of which we know nothing better; nothing is sent again before it was heard.
 */
@Injectable()
export class InboundBacklogs {
  private readonly checks: BacklogCheck[] = [];

  register(check: BacklogCheck): void {
    this.checks.push(check);
  }

  async has(account: BacklogAccount, customerId: string): Promise<boolean> {
    const answers = await Promise.all(this.checks.map((check) => check(account, customerId)));
    return answers.includes(true);
  }
}
