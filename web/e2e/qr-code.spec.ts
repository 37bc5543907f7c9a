import { randomUUID } from 'node:crypto';
import { control, Customer } from './support/sandbox.ts';
import { expect, test } from './support/test.ts';

const NAME = `desk-${randomUUID().slice(0, 8)}`;

test('connects WhatsApp by a QR code, and writes with a customer', async ({ staffPage: page }) => {
  await page.goto('/settings/channels');
  const card = page.getByRole('region', { name: 'WhatsApp by QR code' });
  await card.getByLabel('Address of the WAHA server').fill(`${process.env.SANDBOX_URL}/waha`);
  await card.getByLabel('Key of the WAHA server').fill('wrong');
  await card.getByRole('button', { name: 'Save the server' }).click();
  await expect(card.getByRole('alert')).toContainText('refuses the key');
  await card.getByLabel('Key of the WAHA server').fill('sandbox-waha-key');
  await card.getByRole('button', { name: 'Save the server' }).click();

  await card.getByLabel('Name of the first number').fill(NAME);
  await card.getByRole('button', { name: 'Show the QR code' }).click();
  await expect(card.getByRole('img', { name: `QR code of ${NAME}` })).toBeVisible();
  await expect(card.getByText(/A new code in \d+ seconds/)).toBeVisible();
  const { phone } = await control<{ phone: string }>('/waha/scan', { session: NAME });
  await expect(card.getByText(`Connected · +${phone}`)).toBeVisible();
  await expect(card.getByRole('img', { name: `QR code of ${NAME}` })).toBeHidden();

  const channel = { platform: 'whatsapp', external_id: `waha-${NAME}`, access_token: '' } as const;
  const customer = await Customer.of(channel, 'Rita Alves');
  await customer.writes('Do you have a place on Friday?');
  await page.goto('/');
  await page.getByRole('link', { name: /Rita Alves/ }).click();
  await page.getByRole('textbox', { name: 'Reply' }).fill('Yes, at nine');
  await page.keyboard.press('Enter');
  await expect.poll(() => customer.phone()).toEqual(['Do you have a place on Friday?', 'Yes, at nine']);

  await page.goto('/settings/channels');
  await card.getByRole('button', { name: `Log out: ${NAME}` }).click();
  await expect(card.getByRole('img', { name: `QR code of ${NAME}` })).toBeVisible();
  await card.getByRole('button', { name: `Remove ${NAME}` }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove', exact: true }).click();
  await expect(card.getByRole('listitem').filter({ hasText: NAME })).toHaveCount(0);
});
