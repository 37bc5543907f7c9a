export { emailVerificationMail, invitationMail, passwordChangedMail, passwordResetMail } from './mail/account-mails.js';
export { bookingCodeMail } from './mail/booking-mails.js';
export { tokenExpiringMail, tokenRefusedMail } from './mail/channel-mails.js';
export { webhookDisabledMail } from './mail/integration-mails.js';
export { layOut, type MailContent } from './mail/layout.js';
export { type Mail, type MailCalendar, Mailer, MailNotTakenError } from './mail/mailer.js';
export type { Recipient } from './mail/wording.js';
export { MailboxLimiter } from './mailbox-limiter.js';
export { MAIL_FOLDER, NotificationsModule } from './notifications.module.js';
