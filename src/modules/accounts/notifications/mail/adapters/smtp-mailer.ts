import type { Transporter } from 'nodemailer';
import { type Mail, Mailer } from '../mailer.js';

const CONNECTION_TIMEOUT_MS = 5_000;
const GREETING_TIMEOUT_MS = 5_000;
const SOCKET_TIMEOUT_MS = 20_000;

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
    await transport.sendMail({ ...mail, from: this.from });
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
