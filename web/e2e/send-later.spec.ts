import { expect, test } from './support/test.ts';

test('sends a reply later, unless the customer replies first', async ({ staffPage: page, company }) => {
  const customer = await company.customer('Lara Lynx');
  await customer.writes('Is she ready?');
  await page.getByRole('link', { name: /Lara Lynx/ }).click();
  const strip = page.getByRole('list', { name: 'Scheduled messages' });
  const schedule = async (words: string) => {
    await page.getByRole('textbox', { name: 'Reply' }).fill(words);
    await page.getByRole('button', { name: 'Send later' }).click();
    const dialog = page.getByRole('dialog');
    await expect(dialog.getByRole('checkbox', { name: /Do not send if the customer replies/ })).toBeChecked();
    await dialog.getByRole('radio', { name: 'Tomorrow morning' }).check();
    await dialog.getByRole('button', { name: 'Schedule' }).click();
    await expect(strip.getByText(words)).toBeVisible();
  };

  await schedule('She is not.');
  await expect(page.getByRole('textbox', { name: 'Reply' })).toHaveValue('');
  await strip.getByRole('button', { name: 'Change' }).click();
  await page.getByRole('dialog').getByRole('textbox', { name: 'Text' }).fill('She is ready at five.');
  await page.getByRole('dialog').getByRole('button', { name: 'Save' }).click();
  await strip.getByRole('button', { name: 'Send now' }).click();
  await expect(page.getByRole('log').getByText('She is ready at five.')).toBeVisible();
  await expect.poll(() => customer.phone()).toContain('She is ready at five.');
  await expect(strip).toHaveCount(0);

  await schedule('I delete this one.');
  await strip.getByRole('button', { name: 'Delete' }).click();
  await expect(strip).toHaveCount(0);

  await schedule('Do you come?');
  await customer.writes('I am on my way');
  await expect(strip.getByText('It was not sent, because the customer replied first.')).toBeVisible();
  expect(await customer.phone()).not.toContain('Do you come?');
});

test('schedules each part of a long text once when the first try fails in the middle', async ({
  staffPage: page,
  company,
}) => {
  const customer = await company.customer('Lara Lynx');
  await customer.writes('Tell me everything');
  await page.getByRole('link', { name: /Lara Lynx/ }).click();
  await page.getByRole('textbox', { name: 'Reply' }).fill('All is well. '.repeat(300));
  await page.getByRole('button', { name: 'Send later' }).click();
  let calls = 0;
  await page.route('**/scheduled-messages', async (route) => {
    if (route.request().method() === 'POST' && ++calls === 2) await route.fulfill({ status: 503, json: {} });
    else await route.continue();
  });
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('radio', { name: 'Tomorrow morning' }).check();
  await dialog.getByRole('button', { name: 'Schedule' }).click();
  await expect.poll(() => calls).toBe(2);
  await dialog.getByRole('button', { name: 'Schedule' }).click();
  await expect(dialog).toHaveCount(0);
  await expect(page.getByRole('list', { name: 'Scheduled messages' }).getByRole('listitem')).toHaveCount(2);
});
