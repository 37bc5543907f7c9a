import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expect, logIn, test } from './support/test.ts';

test('adds a webhook, shows its secret once, tests it and sends an event again', async ({
  staffPage: page,
  company,
}) => {
  const consumer = `${process.env.SANDBOX_URL}/consumer/${randomUUID()}`;
  await page.getByRole('link', { name: 'Settings' }).click();
  await page.getByRole('link', { name: 'Outgoing webhooks' }).click();
  await page.getByLabel('Address').fill(consumer);
  await page.getByLabel('Name').fill('Reports');
  await page.getByRole('checkbox', { name: 'message.created' }).check();
  await page.getByRole('button', { name: 'Add the webhook' }).click();
  const secret = await page.getByTestId('secret').textContent();
  expect(secret).toMatch(/^whsec_/);
  await page.getByRole('button', { name: 'I have saved it' }).click();

  await expect(page.getByRole('heading', { name: 'Reports' })).toBeVisible();
  await expect(page.getByText(String(secret))).toBeHidden();
  await expect(page.getByText('No event sent yet')).toBeVisible();
  await expect(page.getByRole('checkbox', { name: 'message.created' })).toBeChecked();
  await page.getByRole('button', { name: 'Send a test' }).click();
  await expect(page.getByText('The endpoint accepted the test')).toBeVisible();

  const customer = await company.customer('Wanda Wolf');
  await customer.writes('Hello');
  const row = page.getByRole('listitem').filter({ hasText: 'message.created' });
  await expect(row.getByText('Delivered')).toBeVisible();
  await expect(page.getByText('Works', { exact: true })).toBeVisible();
  await row.getByRole('button', { name: 'Send message.created again' }).click();
  await expect(page.getByText('1 event is sent again.')).toBeVisible();
  await expect.poll(() => contentsAt(consumer)).toEqual(['Hello', 'Hello']);
  await expect(row.getByText('2 attempts')).toBeVisible();

  await row.getByRole('button', { name: 'Details of message.created' }).click();
  await expect(row.getByText('"content": "Hello"')).toBeVisible();
  await expect(row.getByText(/answered 200/).first()).toBeVisible();
  await row.getByRole('checkbox', { name: 'Choose message.created' }).check();
  await page.getByRole('button', { name: 'Send 1 event again' }).click();
  await expect.poll(() => contentsAt(consumer)).toEqual(['Hello', 'Hello', 'Hello']);

  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('button', { name: 'Delete it with its log' }).click();
  await expect(page.getByText('No webhooks yet.')).toBeVisible();
});

/** The texts of the messages that a consumer of the sandbox took. */
async function contentsAt(consumer: string): Promise<string[]> {
  const { items } = (await (await fetch(consumer)).json()) as { items: { body: string }[] };
  const events = items.map(({ body }) => JSON.parse(body) as { type: string; data: { message: { content: string } } });
  return events.filter(({ type }) => type === 'message.created').map(({ data }) => data.message.content);
}

test('makes an API key that works, and deletes it', async ({ staffPage: page }) => {
  await page.goto('/settings/api-keys');
  await page.getByLabel('Name').fill('Nightly export');
  await page.getByRole('checkbox', { name: 'See customers' }).check();
  await page.getByRole('button', { name: 'Make the key' }).click();
  const key = String(await page.getByTestId('secret').textContent());
  const statusOf = async (path: string): Promise<number> => {
    const headers = { authorization: `Bearer ${key}` };
    return (await fetch(`${process.env.WEB_URL}/api/v1${path}`, { headers })).status;
  };
  expect([await statusOf('/contacts'), await statusOf('/pets')]).toEqual([200, 403]);
  await page.getByRole('button', { name: 'I have saved it' }).click();
  await page.getByRole('button', { name: 'Delete the key Nightly export' }).click();
  await expect(page.getByText('Programs that use this key can no longer call the API.')).toBeVisible();
  expect(await statusOf('/contacts')).toBe(200);
  await page.getByRole('button', { name: 'Delete for good: the key Nightly export' }).click();
  await expect(page.getByText('No keys yet.')).toBeVisible();
  expect(await statusOf('/contacts')).toBe(401);
});

