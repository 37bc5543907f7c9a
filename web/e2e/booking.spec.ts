import { axe } from './support/accessible.ts';
import { bookableService } from './support/booking.ts';
import { expect, test } from './support/test.ts';

test('books a new pet from the chat, at another time when the chosen one is taken', async ({
  staffPage: page,
  company,
}) => {
  const customer = await company.customer('Bea Bath');
  await customer.writes('Can Luna come for a bath?');
  const service_id = await bookableService(company, 'Bath', { price: 9_000 });
  await page.getByRole('link', { name: /Bea Bath/ }).click();
  await page.keyboard.press(']');
  const panel = page.getByRole('complementary', { name: 'Customer' });
  await expect(panel.getByText('Nothing is booked.')).toBeVisible();
  const contact_id = await company.contactId('Bea Bath');

  await page.keyboard.press('b');
  const sheet = page.getByRole('dialog', { name: 'Book an appointment' });
  await sheet.getByRole('textbox', { name: 'Name' }).fill('Luna');
  await sheet.getByRole('textbox', { name: 'Weight in kg' }).fill('8');
  await sheet.getByRole('button', { name: 'Add the pet' }).click();
  await expect(sheet.getByRole('checkbox', { name: 'Luna' })).toBeChecked();
  await sheet.getByRole('radio', { name: /^Bath/ }).check();
  await sheet.getByRole('button', { name: 'Later days' }).click();
  await sheet.getByRole('radio', { name: '00:15' }).first().check();
  await expect(sheet.getByText(/^Luna · Bath · .*00:15/)).toBeVisible();
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await axe(page).include('dialog').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
  }
  await sheet.getByRole('checkbox', { name: 'Confirm it to the customer by a message' }).uncheck();

  await page.route(
    '**/api/v1/appointments',
    async (route) => {
      const { starts_at } = route.request().postDataJSON() as { starts_at: string };
      await company.api('POST', '/appointments', { service_id, contact_id, starts_at, notify_customer: false });
      await route.continue();
    },
    { times: 1 },
  );
  await sheet.getByRole('button', { name: 'Book', exact: true }).click();
  const refusal = sheet.getByRole('alert');
  await expect(refusal).toContainText('This time is taken.');
  await refusal.getByRole('button').first().click();
  await expect(refusal).toHaveCount(0);
  await sheet.getByRole('button', { name: 'Book', exact: true }).click();

  await expect(sheet).toHaveCount(0);
  await expect(page.getByText(/^Booked: Luna, Bath/)).toBeVisible();
  const card = panel.getByRole('article').filter({ hasText: 'Luna · with Olga Owner' });
  await expect(card.getByText('Confirmed')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Reply' })).toHaveValue(/^Hello, Bea! It is booked for Luna: Bath/);
});
