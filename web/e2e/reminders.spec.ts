import { at, dateIn, openSalon, visit } from './support/salon.ts';
import { expect, test } from './support/test.ts';

const MINUTE_MS = 60_000;
/** Reminders are looked for each minute. */
const SENT_WITHIN_MS = 3 * MINUTE_MS;
const LONGEST_MS = 5 * MINUTE_MS;

test('writes a rule, and a customer confirms the reminder with 1', async ({ staffPage: page, company }) => {
  test.setTimeout(LONGEST_MS);
  const customer = await company.customer('Mia Rossi');
  await customer.writes('See you soon');
  await expect(page.getByRole('link', { name: /Mia Rossi/ })).toBeVisible();
  const { items } = await company.api<{ items: { _id: string }[] }>('GET', '/contacts?q=Mia');
  await company.api('PATCH', '/booking-settings', { quiet_hours: null });
  const salon = await openSalon(company, dateIn(2), { full_name: 'Somebody else' });
  await salon.book('12:00', { contact_id: items[0]?._id, pet_ids: [], notify_customer: false });

  await page.goto('/settings/reminders');
  await expect(page.getByText('No rule yet.')).toBeVisible();
  await page.getByRole('button', { name: 'New rule' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('combobox', { name: 'Unit' }).selectOption('minutes');
  const minutes = Math.floor((Date.parse(at(salon.day, '12:00')) - Date.now()) / MINUTE_MS) - 1;
  await dialog.getByRole('textbox', { name: 'How long before' }).fill(String(minutes));
  const text = dialog.getByRole('textbox', { name: 'Text' });
  await text.fill('Do you come on ');
  await dialog.getByRole('button', { name: 'Date' }).click();
  await expect(text).toHaveValue('Do you come on {{date}}');
  await expect(
    dialog
      .getByRole('region', { name: 'Preview' })
      .getByText(/^Do you come on \w+day, /)
      .first(),
  ).toBeVisible();
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('switch', { name: /^Rule active: Reminder: .* minutes before$/ })).toBeChecked();

  await expect
    .poll(() => customer.phone(), { timeout: SENT_WITHIN_MS })
    .toContainEqual(expect.stringMatching(/Do you come on/));
  await customer.writes('1');
  await expect.poll(() => customer.phone()).toContainEqual(expect.stringMatching(/See you on/));
  await page.goto(`/calendar?day=${salon.day}`);
  await visit(page, /Bath/).click();
  await expect(page.getByText('The customer has confirmed').first()).toBeVisible();
  await page.goto('/settings/reminders');
  await expect(page.getByText('Sent: Conversation').first()).toBeVisible();
});
