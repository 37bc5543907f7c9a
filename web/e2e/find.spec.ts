import type { Page } from '@playwright/test';
import { bookSoon } from './support/booking.ts';
import { expect, pressPair, test } from './support/test.ts';

const dialog = (page: Page) => page.getByRole('dialog', { name: 'Search everything' });
const field = (page: Page) => page.getByRole('combobox', { name: 'Search everything' });
const log = (page: Page) => page.getByRole('log');

test('finds customers, pets, messages and appointments by keyboard, and opens them', async ({
  staffPage: page,
  company,
}) => {
  const customer = await company.customer('Zara Zebra');
  await customer.writes('The stripes are itchy');
  await expect(page.getByRole('link', { name: /Zara Zebra/ })).toBeVisible();
  const contactId = await company.contactId('Zara Zebra');
  await company.api('POST', `/contacts/${contactId}/pets`, { name: 'Zebrito', species: 'horse' });
  await bookSoon(company, contactId, 'Stripe bath');

  await pressPair(page, 'g', 's');
  await field(page).fill('zeb');
  await expect(page.getByRole('option')).toHaveText([/Zara Zebra/, /Zebrito\s*Zara Zebra/, /Stripe bath.*Confirmed/]);
  await page.keyboard.press('ArrowDown');
  await expect(page.getByRole('option', { name: /Zebrito/ })).toHaveAttribute('aria-selected', 'true');
  await page.keyboard.press('Enter');
  await expect(dialog(page)).toBeHidden();
  await expect(log(page).getByText('The stripes are itchy')).toBeVisible();
  await expect(page.getByRole('complementary', { name: 'Customer' })).toBeVisible();

  // From the search of the list.
  await page.keyboard.press('/');
  await expect(page.getByRole('searchbox', { name: 'Search conversations' })).toBeFocused();
  await page.keyboard.type('itchy');
  await page.keyboard.press('Enter');
  const hit = page.getByRole('group', { name: 'Messages' }).getByRole('option', { name: /Zara Zebra/ });
  await expect(hit.locator('mark')).toHaveText('itchy');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/seq=1\b/);
  await expect(log(page).getByRole('article', { name: /From the customer/ })).toHaveAttribute('aria-current', 'true');

  // From the command bar.
  await page.keyboard.press('Control+k');
  await page.getByRole('dialog').getByRole('combobox').fill('nowhere');
  await page.getByRole('option', { name: 'Search everything for “nowhere”' }).click();
  await expect(page.getByText('Nothing for “nowhere”')).toBeVisible();
  await field(page).fill('');
  await expect(page.getByRole('listbox', { name: 'Recent searches' }).getByRole('option')).toHaveText(['itchy', 'zeb']);
  await page.keyboard.press('Escape');
  await expect(dialog(page)).toBeHidden();
});

test('shows the answer to the latest words only, and says when a search has failed', async ({
  staffPage: page,
  company,
}) => {
  const customer = await company.customer('Lara Late');
  await customer.writes('early bird');
  await expect(page.getByRole('link', { name: /Lara Late/ })).toBeVisible();
  let release: () => void = () => undefined;
  const held = new Promise<void>((resolve) => (release = resolve));
  await page.route(/search\?q=Lara$/, async (route) => {
    await held;
    await route.continue().catch(() => undefined);
  });
  await page.getByRole('button', { name: 'Search everything' }).click();
  const slow = page.waitForRequest(/search\?q=Lara$/);
  await field(page).fill('Lara');
  await slow;
  await field(page).fill('early');
  await expect(page.getByRole('option', { name: /early bird/ })).toBeVisible();
  release();
  await field(page).fill('none at all');
  await expect(page.getByText('Nothing for “none at all”')).toBeVisible();
  await expect(page.getByRole('option')).toHaveCount(0);

  await page.route(/search\?q=bird/, (route) =>
    route.fulfill({ status: 500, json: { code: 'INTERNAL', message: 'No' } }),
  );
  await field(page).fill('bird');
  await expect(page.getByText('This could not be loaded')).toBeVisible();
  await page.unroute(/search\?q=bird/);
  await dialog(page).getByRole('button', { name: 'Try again' }).click();
  await expect(page.getByRole('option', { name: /early bird/ })).toBeVisible();
});
