import { expect, test } from './support/test.ts';

test('sends a template when the reply window is closed', async ({ staffPage: page, company }) => {
  const customer = await company.customer('Wanda Wolf', 'whatsapp');
  await customer.wroteDaysAgo('Is he ready?', 2);
  await page.goto('/settings/templates');
  await page.getByRole('button', { name: 'Update from WhatsApp' }).click();
  await expect(page.getByRole('listitem').filter({ hasText: 'summer_sale' })).toContainText('Paused');

  await page.goto('/inbox/all');
  await page
    .getByRole('link', { name: /Wanda Wolf/ })
    .first()
    .click();
  await expect(page.getByText('The time to reply on this platform is over.')).toBeVisible();
  await page.getByRole('button', { name: 'Send a template' }).last().click();
  const dialog = page.getByRole('dialog');
  await expect(dialog.getByRole('button', { name: /pet_ready en_US/ })).toBeVisible();
  await expect(dialog.getByText('summer_sale')).toHaveCount(0);
  await dialog.getByRole('textbox', { name: 'Search templates' }).fill('is ready');
  await dialog.getByRole('button', { name: /pet_ready en_US/ }).click();
  await expect(dialog.getByRole('textbox', { name: 'Value of customer_name' })).toHaveValue('Wanda');
  await expect(dialog.getByRole('button', { name: 'Send' })).toBeDisabled();
  await dialog.getByRole('textbox', { name: 'Value of pet_name' }).fill('Rex');
  await dialog.getByRole('textbox', { name: 'Value of time' }).fill('18:00');
  await expect(dialog.getByText('Hi Wanda, Rex is ready.')).toBeVisible();
  await dialog.getByRole('button', { name: 'Send' }).click();

  const words = 'Hi Wanda, Rex is ready. You can come until 18:00 today.';
  await expect(page.getByRole('log').getByText(words)).toBeVisible();
  await expect.poll(async () => (await customer.phone()).join()).toContain(words);
});
