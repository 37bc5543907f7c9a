import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

const PATIENCE_MS = 20_000;
const LOOK_EVERY_MS = 100;

/** The token in the newest mail to this address whose link has this path; waits until the mail is there. */
export async function mailedToken(to: string, path: string): Promise<string> {
  const folder = join(process.env.WEB_DATA_DIR ?? '', 'mail');
  const link = new RegExp(`/${path}/([\\w-]+)`);
  for (const start = Date.now(); Date.now() - start < PATIENCE_MS;) {
    const texts = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : [];
    const mails = texts.map((name) => readFileSync(join(folder, name), 'utf8'));
    const token = mails.filter((mail) => mail.includes(`To: ${to}`)).map((mail) => link.exec(mail)?.[1]);
    const newest = token.findLast((one) => one !== undefined);
    if (newest !== undefined) return newest;
    await new Promise((resolve) => setTimeout(resolve, LOOK_EVERY_MS));
  }
  throw new Error(`No mail to ${to} has a link with ${path}`);
}
