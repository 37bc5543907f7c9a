import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type InlineJobs, Jobs } from '../../src/core/jobs/index.js';
import type { TestApp } from './test-app.js';

/** A mail as the file mailer stored it; `raw` has its quoted-printable parts decoded. */
export interface ReceivedMail {
  readonly to: string;
  readonly subject: string;
  readonly raw: string;
}

/** Runs the waiting jobs and returns the mails to an address, the oldest first. */
export async function receiveMails(app: TestApp, to: string): Promise<ReceivedMail[]> {
  await app.app.get<unknown, InlineJobs>(Jobs).drain();
  const folder = join(app.config.dataDir, 'mail');
  if (!existsSync(folder)) return [];
  const files = readdirSync(folder).filter((name) => name.endsWith('.eml'));
  const mails = files.sort().map((name) => parseMail(readFileSync(join(folder, name), 'latin1')));
  return mails.filter((mail) => mail.to === to);
}

/** What the text files beside the mails to an address say, the oldest first. */
export function storedTexts(app: TestApp, to: string): string[] {
  const folder = join(app.config.dataDir, 'mail');
  const files = readdirSync(folder).filter((name) => name.endsWith('.txt'));
  const texts = files.sort().map((name) => readFileSync(join(folder, name), 'utf8'));
  return texts.filter((text) => text.includes(`\nTo: ${to}\n`));
}

/** The token in the link of a mail. */
export function linkTokenIn(mail: Pick<ReceivedMail, 'raw'> | undefined): string {
  const token = /\/(?:reset-password|accept-invitation|verify-email)\/([\w-]+)/.exec(mail?.raw ?? '')?.[1];
  if (!token) throw new Error('there is no link in the mail');
  return token;
}

export function parseMail(source: string): ReceivedMail {
  const header = (name: string): string => new RegExp(`^${name}: (.*)$`, 'mi').exec(source)?.[1]?.trim() ?? '';
  return { to: header('To'), subject: header('Subject'), raw: decodeQuotedPrintable(source) };
}

function decodeQuotedPrintable(source: string): string {
  const bytes = source
    .replace(/=\r?\n/g, '')
    .replace(/=([0-9A-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
  return Buffer.from(bytes, 'latin1').toString('utf8');
}
