import { Injectable, Logger } from '@nestjs/common';
import type { CompanyScope } from '../../../core/tenancy/index.js';
import type { Company } from '../../accounts/companies/index.js';
import { type CodeMessage, TemplateSender } from '../../inbox/meta/index.js';
import { bookingCodeMail, Mailer } from '../../accounts/notifications/index.js';
import type { BookingSettingsDto } from '../catalog/index.js';
import type { CodeAddress } from './code-address.js';
import { verificationUnavailable } from './public.errors.js';
import type { PublicPage } from './public-page-loader.js';

/** `refused`: certainly not delivered. `unknown`: may still arrive. */
export type SendOutcome = 'sent' | 'refused' | 'unknown';

/** Codes appear in no log and in no conversation. */
@Injectable()
export class CodeSender {
  private readonly logger = new Logger(CodeSender.name);

  constructor(
    private readonly mailer: Mailer,
    private readonly templates: TemplateSender,
  ) {}

  /** @throws AppError VERIFICATION_UNAVAILABLE for a phone if the company has no live WhatsApp channel */
  async assertCanReach(scope: CompanyScope, { channel }: CodeAddress): Promise<void> {
    if (channel === 'whatsapp' && !(await this.templates.canSend(scope))) throw verificationUnavailable();
  }

  send(page: PublicPage, address: CodeAddress, code: string): Promise<SendOutcome> {
    return address.channel === 'email'
      ? this.sendByMail(page, address, code)
      : this.sendByWhatsApp(page, address, code);
  }

  private async sendByMail({ company }: PublicPage, { to: email }: CodeAddress, code: string): Promise<SendOutcome> {
    try {
      await this.mailer.send(bookingCodeMail({ email, locale: company.locale }, company.name, code));
      return 'sent';
    } catch (error) {
      this.logger.warn('could not mail a code', error);
      return 'unknown';
    }
  }

  private async sendByWhatsApp(
    { scope, company, catalog }: PublicPage,
    address: CodeAddress,
    code: string,
  ): Promise<SendOutcome> {
    const template = templateFor(catalog.settings, company);
    const result = await this.templates.sendCode(scope, { phone: address.to, code, template });
    if (result.outcome === 'sent') return 'sent';
    const { outcome, code: reason, message, details = '' } = result;
    // Meta may quote the refused text.
    const quoted = details.replaceAll(code, '[code]');
    this.logger.warn({
      message: 'could not message a code',
      outcome,
      reason: `${reason}: ${message}`,
      details: quoted,
    });
    return outcome === 'failed' ? 'refused' : 'unknown';
  }
}

/** The default is the template in the company's language. */
function templateFor(
  { code_template: { name, language } }: BookingSettingsDto,
  { locale }: Company,
): CodeMessage['template'] {
  return { name, language: language ?? locale.replace('-', '_') };
}
