import { expect, test } from './support/test.ts';

test('answers, assigns and resolves without a mouse', async ({ staffPage: page, company }) => {
  const customer = await company.customer('Kiki Key');
  await customer.writes('Do you have time today?');
  await expect(page.getByRole('link', { name: /Kiki Key/ })).toBeVisible();
  await page.keyboard.press('j');
  await expect(page.getByRole('log').getByText('Do you have time today?')).toBeVisible();
  await expect(page.getByRole('link', { name: /Kiki Key/ })).toBeFocused();
  await page.keyboard.press('r');
  await expect(page.getByRole('textbox', { name: 'Reply' })).toBeFocused();
  await page.keyboard.type('At three.');
  await page.keyboard.press('Enter');
  await expect.poll(() => customer.phone()).toContain('At three.');
  await page.keyboard.press('Escape');
  await page.keyboard.press('i');
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('resol');
  await page.keyboard.press('Enter');
  await expect(page.getByText('All answered')).toBeVisible();
});
