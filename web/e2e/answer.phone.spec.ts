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

test('chooses rows by a long touch', async ({ staffPage: page, company, context }) => {
  const customer = await company.customer('Lia Long');
  await customer.writes('Oi!');
  const link = page.getByRole('link', { name: /Lia Long/ });
  const { x, y } = (await link.boundingBox()) ?? { x: 0, y: 0 };
  const devtools = await context.newCDPSession(page);
  const touchPoints = [{ x: x + 150, y: y + 30 }];
  // Some phones send a click after a long touch, and some do not: a cancelled touch has none.
  for (const type of ['touchEnd', 'touchCancel'] as const) {
    await devtools.send('Input.dispatchTouchEvent', { type: 'touchStart', touchPoints });
    await expect(page.getByText('1 selected')).toBeVisible();
    await devtools.send('Input.dispatchTouchEvent', { type, touchPoints: [] });
    await link.tap();
    await expect(page.getByText('1 selected')).toBeHidden();
  }
  await link.tap();
  await expect(page.getByRole('log').getByText('Oi!')).toBeVisible();
});
