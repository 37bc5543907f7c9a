import { randomBytes } from 'node:crypto';
import { mkdir, rename, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { toMailMessage } from '../mail-message.js';
import { type Mail, Mailer } from '../mailer.js';

/**
 * Without an SMTP server each mail becomes three files: `.txt` for people, `.html` for a browser, `.eml` for a mail
 * program.
 */
export class FileMailer extends Mailer {
  constructor(
    private readonly folder: string,
    private readonly from: string,
  ) {
    super();
  }

  async send(mail: Mail): Promise<void> {
    // Loaded by the first mail, so that a start does not wait for it.
    const { createTransport } = await import('nodemailer');
    const transport = createTransport({ streamTransport: true, buffer: true });
    const { message } = await transport.sendMail(toMailMessage(mail, this.from));
    await mkdir(this.folder, { recursive: true, mode: 0o700 });
    const name = `${new Date().toISOString().replace(/[:.]/g, '-')}-${randomBytes(3).toString('hex')}`;
    const path = join(this.folder, name);
    const headers = `From: ${this.from}\nTo: ${mail.to}\nSubject: ${mail.subject}`;
    await this.write(`${path}.txt`, `${headers}\n\n${mail.text}\n`);
    await this.write(`${path}.html`, mail.html);
    await this.write(`${path}.eml`, message as Buffer);
  }

  private async write(path: string, content: string | Buffer): Promise<void> {
    await writeFile(`${path}.part`, content, { mode: 0o600 });
    await rename(`${path}.part`, path);
  }
}
