import { randomUUID } from 'node:crypto';
import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { at, dateIn, openSalon, visit } from './support/salon.ts';
import { control } from './support/sandbox.ts';
import { expect, test } from './support/test.ts';

interface GoogleState {
  accounts: { email: string; calendars: { summary: string; events: GoogleEvent[] }[] }[];
}

interface GoogleEvent {
  id: string;
  status: string;
  start: { dateTime: string };
}

const SHORT_MS = 3_000;
const PAGE = '/settings/google-calendar';

/** An account of one test, because all companies share the sandbox's Google. */
const newEmail = (): string => `salon-${randomUUID().slice(0, 8)}@google.example`;

/** Connects the account by the consent page of the sandbox's Google. */
async function connect(page: Page, email: string, button = 'Connect Google account'): Promise<void> {
  await page.getByRole('button', { name: button }).click();
  await expect(page.getByRole('heading', { name: 'Sandbox: sign in with Google' })).toBeVisible();
  await page.getByLabel('Another account').fill(email);
  await page.getByRole('button', { name: 'Allow' }).click();
  await expect(page.getByText('The Google account is connected.')).toBeVisible();
}

/** Gives the owner of the company the calendar Anna, and waits for the first synchronisation. */
async function linkOwner(page: Page): Promise<void> {
  await page.getByRole('button', { name: 'Choose a calendar for Olga Owner' }).click();
  const dialog = page.getByRole('dialog', { name: 'Calendar of Olga Owner' });
  await dialog.getByRole('combobox', { name: 'Calendar' }).selectOption('Anna');
  await expectAccessible(page, 'the choice of a calendar');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const row = page.getByRole('row', { name: /Olga Owner/ });
  await expect(row).toContainText('Both directions');
  await expect(row).toContainText('ago');
}

async function eventsOf(email: string): Promise<GoogleEvent[]> {
  const { accounts } = await control<GoogleState>('/google');
  const calendars = accounts.find((one) => one.email === email)?.calendars ?? [];
  const events = calendars.find(({ summary }) => summary === 'Anna')?.events ?? [];
  return events.filter(({ status }) => status !== 'cancelled');
}

const startsOf = async (email: string): Promise<number[]> =>
  (await eventsOf(email)).map(({ start }) => Date.parse(start.dateTime)).sort();

test('sends appointments to Google, and takes moves and busy times from there', async ({
  staffPage: page,
  company,
}) => {
  const salon = await openSalon(company, dateIn(1));
  const { _id: appointment } = await salon.book('09:00');
  const account = newEmail();
  await page.goto(PAGE);
  await connect(page, account);
  await expectAccessible(page, 'Google Calendar');
  await linkOwner(page);
  const [nine, eleven] = [Date.parse(at(salon.day, '09:00')), Date.parse(at(salon.day, '11:00'))];
  await expect.poll(() => startsOf(account)).toEqual([nine]);

  await page.getByRole('radio', { name: 'Move the appointment' }).check();
  const edits = page.getByRole('region', { name: 'When somebody changes an appointment in Google' });
  await edits.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('Saved', { exact: true })).toBeVisible();

  const [event] = await eventsOf(account);
  const place = { account, calendar: 'Anna' };
  await control('/google', { ...place, do: 'move', event_id: event?.id, minutes: 120 });
  const busy = { start: { dateTime: at(salon.day, '14:00') }, end: { dateTime: at(salon.day, '15:00') } };
  await control('/google', { ...place, do: 'create', event: { summary: 'Dentist', ...busy } });
  await page.getByRole('button', { name: 'Sync now' }).click();
  const startOf = async (): Promise<number> =>
    Date.parse((await company.api<{ starts_at: string }>('GET', `/appointments/${appointment}`)).starts_at);
  await expect.poll(startOf).toBe(eleven);

  const clash = { start: { dateTime: at(salon.day, '11:30') }, end: { dateTime: at(salon.day, '12:00') } };
  await control('/google', { ...place, do: 'create', event: { summary: 'School', ...clash } });
  await page.getByRole('button', { name: 'Sync now' }).click();
  const conflicts = page.getByRole('region', { name: 'Conflicts' });
  await expect(async () => {
    await page.reload();
    await expect(conflicts).toContainText(/School · 1 appointment/, { timeout: SHORT_MS });
  }).toPass();
  expect(await salon.book('14:00').catch(String)).toMatch(/SLOT_NOT_OFFERED/);
  await conflicts.getByRole('link', { name: 'Open the day' }).click();
  await expect(visit(page, /^11:00–12:00, Luna/)).toBeVisible();
});

test('says that the connection is lost, connects again, and disconnects', async ({ staffPage: page }) => {
  const account = newEmail();
  await page.goto(PAGE);
  await page.getByRole('button', { name: 'Connect Google account' }).click();
  await page.getByRole('button', { name: 'Deny' }).click();
  await expect(page.getByRole('alert')).toContainText('You did not allow the access');
  await connect(page, account);
  await linkOwner(page);
  await control('/google', { do: 'revoke', account });
  await page.getByRole('button', { name: 'Sync now' }).click();
  await expect(page.getByText('Connection lost')).toBeVisible();
  await expectAccessible(page, 'a lost connection');
  await connect(page, account, 'Connect again');
  await expect(page.getByText('Connection lost')).toBeHidden();
  await page.getByRole('button', { name: 'Disconnect' }).click();
  const question = page.getByRole('dialog', { name: 'Disconnect Google Calendar?' });
  await question.getByRole('button', { name: 'Disconnect' }).click();
  await expect(page.getByRole('button', { name: 'Connect Google account' })).toBeVisible();
});
