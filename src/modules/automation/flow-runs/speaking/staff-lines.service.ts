import { Injectable } from '@nestjs/common';
import type { CompanyScope } from '../../../../core/tenancy/index.js';
import { CompaniesService } from '../../../accounts/companies/index.js';
import type { Conversation } from '../../../inbox/conversations/index.js';
import { SystemLinesService } from '../../../inbox/messages/index.js';
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
    const { key, flow, cause, reason = '' } = line;
    const { channel_id, platform } = conversation;
    if (!channel_id) return;
    const { locale } = await this.companies.get(scope);
    await this.lines.add(scope, { _id: channel_id.toHexString(), platform }, conversation, {
      external_id: `hand-off:${key}`,
      at: new Date(),
      content: staffLineText(locale, cause, { flow: flow ?? '', reason }),
      context: { hand_off: { flow, reason, cause } },
    });
  }
}
