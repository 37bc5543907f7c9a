import { expect, test } from './support/test.ts';

test('opens as a page on a phone, and closes by the back button', async ({ staffPage: page, company }) => {
  const customer = await company.customer('Pia Phone');
  await customer.writes('Hello');
  await page.getByRole('link', { name: /Pia Phone/ }).click();
  await page.getByRole('button', { name: 'Messenger Pia Phone', exact: true }).click();
  await expect(page).toHaveURL(/\/contact$/);
  const panel = page.getByRole('complementary', { name: 'Customer' });
  await panel.getByRole('button', { name: 'Change Name: Pia Phone' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Pia Palm');
  await page.keyboard.press('Enter');
  await expect(panel.getByRole('button', { name: 'Change Name: Pia Palm' })).toBeVisible();
  await page.goBack();
  await expect(panel).toBeHidden();
  await expect(page.getByRole('button', { name: 'Messenger Pia Palm', exact: true })).toBeVisible();
  await expect(page.getByRole('log').getByText('Hello')).toBeVisible();
});
