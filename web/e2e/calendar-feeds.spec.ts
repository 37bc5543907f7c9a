import { dateIn, openSalon } from './support/salon.ts';
import { expect, test } from './support/test.ts';

test('makes a calendar feed that a program can read, and deletes it', async ({ staffPage: page, company }) => {
  const salon = await openSalon(company, dateIn(1));
  await salon.book('09:00');
  await page.goto('/settings/calendar-feeds');
  await page.getByRole('combobox', { name: 'Appointments of' }).selectOption('The whole company');
  await page.getByRole('button', { name: 'Make a feed' }).click();
  const url = (await page.getByTestId('secret').textContent()) ?? '';
  const read = () => page.request.get(new URL(url).pathname);
  expect(await (await read()).text()).toMatch(/SUMMARY:Luna: Bath/);
  await page.getByRole('button', { name: 'I have saved it' }).click();

  await page.getByRole('button', { name: 'Delete the feed: The whole company' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('No calendar feeds yet.')).toBeVisible();
  expect((await read()).status()).toBe(404);
});
