import { expectVisitorPageAccessible } from './support/accessible.ts';
import { bookableService, openForBooking } from './support/booking.ts';
import { mailedCode } from './support/mail.ts';
import { expect, test } from './support/test.ts';

const PIXEL = Buffer.from(
  'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
  'base64',
);

test('a visitor books with a mailed code, moves the appointment and cancels it', async ({ page, company }) => {
  const { slug, date } = await openForBooking(company);
  const stored = async () => {
    const { items } = await company.api<{ items: { status: string; starts_at: string }[] }>('GET', '/appointments');
    return items.map(({ status, starts_at }) => [status, starts_at]);
  };
  await page.goto(`/book/${slug}`);
  await page.getByRole('button', { name: 'Dog' }).tap();
  await page.getByLabel('Weight in kg').fill('30');
  await expectVisitorPageAccessible(page);
  await page.getByRole('button', { name: 'Continue' }).tap();
  await page.getByRole('button', { name: /Bath.*1 hr 30 min.*R\$120/ }).tap();
  await expect(page.getByText('All times are in the time of Sao Paulo')).toBeVisible();
  await page.getByRole('button', { name: '10:00', exact: true }).tap();
  await expect(page.getByText('Cancel free of charge until 24 hours before')).toBeVisible();
  await expectVisitorPageAccessible(page);
  await page.getByRole('button', { name: 'Reserve this time' }).tap();

  await expect(page.getByRole('timer')).toContainText('Reserved for you for');
  await page.getByLabel('Name of your pet').fill('Toby');
  await page.getByLabel('Your name').fill('Vera Visitor');
  const email = `vera-${slug}@example.com`;
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Send me a code' }).tap();
  // A phone drops the page while the visitor reads the mail.
  await expect(page.getByText(email)).toBeVisible();
  await page.reload();
  await page.getByLabel('Code of six digits').fill(await mailedCode(email));
  await page.getByRole('button', { name: 'Book', exact: true }).tap();

  await expect(page.getByRole('heading', { name: 'Booked' })).toBeVisible();
  await expect(page.getByText(/10:00\s–\s11:30/)).toBeVisible();
  expect(await stored()).toEqual([['confirmed', `${date}T13:00:00.000Z`]]);
  const download = page.waitForEvent('download');
  await page.getByRole('link', { name: 'Add to my calendar' }).tap();
  expect((await download).suggestedFilename()).toBe('appointment.ics');

  await page.reload();
  await page.getByRole('button', { name: 'Move' }).tap();
  await page.getByRole('button', { name: '14:00', exact: true }).tap();
  await page.getByRole('button', { name: 'Move to this time' }).tap();
  await expect(page.getByText('The appointment is moved.')).toBeVisible();
  expect(await stored()).toEqual([['confirmed', `${date}T17:00:00.000Z`]]);
  await expectVisitorPageAccessible(page);

  await page.getByRole('button', { name: 'Cancel the appointment' }).tap();
  await page.getByRole('button', { name: 'Yes, cancel it' }).tap();
  await expect(page.getByText('The appointment is cancelled.')).toBeVisible();
  expect(await stored()).toEqual([['cancelled', `${date}T17:00:00.000Z`]]);
});

test('a customer sends a photo of the vaccination card by the link of the appointment', async ({ page, company }) => {
  const gates = [{ kind: 'vaccination', name: 'Rabies', mode: 'allow_with_upload' }];
  const service_id = await bookableService(company, 'Daycare visit', { gates });
  const { _id: contact_id } = await company.api<{ _id: string }>('POST', '/contacts', { full_name: 'Vera Visitor' });
  const pet = await company.api<{ _id: string }>('POST', '/pets', { contact_id, name: 'Toby', species: 'dog' });
  const starts_at = new Date(Math.ceil(Date.now() / 3_600_000) * 3_600_000 + 86_400_000).toISOString();
  const visit = { service_id, contact_id, pet_ids: [pet._id], starts_at };
  const { appointment } = await company.api<{ appointment: { _id: string } }>('POST', '/appointments', visit);
  const path = `/appointments/${appointment._id}`;
  const { manage_token } = await company.api<{ manage_token: string }>('POST', `${path}/manage-link`);

  await page.goto(`/booking/manage/${manage_token}`);
  await expect(page.getByText('Not sent yet')).toBeVisible();
  await expectVisitorPageAccessible(page);
  const file = page.getByLabel('Send a photo: Rabies: Toby');
  await file.setInputFiles({ name: 'card.txt', mimeType: 'text/plain', buffer: Buffer.from('no picture') });
  await expect(page.getByRole('alert')).toContainText('Send a picture');
  await file.setInputFiles({ name: 'card.png', mimeType: 'image/png', buffer: PIXEL });
  await expect(page.getByText(/^Sent\. /)).toBeVisible();
  const { items } = await company.api<{ items: { _id: string; name: string }[] }>('GET', `${path}/proofs`);
  expect(items.map(({ name }) => name)).toEqual(['Rabies']);
  await company.api('PATCH', `${path}/proofs/${items[0]?._id}`, { state: 'accepted' });
  await page.reload();
  await expect(page.getByText('Confirmed', { exact: true })).toBeVisible();
  await expect(page.getByText('Still needed')).toBeHidden();
});
