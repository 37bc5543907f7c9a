import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { CompaniesService } from '../../../accounts/companies/index.js';
import type { Conversation } from '../../../inbox/conversations/index.js';
import { type SystemLine, SystemLinesService } from '../../../inbox/messages/index.js';
import { type StaffLineCause, staffLineText } from './staff-line-texts.js';

export interface StaffLine {
  /** Names the line, so that it is added once. */
  readonly key: string;
  /** The name of the flow; null if none is meant. */
  readonly flow: string | null;
  readonly cause: StaffLineCause;
  /** The words of the flow's author, or the brief of the assistant. */
  readonly reason?: string;
}

/** Adds lines about flows to conversations, which only staff see. */
@Injectable()
export class StaffLines {
  constructor(
    private readonly lines: SystemLinesService,
    private readonly companies: CompaniesService,
  ) {}

  /** In the language of the company. Screens make their own text from the context. */
  async add(scope: CompanyScope, conversation: Conversation, line: StaffLine): Promise<void> {
    const { channel_id, platform } = conversation;
    if (!channel_id) return;
    const channel = { _id: channel_id.toHexString(), platform };
    await this.lines.add(scope, channel, conversation, { ...(await this.wordsOf(scope, line)), at: new Date() });
  }

  /** Puts other words in place of the line with this key. May be repeated. */
  async rewrite(scope: CompanyScope, { channel_id }: Conversation, line: StaffLine): Promise<void> {
    if (channel_id) await this.lines.rewrite(scope, channel_id, await this.wordsOf(scope, line));
  }

  private async wordsOf(
    scope: CompanyScope,
    { key, flow, cause, reason = '' }: StaffLine,
  ): Promise<Omit<SystemLine, 'at'>> {
    const { locale } = await this.companies.get(scope);
    return {
      external_id: `hand-off:${key}`,
      content: staffLineText(locale, cause, { flow: flow ?? '', reason }),
      context: { hand_off: { flow, reason, cause } },
    };
  }
}
