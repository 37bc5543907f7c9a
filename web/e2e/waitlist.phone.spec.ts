import { expectVisitorPageAccessible } from './support/accessible.ts';
import { mailedCode, mailedOffer } from './support/mail.ts';
import { expect, test } from './support/test.ts';

const DAY_MS = 86_400_000;
const WHOLE_DAY_MIN = 480;

test('a visitor joins the waitlist of a full day, and books the time that becomes free by the mailed link', async ({
  page,
  company,
}) => {
  const { _id: staff_id } = await company.api<{ _id: string }>('GET', '/users/me');
  const { slug } = await company.api<{ slug: string }>('GET', '/companies/me');
  const date = new Date(Date.now() + 3 * DAY_MS).toISOString().slice(0, 10);
  const windows = [{ from: '10:00', to: '18:00' }];
  await company.api('PUT', `/staff-schedules/${staff_id}`, { weekly: [], overrides: [{ date, windows }] });
  await company.api('PATCH', '/booking-settings', { quiet_hours: null });
  const spa = { name: 'Spa day', duration_min: WHOLE_DAY_MIN, price: 30_000 };
  const { _id: service_id } = await company.api<{ _id: string }>('POST', '/services', spa);
  const { _id: contact_id } = await company.api<{ _id: string }>('POST', '/contacts', { full_name: 'Ana Lima' });
  const visit = { service_id, contact_id, starts_at: `${date}T13:00:00.000Z` };
  const { appointment } = await company.api<{ appointment: { _id: string } }>('POST', '/appointments', visit);

  await page.goto(`/book/${slug}`);
  await page.getByRole('button', { name: 'Dog' }).tap();
  await page.getByRole('button', { name: 'Continue' }).tap();
  await page.getByRole('button', { name: /Spa day/ }).tap();
  await expect(page.getByText(/No free times from/)).toBeVisible();
  await page.getByRole('button', { name: 'Tell me when one becomes free' }).tap();
  await page.getByRole('button', { name: 'Put me on the waitlist' }).tap();
  await expect(page.getByText('Fill in this field.').first()).toBeVisible();
  await page.getByLabel('Name of your pet').fill('Toby');
  await page.getByLabel('Your name').fill('Vera Visitor');
  const email = `vera-${slug}@example.com`;
  await page.getByLabel('E-mail address').fill(email);
  await expectVisitorPageAccessible(page);
  await page.getByRole('button', { name: 'Put me on the waitlist' }).tap();
  // A phone drops the page while the visitor reads the mail.
  await expect(page.getByText(email)).toBeVisible();
  await page.reload();
  await page.getByLabel('Code of six digits').fill(await mailedCode(email));
  await page.getByRole('button', { name: 'Put me on the waitlist' }).tap();
  await expect(page.getByRole('heading', { name: 'You are on the waitlist' })).toBeVisible();
  await expectVisitorPageAccessible(page);

  await company.api('POST', `/appointments/${appointment._id}/cancel`, {});
  await page.goto(await mailedOffer(email));
  await expect(page.getByRole('heading', { name: 'A time is free for you' })).toBeVisible();
  await expect(page.getByText('It is not booked yet.')).toBeVisible();
  await expectVisitorPageAccessible(page);
  await page.getByRole('button', { name: 'Book it' }).tap();
  await expect(page.getByRole('heading', { name: 'Booked' })).toBeVisible();
  const { items } = await company.api<{ items: { _id: string }[] }>('GET', '/appointments?status=confirmed');
  expect(items).toMatchObject([{ source: 'waitlist', starts_at: `${date}T13:00:00.000Z` }]);

  await page.goto(await mailedOffer(email));
  await page.getByRole('link', { name: 'See the appointment' }).tap();
  await expect(page.getByText('Spa day')).toBeVisible();

  await company.api('POST', `/appointments/${items[0]?._id ?? ''}/cancel`, {});
  await page.goto(await mailedOffer(email));
  await expect(page.getByRole('heading', { name: 'This time is no longer booked for you' })).toBeVisible();
  await expectVisitorPageAccessible(page);
});
