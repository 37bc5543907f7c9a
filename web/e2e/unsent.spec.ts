import type { Page } from '@playwright/test';
import { expect, logInByForm, test } from './support/test.ts';

const open = (page: Page, name: RegExp): Promise<void> => page.getByRole('link', { name }).first().click();
const log = (page: Page) => page.getByRole('log');
/** The next answer to a request about a draft. */
const draftAnswer = (page: Page, method: 'GET' | 'PUT' | 'DELETE') =>
  page.waitForResponse((response) => /\/draft(\?|$)/.test(response.url()) && response.request().method() === method);

test('sends a failed message again in the same place', async ({ staffPage: page, company }) => {
  const customer = await company.customer('Flora Frog');
  await customer.writes('Hello');
  await open(page, /Flora Frog/);
  await customer.refusesNext();
  await page.getByRole('textbox', { name: 'Reply' }).fill('We call you');
  await page.keyboard.press('Enter');
  await expect(log(page).getByText('This person cannot receive messages now.')).toBeVisible();
  await log(page).getByRole('button', { name: 'Try again' }).last().click();
  await expect.poll(() => customer.phone()).toContain('We call you');
  await expect(log(page).getByText('This person cannot receive messages now.')).toBeHidden();
  await expect(log(page).getByText('We call you')).toHaveCount(1);
  await customer.refusesNext('window_closed');
  await page.getByRole('textbox', { name: 'Reply' }).fill('Too late');
  await page.keyboard.press('Enter');
  await expect(log(page).getByText('The customer must write first.')).toBeVisible();
  await expect(log(page).getByRole('button', { name: 'Try again' })).toHaveCount(0);
});

test('holds the second part of a long answer until the first one is sent', async ({ staffPage: page, company }) => {
  const customer = await company.customer('Lola Llama');
  await customer.writes('Tell me everything');
  await open(page, /Lola Llama/);
  await expect(log(page).getByText('Tell me everything')).toBeVisible();
  await page.getByRole('textbox', { name: 'Reply' }).fill(`${'First. '.repeat(280)}\n\n${'Second. '.repeat(100)}`);
  await customer.refusesNext();
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(log(page).getByText('The part before this one was not sent.')).toBeVisible();
  expect(await customer.phone()).toEqual(['Tell me everything']);
  await page.reload();
  await expect(log(page).getByText('The part before this one was not sent.')).toBeVisible();
  await log(page).getByRole('button', { name: 'Try again' }).last().click();
  await expect
    .poll(async () => (await customer.phone()).map((text) => text.slice(0, 6)))
    .toEqual(['Tell m', 'First.', 'Second']);
});

test('does not bring back a draft that was deleted without a connection', async ({ staffPage: page, company }) => {
  const customer = await company.customer('Dina Duck');
  await customer.writes('Hello');
  await open(page, /Dina Duck/);
  const reply = page.getByRole('textbox', { name: 'Reply' });
  const saved = draftAnswer(page, 'PUT');
  await reply.fill('Never mind');
  await saved;
  await page.context().setOffline(true);
  const lost = page.waitForEvent('requestfailed', (request) => request.method() === 'DELETE');
  await reply.fill('');
  await lost;
  await page.context().setOffline(false);
  await page.route('**/draft?*', (route) => (route.request().method() === 'DELETE' ? route.abort() : route.continue()));
  for (const isReachable of [false, true]) {
    if (isReachable) await page.unroute('**/draft?*');
    const read = draftAnswer(page, 'GET');
    await page.reload();
    await (await read).finished();
    await expect(log(page).getByText('Hello')).toBeVisible();
    await expect(reply).toHaveValue('');
  }
});

test('does not bring back a draft that was read before it was deleted', async ({ staffPage: page, company }) => {
  const customer = await company.customer('Dina Duck');
  await customer.writes('Hello');
  await open(page, /Dina Duck/);
  const reply = page.getByRole('textbox', { name: 'Reply' });
  const saved = draftAnswer(page, 'PUT');
  await reply.fill('Never mind');
  await saved;
  await page.goto('/profile');
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  const requests: string[] = [];
  const read = Promise.withResolvers<undefined>();
  const answer = Promise.withResolvers<undefined>();
  await page.route('**/draft?*', async (route) => {
    const method = route.request().method();
    requests.push(method);
    if (method !== 'GET') return route.continue();
    const response = await route.fetch();
    read.resolve(undefined);
    await answer.promise;
    requests.push('GET answered');
    return route.fulfill({ response });
  });
  await page.goBack();
  await read.promise;
  const deleted = draftAnswer(page, 'DELETE');
  await reply.fill('');
  // The delete would start in a timer of 0 ms, before this one.
  await page.evaluate(() => new Promise((resolve) => setTimeout(resolve)));
  answer.resolve(undefined);
  await deleted;
  expect(requests.slice(0, 3)).toEqual(['GET', 'GET answered', 'DELETE']);
  await expect(reply).toHaveValue('');
});

test('deletes the draft of a user who closed the browser without logging out', async ({ staffPage: page, company }) => {
  const colleague = await company.colleague('Bea Brown');
  const customer = await company.customer('Gus Goose');
  await customer.writes('Hello');
  await open(page, /Gus Goose/);
  await page.getByRole('textbox', { name: 'Reply' }).fill('Only for my eyes');
  const stored = () => page.evaluate(() => localStorage.getItem('pb-drafts'));
  await expect.poll(stored).toContain('Only for my eyes');
  await page.context().clearCookies();
  await page.reload();
  await logInByForm(page, colleague);
  await expect.poll(stored).not.toContain('Only for my eyes');
});
