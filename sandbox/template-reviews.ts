import { whatsappTemplateStatus } from './events/index.ts';
import type { MetaState } from './meta-state.ts';
import type { TemplateKey, TemplateStatus, WhatsappTemplate } from './template-book.ts';
import type { WebhookSender } from './webhook-sender.ts';

export interface Verdict {
  status: TemplateStatus;
  /** For instance INVALID_FORMAT; NONE by default. */
  reason?: string;
}

/** Changes the status of a template and sends PetBuddy the notice. */
export class TemplateReviews {
  private readonly state: MetaState;
  private readonly webhooks: WebhookSender;

  constructor(state: MetaState, webhooks: WebhookSender) {
    this.state = state;
    this.webhooks = webhooks;
  }

  /** Resolves when PetBuddy has the notice. @returns undefined if there is no such template */
  async decide(
    wabaId: string,
    key: TemplateKey,
    { status, reason = 'NONE' }: Verdict,
  ): Promise<WhatsappTemplate | undefined> {
    const template = this.state.templates.find(wabaId, key);
    if (template === undefined) return undefined;
    Object.assign(template, { status, rejected_reason: status === 'REJECTED' ? reason : 'NONE' });
    await this.webhooks.send(whatsappTemplateStatus({ wabaId, template, status, reason }));
    return template;
  }

  /** For the demo, in which nobody reviews templates. */
  approveLater(wabaId: string, template: WhatsappTemplate, ms: number): void {
    const timer = setTimeout(() => void this.decide(wabaId, template, { status: 'APPROVED' }), ms);
    timer.unref();
  }
}
