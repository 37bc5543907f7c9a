import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import type { Message } from '../../../inbox/message-log/index.js';
import type { Place } from './activations.service.js';

/** Answers the messages that no flow takes. */
export interface UnclaimedMessageTaker {
  /** Whether the company's messages have to be read for it, also without a live flow. */
  isOn(scope: CompanyScope): Promise<boolean>;
  /**
   * Notes the message and returns at once; the message then counts as handled by flows. May be repeated with the same message.
   */
  take(place: Place, message: Message): Promise<void>;
  /** The number to call when an animal is in danger; null if the company has told none. */
  emergencyPhone(scope: CompanyScope): Promise<string | null>;
}

/** Hands over the customer messages that no flow has taken. Modules of automation register in `onModuleInit`. */
@Injectable()
export class UnclaimedMessages {
  private readonly takers: UnclaimedMessageTaker[] = [];

  register(taker: UnclaimedMessageTaker): void {
    this.takers.push(taker);
  }

  async isWanted(scope: CompanyScope): Promise<boolean> {
    for (const taker of this.takers) if (await taker.isOn(scope)) return true;
    return false;
  }

  async emergencyPhone(scope: CompanyScope): Promise<string | null> {
    for (const taker of this.takers) {
      const phone = await taker.emergencyPhone(scope);
      if (phone) return phone;
    }
    return null;
  }

  async handOver(place: Place, message: Message): Promise<void> {
    for (const taker of this.takers) await taker.take(place, message);
  }
}
