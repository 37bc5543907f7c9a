import { expectVisitorPageAccessible } from './support/accessible.ts';
import { openForBooking } from './support/booking.ts';
import { mailedCode } from './support/mail.ts';
import { control } from './support/sandbox.ts';
import { expect, test } from './support/test.ts';

/** The sandbox's Asaas makes an account for each key. */
const KEY = '$aact_hmlg_of_the_deposit_test';

test('a visitor pays the deposit by PIX, and then the time is booked', async ({ page, company }) => {
  const { slug } = await openForBooking(company);
  const { items } = await company.api<{ items: { _id: string }[] }>('GET', '/services');
  await company.api('PATCH', `/services/${items[0]?._id}`, { deposit: { kind: 'percent', value: 30 } });
  await company.api('PUT', '/integrations/asaas', { api_key: KEY, environment: 'sandbox' });
  await page.goto(`/book/${slug}`);
  await page.getByRole('button', { name: 'Dog' }).tap();
  await page.getByLabel('Weight in kg').fill('30');
  await page.getByRole('button', { name: 'Continue' }).tap();
  await page.getByRole('button', { name: /Bath/ }).tap();
  await page.getByRole('button', { name: '10:00', exact: true }).tap();
  await page.getByRole('button', { name: 'Reserve this time' }).tap();
  await expect(page.getByText(/Deposit to pay online now: R\$\s?36/)).toBeVisible();
  await page.getByLabel('Name of your pet').fill('Toby');
  await page.getByLabel('Your name').fill('Vera Visitor');
  const email = `vera-${slug}@example.com`;
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Send me a code' }).tap();
  await page.getByLabel('Code of six digits').fill(await mailedCode(email));
  await page.getByRole('button', { name: 'Book', exact: true }).tap();

  await expect(page.getByRole('heading', { name: 'Pay the deposit' })).toBeVisible();
  await page.getByLabel('CPF or CNPJ').fill('249.715.637-92');
  await page.getByRole('button', { name: 'Show the PIX code' }).tap();
  await expect(page.getByRole('img', { name: 'PIX code as a picture' })).toBeVisible();
  await expect(page.getByRole('timer')).toContainText('Time left to pay');
  await expectVisitorPageAccessible(page);
  // A phone drops the page while the visitor is in the bank's app.
  await page.reload();
  await expect(page.getByRole('button', { name: 'Copy the PIX code' })).toBeVisible();
  const payments = await company.api<{ items: { _id: string }[] }>('GET', '/payments');
  await control('/asaas', { payment: payments.items[0]?._id, do: 'pay' });
  await expect(page.getByRole('heading', { name: 'Booked' })).toBeVisible();
});
