import { expect, test } from './support/test.ts';

test('answers on a phone and goes back to the list', async ({ staffPage: page, company }) => {
  const customer = await company.customer('Pia Phone', 'whatsapp');
  await customer.writes('Oi!');
  await page.getByRole('link', { name: /Pia Phone/ }).tap();
  await expect(page.getByRole('log').getByText('Oi!')).toBeVisible();
  await page.getByRole('textbox', { name: 'Reply' }).fill('Oi, Pia!');
  await page.getByRole('button', { name: 'Send', exact: true }).tap();
  await expect.poll(() => customer.phone()).toContain('Oi, Pia!');
  await page.goBack();
  await expect(page.getByRole('link', { name: /Pia Phone/ })).toBeVisible();
});
