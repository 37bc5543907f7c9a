import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

type LinkedPage = 'reset-password' | 'accept-invitation' | 'verify-email';

const MAIL_TIMEOUT_MS = 60_000;
const POLL_MS = 100;

/** The link to this page in the newest mail to this address. Waits until there is one. */
export const mailedLink = (to: string, page: LinkedPage): Promise<string> =>
  mailed(to, new RegExp(`http\\S+/${page}/\\S+`));

/** The six digits in the newest mail to this address. Waits until there is one. */
export const mailedCode = (to: string): Promise<string> => mailed(to, /\b\d{6}\b/);

/** The path of the page that answers the newest offer of the waitlist. Waits until there is one. */
export const mailedOffer = async (to: string): Promise<string> =>
  new URL(await mailed(to, /(?<=Book it, or say no: )\S+/)).pathname;

async function mailed(to: string, wanted: RegExp): Promise<string> {
  for (const start = Date.now(); Date.now() - start < MAIL_TIMEOUT_MS;) {
    const newest = mailsTo(to)
      .map((mail) => wanted.exec(mail)?.[0])
      .findLast((one) => one !== undefined);
    if (newest !== undefined) return newest;
    await new Promise((resolve) => setTimeout(resolve, POLL_MS));
  }
  throw new Error(`No mail to ${to} has ${wanted}`);
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
