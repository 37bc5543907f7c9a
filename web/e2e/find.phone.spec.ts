import { expect, test } from './support/test.ts';

test('searches on a page of its own, and comes back to it', async ({ staffPage: page, company }) => {
  const customer = await company.customer('Pia Phone');
  await customer.writes('Where is the leash?');
  await expect(page.getByRole('link', { name: /Pia Phone/ })).toBeVisible();
  await page.getByRole('searchbox', { name: 'Search conversations' }).fill('leash');
  await page.keyboard.press('Enter');
  await expect(page).toHaveURL(/\/search\?q=leash/);
  await page.getByRole('option', { name: /leash/ }).tap();
  await expect(page.getByRole('log').getByRole('article')).toHaveAttribute('aria-current', 'true');

  await page.goBack();
  const field = page.getByRole('combobox', { name: 'Search everything' });
  await expect(field).toHaveValue('leash');
  await field.fill('Pia');
  await page
    .getByRole('group', { name: 'Contacts' })
    .getByRole('option', { name: /Pia Phone/ })
    .tap();
  await expect(page.getByRole('complementary', { name: 'Customer' })).toBeVisible();
  await page.goBack();
  await expect(page.getByRole('log').getByText('Where is the leash?')).toBeVisible();
  await page.goBack();
  await page.getByRole('button', { name: 'Back' }).tap();
  await expect(page.getByRole('searchbox', { name: 'Search conversations' })).toBeVisible();
});
