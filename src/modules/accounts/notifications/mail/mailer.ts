/** A calendar file (RFC 5545) that mail programs offer to add to the calendar. */
export interface MailCalendar {
  readonly method: 'REQUEST' | 'CANCEL';
  readonly content: string;
}

export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
  /** Answers go to this address; absent: to the sender of all mails. */
  readonly replyTo?: string;
  readonly calendar?: MailCalendar;
}

/** The server has certainly not taken the mail, so it may be sent again. */
export class MailNotTakenError extends Error {
  override readonly name = 'MailNotTakenError';
}

/** Port to the outside: resolves once the next server has taken the mail. */
export abstract class Mailer {
  /** @throws MailNotTakenError | Error if the outcome is unknown: sending it again may deliver it twice */
  abstract send(mail: Mail): Promise<void>;
}
