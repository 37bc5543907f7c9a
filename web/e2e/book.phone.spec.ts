import type { Page } from '@playwright/test';
import { axe } from './support/accessible.ts';
import { openForBooking } from './support/booking.ts';
import { mailedCode } from './support/mail.ts';
import { expect, test } from './support/test.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function expectAccessible(page: Page): Promise<void> {
  const { violations } = await axe(page).withTags(TAGS).analyze();
  expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
}

test('a visitor books with a mailed code, moves the appointment and cancels it', async ({ page, company }) => {
  const { slug, date } = await openForBooking(company);
  const stored = async () => {
    const { items } = await company.api<{ items: { status: string; starts_at: string }[] }>('GET', '/appointments');
    return items.map(({ status, starts_at }) => [status, starts_at]);
  };
  await page.goto(`/book/${slug}`);
  await page.getByRole('button', { name: 'Dog' }).tap();
  await page.getByLabel('Weight in kg').fill('30');
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Continue' }).tap();
  await page.getByRole('button', { name: /Bath.*1 hr 30 min.*R\$120/ }).tap();
  await expect(page.getByText('All times are in the time of Sao Paulo')).toBeVisible();
  await page.getByRole('button', { name: '10:00', exact: true }).tap();
  await expect(page.getByText('Cancel free of charge until 24 hours before')).toBeVisible();
  await expectAccessible(page);
  await page.getByRole('button', { name: 'Reserve this time' }).tap();

  await expect(page.getByRole('timer')).toContainText('Reserved for you for');
  await page.getByLabel('Name of your pet').fill('Toby');
  await page.getByLabel('Your name').fill('Vera Visitor');
  const email = `vera-${slug}@example.com`;
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Send me a code' }).tap();
  // A phone drops the page while the visitor reads the mail.
  await expect(page.getByText(email)).toBeVisible();
  await page.reload();
  await page.getByLabel('Code of six digits').fill(await mailedCode(email));
  await page.getByRole('button', { name: 'Book', exact: true }).tap();

  await expect(page.getByRole('heading', { name: 'Booked' })).toBeVisible();
  await expect(page.getByText(/10:00\s–\s11:30/)).toBeVisible();
  expect(await stored()).toEqual([['confirmed', `${date}T13:00:00.000Z`]]);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Add to my calendar' }).tap();
  expect((await download).suggestedFilename()).toBe('appointment.ics');

  await page.reload();
  await page.getByRole('button', { name: 'Move' }).tap();
  await page.getByRole('button', { name: '14:00', exact: true }).tap();
  await page.getByRole('button', { name: 'Move to this time' }).tap();
  await expect(page.getByText('The appointment is moved.')).toBeVisible();
  expect(await stored()).toEqual([['confirmed', `${date}T17:00:00.000Z`]]);
  await expectAccessible(page);

  await page.getByRole('button', { name: 'Cancel the appointment' }).tap();
  await page.getByRole('button', { name: 'Yes, cancel it' }).tap();
  await expect(page.getByText('The appointment is cancelled.')).toBeVisible();
  expect(await stored()).toEqual([['cancelled', `${date}T17:00:00.000Z`]]);
});
