import { join } from 'node:path';
import { Inject, Module, type OnApplicationShutdown } from '@nestjs/common';
import { AppConfig } from '../../../core/config/index.js';
import { FileMailer } from './mail/adapters/file-mailer.js';
import { SmtpMailer } from './mail/adapters/smtp-mailer.js';
import { Mailer } from './mail/mailer.js';
import { MailboxLimiter } from './mailbox-limiter.js';

export const MAIL_FOLDER = 'mail';

function createMailer(config: AppConfig): Mailer {
  return config.smtpUrl
    ? new SmtpMailer(config.smtpUrl, config.mailFrom)
    : new FileMailer(join(config.dataDir, MAIL_FOLDER), config.mailFrom);
}

@Module({
  providers: [MailboxLimiter, { provide: Mailer, inject: [AppConfig], useFactory: createMailer }],
  exports: [Mailer, MailboxLimiter],
})
export class NotificationsModule implements OnApplicationShutdown {
  constructor(@Inject(Mailer) private readonly mailer: Mailer) {}

  async onApplicationShutdown(): Promise<void> {
    if (this.mailer instanceof SmtpMailer) await this.mailer.close();
  }
}
