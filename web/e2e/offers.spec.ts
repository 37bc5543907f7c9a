import { bookableService } from './support/booking.ts';
import { expect, test } from './support/test.ts';

test('offers times; a tap of the customer books one, and the row shows it', async ({ staffPage: page, company }) => {
  await bookableService(company, 'Bath');
  const customer = await company.customer('Lara Lynx');
  await customer.writes('Can I bring Luna this week?');
  await page.getByRole('link', { name: /Lara Lynx/ }).click();
  await page.getByRole('button', { name: 'Offer times' }).click();
  const dialog = page.getByRole('dialog', { name: 'Offer times' });
  await expect(dialog.getByText('Bath: which time suits you?')).toBeVisible();
  await expect(dialog.getByRole('combobox', { name: /^Clock of Time/ })).toHaveCount(3);
  await dialog.getByRole('button', { name: 'Remove Time 3' }).click();
  await expect(dialog.getByRole('combobox', { name: /^Clock of Time/ })).toHaveCount(2);
  await dialog.getByRole('button', { name: 'Send' }).click();
  await expect(dialog).toHaveCount(0);
  const strip = page.getByRole('region', { name: 'Offered times' });
  await expect(strip).toContainText('Offered: Bath');
  await expect.poll(() => customer.phone()).toContainEqual(expect.stringContaining('which time suits you?'));
  await customer.taps(2);
  await expect(page.getByRole('log').getByText(/^Booked: Bath, /)).toBeVisible();
  await expect(strip).toHaveCount(0);
  await expect(page.getByRole('link', { name: /Lara Lynx/ }).first()).toContainText('Bath');
});
