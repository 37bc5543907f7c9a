import { expect, logIn, test } from './support/test.ts';

const MESSAGES = 12;

test('shows two colleagues every message once and in order after a lost connection', async ({ browser, company }) => {
  const customer = await company.customer('Nina Newt');
  await customer.writes('message 0');
  const contexts = [await browser.newContext(), await browser.newContext()];
  const pages = [];
  for (const context of contexts) {
    const page = await context.newPage();
    await logIn(page, company.owner);
    await page.getByRole('link', { name: /Nina Newt/ }).click();
    await expect(page.getByRole('log').getByText('message 0', { exact: true })).toBeVisible();
    pages.push(page);
  }
  const [first, second] = pages;
  if (!first || !second) throw new Error('Two pages are open');

  await contexts[0]?.setOffline(true);
  for (let index = 1; index < MESSAGES; index += 1) await customer.writes(`message ${index}`);
  // Written without a connection: sent when it is back.
  await first.getByRole('textbox', { name: 'Reply' }).fill('written offline');
  await first.keyboard.press('Enter');
  await expect(second.getByRole('log').getByText(`message ${MESSAGES - 1}`, { exact: true })).toBeVisible();
  await contexts[0]?.setOffline(false);

  const expected = [...Array.from({ length: MESSAGES }, (_, index) => `message ${index}`), 'written offline'];
  for (const page of pages) {
    await expect(page.getByRole('log').getByText('written offline')).toBeVisible();
    await expect
      .poll(() => page.getByRole('log').getByRole('article').locator('p').allTextContents())
      .toEqual(expected);
  }
  await expect.poll(() => customer.phone()).toContain('written offline');
  expect((await customer.phone()).filter((text) => text === 'written offline')).toHaveLength(1);
  for (const context of contexts) await context.close();
});

test('applies lost, repeated and reordered events once and in order', async ({ page, company }) => {
  const customer = await company.customer('Otto Owl');
  await customer.writes('message 0');
  let received = 0;
  let held: (() => void) | undefined;
  await page.routeWebSocket(/socket\.io/, (client) => {
    const server = client.connectToServer();
    server.onMessage((frame) => {
      // Only the first events are disturbed, so that their replay arrives.
      const isEvent = received < MESSAGES && typeof frame === 'string' && frame.startsWith('42["message:new"');
      received += isEvent ? 1 : 0;
      if (isEvent && received % 4 === 0) return;
      if (isEvent && received % 3 === 0) {
        held = () => client.send(frame);
        return;
      }
      client.send(frame);
      if (isEvent && received % 2 === 0) client.send(frame);
      held?.();
      held = undefined;
    });
  });
  await logIn(page, company.owner);
  await page.getByRole('link', { name: /Otto Owl/ }).click();
  await expect(page.getByRole('log').getByText('message 0', { exact: true })).toBeVisible();
  for (let index = 1; index < MESSAGES; index += 1) await customer.writes(`message ${index}`);
  const expected = Array.from({ length: MESSAGES }, (_, index) => `message ${index}`);
  await expect.poll(() => page.getByRole('log').getByRole('article').locator('p').allTextContents()).toEqual(expected);
});
