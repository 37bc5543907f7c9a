import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type LinkedPage = 'reset-password' | 'accept-invitation' | 'verify-email';

const MAIL_TIMEOUT_MS = 20_000;
const POLL_MS = 100;

/** The link to this page in the newest mail to this address. Waits until there is one. */
export async function mailedLink(to: string, page: LinkedPage): Promise<string> {
  const link = new RegExp(`http\\S+/${page}/\\S+`);
  for (const start = Date.now(); Date.now() - start < MAIL_TIMEOUT_MS;) {
    const newest = mailsTo(to)
      .map((mail) => link.exec(mail)?.[0])
      .findLast((one) => one !== undefined);
    if (newest !== undefined) return newest;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error(`No mail to ${to} has a link to the page ${page}`);
}

/** The secret in such a link. */
export async function mailedToken(to: string, page: LinkedPage): Promise<string> {
  const link = await mailedLink(to, page);
  return link.slice(link.lastIndexOf('/') + 1);
}

/** The texts of the mails to this address, the oldest first. */
function mailsTo(to: string): string[] {
  const folder = join(String(process.env.WEB_DATA_DIR), 'mail');
  const names = existsSync(folder) ? readdirSync(folder).filter((name) => name.endsWith('.txt')) : [];
  const texts = names.sort().map((name) => readFileSync(join(folder, name), 'utf8'));
  return texts.filter((text) => text.includes(`To: ${to}\n`));
}