test('stores a secret, replaces it and deletes it, and never shows its value', async ({ staffPage: page }) => {
  await page.goto('/settings/secrets');
  await page.getByLabel('Name').fill('shop_key');
  await page.getByRole('textbox', { name: 'Value' }).fill('a quiet word\nof two lines');
  await page.getByRole('button', { name: 'Save the password or key' }).click();
  await page.getByRole('button', { name: 'Replace shop_key' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Value' }).fill('another quiet word');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(dialog).toBeHidden();
  expect(await page.content()).not.toContain('quiet word');
  await page.getByRole('button', { name: 'Delete shop_key' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('No passwords or keys yet.')).toBeVisible();
});

test('lets staff add, edit and delete a canned reply, and says where there is none', async ({ page, company }) => {
  const customer = await company.customer('Carla Cat');
  await customer.writes('When do you open?');
  await logIn(page, await company.colleague('Stan Staff'));
  await page.getByRole('link', { name: /Carla Cat/ }).click();
  const reply = page.getByRole('textbox', { name: 'Reply' });
  await reply.fill('/');
  await expect(page.getByText('No canned replies yet.')).toBeVisible();
  await page.getByRole('link', { name: 'Add one' }).click();

  await page.getByLabel('Title').fill('Opening hours');
  await page.getByLabel('Shortcut').fill('Hours!');
  await page.getByLabel('Text').fill('We open at 8, {{contact.name}}.');
  await page.getByRole('button', { name: 'Add the canned reply' }).click();
  await expect(page.getByText('Use small letters')).toBeVisible();
  await page.getByLabel('Shortcut').fill('hours');
  await page.getByRole('button', { name: 'Add the canned reply' }).click();
  await page.getByRole('button', { name: 'Edit “Opening hours”' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByLabel('Text').fill('We open at 9, {{contact.name}}.');
  // A click on the edge of the card must not close the dialog.
  await dialog.click({ position: { x: 8, y: 8 } });
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('We open at 9, {{contact.name}}.')).toBeVisible();

  await page.goto('/inbox');
  await page.getByRole('link', { name: /Carla Cat/ }).click();
  await reply.fill('/hou');
  await expect(page.getByRole('option', { name: /hours/ })).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(reply).toHaveValue('We open at 9, Carla Cat.');

  await page.goto('/settings/canned-replies');
  await page.getByRole('button', { name: 'Delete “Opening hours”' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(page.getByText('No canned replies yet.')).toBeVisible();
});

test('invites a colleague from the command bar, and removes people', async ({ page, company }) => {
  await company.colleague('Stan Staff');
  const email = `new-${randomUUID()}@example.com`;
  await logIn(page, company.owner);
  await expect(page.getByRole('link', { name: 'Settings' })).toBeVisible();
  await page.keyboard.press('Control+k');
  await page.getByRole('combobox').fill('Invite');
  await page.keyboard.press('Enter');
  await page.getByLabel('E-mail address of your colleague').fill(email);
  await page.getByRole('button', { name: 'Send the invitation', exact: true }).click();
  const row = page.getByRole('listitem').filter({ hasText: email });
  await expect(row.getByText('Staff · invited, has not accepted yet')).toBeVisible();
  await row.getByRole('button', { name: 'Send the invitation' }).click();
  await expect(page.getByText(`A new invitation to ${email} is on its way.`)).toBeVisible();
  await row.getByRole('button', { name: 'Cancel the invitation' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Cancel the invitation' }).click();
  await expect(row).toBeHidden();

  await page.getByRole('button', { name: 'Manage Stan Staff' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Remove' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Yes, remove for good' }).click();
  await expect(page.getByText('Stan Staff is removed.')).toBeVisible();
  await expect(page.getByRole('listitem').filter({ hasText: 'Stan Staff' })).toBeHidden();
  await expect(page.getByRole('button', { name: 'Manage Olga Owner' })).toBeHidden();
});

test('disconnects a channel after a confirmation, and offers to connect it again', async ({
  staffPage: page,
  company,
}) => {
  await company.connect();
  await page.goto('/settings/channels');
  const row = page.getByRole('listitem').filter({ hasText: 'Messenger · Connected' });
  await row.getByRole('button', { name: 'Disconnect' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Disconnect' }).click();
  await expect(page.getByText('No channel yet')).toBeVisible();
  const disconnected = page.getByRole('region', { name: 'Disconnected channels' });
  await disconnected.getByRole('button', { name: 'Connect again' }).click();
  await expect(page.getByRole('heading', { name: /^Sandbox/ })).toBeVisible();
});

test('shows no settings to staff', async ({ page, company }) => {
  await logIn(page, await company.colleague('Stan Staff'));
  await expect(page.getByRole('link', { name: 'Settings' })).toBeHidden();
  await page.goto('/settings/api-keys');
  await expect(page.getByText('Only for owners and managers')).toBeVisible();
});

test('breaks no rule of accessibility in the settings of bookings', async ({ page, company }) => {
  const owner = await company.api<{ _id: string }>('GET', '/users/me');
  const service = await company.api<{ _id: string }>('POST', '/services', {
    name: 'Bath',
    duration_min: 60,
    price: 7_000,
    pet_matrix: [{ size: 'large', coat: 'long', minutes_delta: 30, price_delta: 3_000 }],
    add_ons: [{ key: 'nails', name: 'Nail trim', minutes: 10, price: 1_500 }],
  });
  await logIn(page, company.owner);
  for (const path of [
    '',
    '/company',
    '/services',
    `/services/${service._id}`,
    '/hours',
    `/hours/${owner._id}`,
    '/time-off',
    '/resources',
    '/booking',
  ])
    await expectAccessibleSettings(page, path);
});

test('breaks no rule of accessibility in the other settings', async ({ page, company }) => {
  const webhook = await company.api<{ _id: string }>('POST', '/integrations/webhooks', {
    url: `${process.env.SANDBOX_URL}/consumer/axe`,
    events: ['message.created'],
  });
  await company.api('POST', `/integrations/webhooks/${webhook._id}/test`);
  await company.api('POST', '/api-keys', { name: 'Axe', permissions: ['contacts:read'] });
  await company.api('PUT', '/secrets/axe', { value: 'a quiet word' });
  await company.connect();
  await company.api('POST', '/canned-replies', { shortcut: 'axe', title: 'Axe', text: 'Hello' });
  await logIn(page, company.owner);
  for (const path of [
    '/team',
    '/notifications',
    '/channels',
    '/canned-replies',
    '/webhooks',
    `/webhooks/${webhook._id}`,
    '/api-keys',
    '/secrets',
  ])
    await expectAccessibleSettings(page, path);
});

async function expectAccessibleSettings(page: Page, path: string): Promise<void> {
  await page.goto(`/settings${path}`);
  await expect(page.getByRole('heading').first()).toBeVisible();
  await expectAccessible(page, path);
}
