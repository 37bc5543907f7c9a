import { test as base, expect, type Page } from '@playwright/test';
import { type Account, Company } from './company.ts';

interface Fixtures {
  company: Company;
  /** A page where the owner of the company is logged in. */
  staffPage: Page;
}

/** Logs in by the API, which is faster than the form. */
export async function logIn(page: Page, { email, password }: Account): Promise<void> {
  const headers = { 'x-session': 'cookie', origin: String(process.env.WEB_URL) };
  await page.request.post('/api/v1/auth/login', { data: { email, password }, headers, failOnStatusCode: true });
  await page.goto('/inbox/all');
}

/** Logs in by the form. */
export async function logInByForm(page: Page, { email, password }: Account): Promise<void> {
  await page.goto('/login');
  await page.locator('input[type=email]').fill(email);
  await page.locator('input[type=password]').fill(password);
  await page.locator('button[type=submit]').click();
  await page.waitForURL('**/inbox/**');
}

/** Presses a pair of keys such as `g i`. Both are sent at once, since the second one counts for a second only. */
export async function pressPair(page: Page, first: string, second: string): Promise<void> {
  await Promise.all([page.keyboard.press(first), page.keyboard.press(second)]);
}

/** Waits for the banner of an unconfirmed address, which appears last and moves everything below it. */
export async function pageIsComplete(page: Page): Promise<void> {
  await expect(page.getByText('Confirm your e-mail address')).toBeVisible();
}

/** Violations of the page's policy, and uncaught errors of its code. */
export function collectFaults(page: Page): string[] {
  const faults: string[] = [];
  page.on('pageerror', (error) => faults.push(error.message));
  page.on('console', (message) => {
    if (message.type() === 'error' && /policy|Trusted/i.test(message.text())) faults.push(message.text());
  });
  return faults;
}

/** Every test has a company of its own; a page that throws or breaks the policy fails its test. */
export const test = base.extend<Fixtures>({
  baseURL: async ({}, use) => use(process.env.WEB_URL),
  company: async ({}, use) => use(await Company.create()),
  page: async ({ page }, use) => {
    const faults = collectFaults(page);
    await use(page);
    expect(faults).toEqual([]);
  },
  staffPage: async ({ page, company }, use) => {
    await logIn(page, company.owner);
    await pageIsComplete(page);
    await use(page);
  },
});

export { expect };
