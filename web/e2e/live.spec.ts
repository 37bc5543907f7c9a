import { Customer } from './support/sandbox.ts';
import { expect, logIn, test } from './support/test.ts';

const MESSAGES = 12;

test('shows two colleagues every message once and in order after a lost connection', async ({ browser, company }) => {
  const customer = await company.customer('Nina Newt');
  await customer.writes('message 0');
  const contexts = [await browser.newContext(), await browser.newContext()];
  const pages = [];
  const staff = [company.owner, await company.colleague('Carla Colleague')];
  for (const [index, context] of contexts.entries()) {
    const page = await context.newPage();
    await logIn(page, staff[index]!);
    await page.getByRole('link', { name: /Nina Newt/ }).click();
    await expect(page.getByRole('log').getByText('message 0', { exact: true })).toBeVisible();
    pages.push(page);
  }
  const [first, second] = pages;
  if (!first || !second) throw new Error('Two pages are open');

  await contexts[0]?.setOffline(true);
  const offline = first.getByText('Offline. What you write is sent when the connection is back.');
  await expect(offline).toBeVisible();
  for (let index = 1; index < MESSAGES; index += 1) await customer.writes(`message ${index}`);
  // Written without a connection: sent when it is back.
  await first.getByRole('textbox', { name: 'Reply' }).fill('written offline');
  await first.keyboard.press('Enter');
  await expect(second.getByRole('log').getByText(`message ${MESSAGES - 1}`, { exact: true })).toBeVisible();
  await contexts[0]?.setOffline(false);
  await expect(offline).toBeHidden();

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

test('comes back by itself after the server has sent its clients away', async ({ page, company }) => {
  const customer = await company.customer('Dora Dove');
  await customer.writes('message 0');
  let drain = (): void => undefined;
  let lines = 0;
  await page.routeWebSocket(/socket\.io/, (client) => {
    client.connectToServer();
    lines += 1;
    drain = () => {
      client.send('42["server:draining",{"reconnectWithinMs":1}]');
      client.send('41');
    };
  });
  await logIn(page, company.owner);
  await page.getByRole('link', { name: /Dora Dove/ }).click();
  await expect(page.getByRole('log').getByText('message 0', { exact: true })).toBeVisible();
  drain();
  await customer.writes('message 1');
  await expect(page.getByRole('log').getByText('message 1', { exact: true })).toBeVisible();
  await expect.poll(() => lines).toBe(2);
  await customer.writes('message 2');
  await expect(page.getByRole('log').getByText('message 2', { exact: true })).toBeVisible();
  expect(await page.getByRole('log').getByRole('article').count()).toBe(3);
});

test('renews a token that the server refuses, for requests and for the live connection', async ({ page, company }) => {
  const customer = await company.customer('Tara Tern');
  await customer.writes('message 0');
  const refused = { requests: 0, lines: 0 };
  await page.route(/\/api\/v1\/conversations\?/, async (route) => {
    refused.requests += 1;
    const headers = {
      ...route.request().headers(),
      ...(refused.requests === 1 ? { authorization: 'Bearer old' } : {}),
    };
    await route.continue({ headers });
  });
  await page.routeWebSocket(/socket\.io/, (client) => {
    const server = client.connectToServer();
    client.onMessage((frame) => {
      const isLogIn = typeof frame === 'string' && frame.startsWith('40');
      refused.lines += isLogIn ? 1 : 0;
      server.send(isLogIn && refused.lines === 1 ? '40{"token":"old"}' : frame);
    });
  });
  await logIn(page, company.owner);
  await page.getByRole('link', { name: /Tara Tern/ }).click();
  await customer.writes('message 1');
  await expect(page.getByRole('log').getByText('message 1', { exact: true })).toBeVisible();
  await expect.poll(() => Math.min(refused.requests, refused.lines)).toBeGreaterThan(1);
});

test('keeps the rows below the screen while the list is open for a long time', async ({ page, company }) => {
  await page.setViewportSize({ width: 1440, height: 300 });
  await page.clock.install();
  const names = Array.from({ length: 20 }, (_, index) => `Row ${String(index).padStart(2, '0')}`);
  for (const full_name of names) {
    const contact = await company.api<{ _id: string }>('POST', '/contacts', { full_name });
    const content = `From ${full_name}`;
    const said = { contact_id: contact._id, content, platform: 'web', direction: 'inbound', role: 'user' };
    await company.api('POST', '/messages', said);
  }
  await logIn(page, company.owner);
  await expect(page.getByRole('link', { name: /Row 19/ })).toBeVisible();
  await page.clock.fastForward('10:00');
  const customer = await company.customer('Nick Now');
  await customer.writes('Hello');
  await expect(page.getByRole('link', { name: /Nick Now/ })).toBeVisible();
  const list = page.getByRole('list', { name: 'Conversations' });
  await list.hover();
  await page.mouse.wheel(0, 10_000);
  await expect(list.getByText('Row 00', { exact: true })).toBeVisible();
  await expect(list.getByText('Row 01', { exact: true })).toBeVisible();
});

test('says in an open conversation that its channel is disconnected, and connected again', async ({
  page,
  company,
}) => {
  const channel = await company.connect();
  const customer = await Customer.of(channel, 'Petra Parrot');
  await customer.writes('Are you open?');
  await logIn(page, company.owner);
  await page.getByRole('link', { name: /Petra Parrot/ }).click();
  const reply = page.getByRole('textbox', { name: 'Reply' });
  await expect(reply).toBeEnabled();
  const { items } = await company.api<{ items: { _id: string }[] }>('GET', '/channels');
  await company.api('DELETE', `/channels/${items[0]?._id}`);
  await expect(page.getByText('The channel is disconnected, so nothing can be sent.')).toBeVisible();
  await expect(reply).toBeDisabled();
  const { platform, external_id, access_token } = channel;
  await company.api('POST', '/channels', { platform, external_id, access_token });
  await expect(page.getByText('The channel is disconnected, so nothing can be sent.')).toBeHidden();
  await expect(reply).toBeEnabled();
});
