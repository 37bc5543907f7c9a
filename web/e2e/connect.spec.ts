import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { control } from './support/sandbox.ts';
import { expect, test } from './support/test.ts';

const NAME = `Paws ${randomUUID().slice(0, 8)}`;

async function answerDialog(page: Page, button: string, fields: Record<string, string>): Promise<void> {
  await page.goto('/settings/channels');
  await page.getByRole('button', { name: button }).click();
  await expect(page.getByRole('heading', { name: /^Sandbox/ })).toBeVisible();
  for (const [label, value] of Object.entries(fields))
    await page.getByRole('textbox', { name: new RegExp(`^${label}`) }).fill(value);
  await page.getByRole('button', { name: 'Continue' }).click();
}

test('connects a Page, Instagram and WhatsApp by clicks, and connects one again', async ({ staffPage: page }) => {
  await answerDialog(page, 'Connect a Facebook Page', { 'New Page': NAME });
  await page.getByRole('button', { name: 'Connect these accounts' }).click();
  await expect(page.getByText('Everything is connected.')).toBeVisible();
  await expect(page.getByText('Write to this account from another phone.')).toBeVisible();

  const { channels, customers } = await control<{
    channels: { external_id: string; name: string }[];
    customers: { id: string; channelId: string }[];
  }>('/state');
  const channel_id = channels.find(({ name }) => name === NAME)?.external_id;
  const customer_id = customers.find(({ channelId }) => channelId === channel_id)?.id;
  await control('/play', { channel_id, customer_id, do: 'text', text: 'Hello from the phone', wait: true });
  await expect(page.getByText('Write to this account from another phone.')).toBeHidden();

  await answerDialog(page, 'Connect Instagram', { 'New account': 'pawsofporto' });
  await page.getByRole('button', { name: 'Connect these accounts' }).click();
  await expect(page.getByText('Everything is connected.')).toBeVisible();

  await answerDialog(page, 'Connect WhatsApp', { 'New number': NAME, 'PIN of its two-step verification': '123456' });
  await page.getByLabel('PIN of the number').fill('999999');
  await page.getByRole('button', { name: 'Connect these accounts' }).click();
  await expect(page.getByText(/PIN Mismatch/).first()).toBeVisible();
  await page.getByLabel('PIN of the number').fill('123456');
  await page.getByRole('button', { name: 'Connect these accounts' }).click();
  await expect(page.getByText('Everything is connected.')).toBeVisible();

  await page.getByLabel(`Health and reconnect: ${NAME}`, { exact: true }).click();
  await page.getByRole('button', { name: `Connect again: ${NAME}`, exact: true }).click();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByRole('alert').getByText(/This log-in cannot act for the account/)).toBeVisible();
  await page.getByRole('button', { name: 'Log in again' }).click();
  await page.getByRole('checkbox', { name: new RegExp(NAME) }).check();
  await page.getByRole('button', { name: 'Continue' }).click();
  await expect(page.getByText('Everything is connected.')).toBeVisible();
});
