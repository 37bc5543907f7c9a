/** A mail ready to go; both bodies say the same. */
export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Port to the outside: resolves once the next server has taken the mail. */
export abstract class Mailer {
  /** @throws Error when it was not taken; sending it again may deliver it twice */
  abstract send(mail: Mail): Promise<void>;
}
