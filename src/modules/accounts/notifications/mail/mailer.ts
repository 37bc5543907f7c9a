export interface Mail {
  readonly to: string;
  readonly subject: string;
  readonly text: string;
  readonly html: string;
}

/** Port to the outside: resolves once the next server has taken the mail. */
export abstract class Mailer {
  /** @throws Error if the mail was not taken; sending it again may deliver it twice */
  abstract send(mail: Mail): Promise<void>;
}
