import { expectAccessible } from './support/accessible.ts';
import { dateIn, openSalon, visit } from './support/salon.ts';
import { control } from './support/sandbox.ts';
import { expect, test } from './support/test.ts';

/** The sandbox's Asaas makes an account for each key. */
const KEY = '$aact_hmlg_of_the_browser_test';
const TAX_ID = '249.715.637-92';

test('takes a payment at the desk and pays a part back', async ({ staffPage: page, company }) => {
  const salon = await openSalon(company, dateIn(1));
  await salon.book('09:00');
  await page.goto(`/calendar?day=${salon.day}`);
  await visit(page, /^09:00–10:00, Luna/).click();
  const section = page.getByRole('region', { name: 'Payment', exact: true });
  await expect(section).toContainText('R$');
  await section.getByRole('button', { name: 'Take payment' }).click();
  await page.getByLabel('Method', { exact: true }).selectOption('Card at the desk');
  await page.getByLabel('Amount').fill('90,00');
  await page.getByRole('button', { name: 'Received', exact: true }).click();
  await expect(section).toContainText('Received');
  await expect(section).toContainText('Card at the desk');
  await section.getByRole('button', { name: 'Refund' }).click();
  await page.getByLabel('Amount').fill('20,00');
  await page.getByRole('button', { name: 'Pay back' }).click();
  await expect(section).toContainText(/Paid back: R\$\s?20/);
  const [file] = await Promise.all([
    page.waitForEvent('download'),
    section.getByRole('button', { name: 'Receipt' }).click(),
  ]);
  expect(file.suggestedFilename()).toMatch(/^receipt-.*\.pdf$/);

  await page.getByRole('link', { name: 'Money' }).click();
  const close = page.getByRole('region', { name: 'Daily close' });
  await expect(close).toContainText(/R\$\s?70[.,]00/);
  await expectAccessible(page, 'the daily close');
  await page.getByRole('button', { name: 'Payments', exact: true }).click();
  await expect(page.getByRole('table', { name: 'Payments' })).toContainText('Mia Rossi');
  await page.getByRole('button', { name: 'By month' }).click();
  await expect(page.getByRole('region', { name: 'By month' })).toContainText(/R\$\s?70[.,]00/);
  await page.getByRole('button', { name: 'Payments', exact: true }).click();
  await page.getByRole('table', { name: 'Payments' }).getByRole('link', { name: 'Mia Rossi' }).click();
  await expect(page.getByRole('region', { name: 'Payment', exact: true })).toContainText(/Paid\s?R\$\s?70[.,]00/);
});

test('makes a PIX payment, and shows at once that it is paid', async ({ staffPage: page, company }) => {
  const salon = await openSalon(company, dateIn(1));
  await salon.book('09:00');
  await page.goto('/settings/payments');
  await page.getByLabel('API key').fill(KEY);
  await page.getByLabel('Environment').selectOption('sandbox');
  await page.getByRole('button', { name: 'Connect', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Connected' })).toBeVisible();

  await page.goto(`/calendar?day=${salon.day}`);
  await visit(page, /^09:00–10:00, Luna/).click();
  const section = page.getByRole('region', { name: 'Payment', exact: true });
  await section.getByRole('button', { name: 'Take payment' }).click();
  await page.getByLabel('Amount').fill('90,00');
  await page.getByLabel('Method', { exact: true }).selectOption('PIX');
  await page.getByLabel('CPF or CNPJ of the customer').fill(TAX_ID);
  await page.getByRole('button', { name: 'Create payment request' }).click();
  const dialog = page.getByRole('dialog', { name: 'Payment by the customer' });
  await expect(dialog.getByRole('img', { name: 'PIX code' })).toBeVisible();
  await expect(dialog).toContainText('Waits for payment');
  const { items } = await company.api<{ items: { _id: string }[] }>('GET', '/payments');
  await control('/asaas', { payment: items[0]?._id, do: 'pay' });
  await expect(dialog).toContainText('Received');
  await dialog.getByRole('button', { name: 'Close', exact: true }).click();
  await expect(section).toContainText('Received');
});
