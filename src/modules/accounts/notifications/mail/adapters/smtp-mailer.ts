import type { Transporter } from 'nodemailer';
import { toMailMessage } from '../mail-message.js';
import { type Mail, Mailer, MailNotTakenError } from '../mailer.js';

const CONNECTION_TIMEOUT_MS = 5_000;
const GREETING_TIMEOUT_MS = 5_000;
const SOCKET_TIMEOUT_MS = 20_000;

/** SMTP commands before the content. A lost connection is no such command: the server may have the mail. */
const COMMANDS_BEFORE_CONTENT = /^(EHLO|HELO|AUTH|MAIL FROM|RCPT TO)/;
/** System calls that fail when no connection is made. */
const CONNECTING = ['connect', 'getaddrinfo'];

export class SmtpMailer extends Mailer {
  private transport: Promise<Transporter> | undefined;

  constructor(
    private readonly smtpUrl: string,
    private readonly from: string,
  ) {
    super();
  }

  async send(mail: Mail): Promise<void> {
    // Loaded by the first mail, so that a start does not wait for it.
    this.transport ??= this.open();
    const transport = await this.transport;
    try {
      await transport.sendMail(toMailMessage(mail, this.from));
    } catch (error) {
      if (!isBeforeContent(error)) throw error;
      throw new MailNotTakenError(error.message, { cause: error });
    }
  }

  async close(): Promise<void> {
    (await this.transport)?.close();
  }

  private async open(): Promise<Transporter> {
    const { createTransport } = await import('nodemailer');
    return createTransport({
      url: this.smtpUrl,
      pool: true,
      connectionTimeout: CONNECTION_TIMEOUT_MS,
      greetingTimeout: GREETING_TIMEOUT_MS,
      socketTimeout: SOCKET_TIMEOUT_MS,
      // Bodies are our own text: nothing may be read from a file or an address.
      disableFileAccess: true,
      disableUrlAccess: true,
    });
  }
}

function isBeforeContent(error: unknown): error is Error {
  if (!(error instanceof Error)) return false;
  const { command = '', syscall = '', code } = error as Error & { command?: string; syscall?: string; code?: string };
  return COMMANDS_BEFORE_CONTENT.test(command) || CONNECTING.includes(syscall) || code === 'EDNS';
}
