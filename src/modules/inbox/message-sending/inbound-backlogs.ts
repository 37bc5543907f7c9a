import { Injectable } from '@nestjs/common';

export interface BacklogAccount {
  readonly platform: string;
  readonly external_id: string;
}

/** Whether stored events of the customer are not applied yet. */
export type BacklogCheck = (account: BacklogAccount, customerId: string) => Promise<boolean>;

/**
 * Asks the queues of received events, which register in `onModuleInit`. Nothing is sent again while a stored echo may
 * show that it was sent.
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
