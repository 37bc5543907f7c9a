import { readdir, readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { expect } from '@playwright/test';

type LinkedPage = 'reset-password' | 'accept-invitation' | 'verify-email';

/** The link to this page in the last mail to this address; waits until there is one. */
export async function mailedLink(to: string, page: LinkedPage): Promise<string> {
  let link: string | undefined;
  const look = async (): Promise<boolean> => {
    link = linkIn(await mailsTo(to), page);
    return link !== undefined;
  };
  await expect.poll(look).toBe(true);
  return link!;
}

/** The texts of the mails to this address, the oldest first. */
async function mailsTo(to: string): Promise<string[]> {
  const folder = join(String(process.env.WEB_DATA_DIR), 'mail');
  const names = await readdir(folder).catch(() => []);
  const mails = names.filter((name) => name.endsWith('.txt')).sort();
  const texts = await Promise.all(mails.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.filter((text) => text.includes(`To: ${to}\n`));
}

function linkIn(texts: string[], page: LinkedPage): string | undefined {
  return texts.map((text) => new RegExp(`http\\S+/${page}/\\S+`).exec(text)?.[0]).findLast(Boolean);
}
