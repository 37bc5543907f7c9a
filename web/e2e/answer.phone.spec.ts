import { expect, test } from './support/test.ts';

const LONG_TOUCH_TRY_MS = 15_000;

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
  const selected = page.getByText('1 selected');
  const devtools = await context.newCDPSession(page);
  const touch = (type: 'touchStart' | 'touchEnd' | 'touchCancel', touchPoints: { x: number; y: number }[] = []) =>
    devtools.send('Input.dispatchTouchEvent', { type, touchPoints });
  // Some phones send a click after a long touch, and some do not: a cancelled touch has none.
  for (const end of ['touchEnd', 'touchCancel'] as const) {
    // A row that moves under the finger cancels the long touch.
    await expect(async () => {
      const { x, y } = (await link.boundingBox()) ?? { x: 0, y: 0 };
      await touch('touchStart', [{ x: x + 150, y: y + 30 }]);
      await expect(selected)
        .toBeVisible({ timeout: LONG_TOUCH_TRY_MS })
        .catch(async (error: unknown) => {
          await touch('touchCancel');
          throw error;
        });
    }).toPass();
    await touch(end);
    await link.tap();
    await expect(selected).toBeHidden();
  }
  await link.tap();
  await expect(page.getByRole('log').getByText('Oi!')).toBeVisible();
});
