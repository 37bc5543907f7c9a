import { axe } from './support/accessible.ts';
import { bookSoon } from './support/booking.ts';
import { expect, pressPair, test } from './support/test.ts';

const DAY_MS = 86_400_000;
const day = (offset: number): string => new Date(Date.now() + offset * DAY_MS).toISOString().slice(0, 10);

test('finds a contact by filters that stay in the address, and opens its page', async ({
  staffPage: page,
  company,
}) => {
  const customer = await company.customer('Wanda Writes');
  await customer.writes('Hello from Wanda');
  await expect(page.getByRole('link', { name: /Wanda Writes/ })).toBeVisible();
  const contactId = await company.contactId('Wanda Writes');
  await company.api('POST', `/contacts/${contactId}/pets`, { name: 'Whisky', species: 'dog' });
  await company.api('POST', '/contacts', { full_name: 'Paul Petless', is_vip: true, tags: ['big spender'] });
  await bookSoon(company, contactId, 'Long bath');

  await pressPair(page, 'g', 'p');
  await expect(page.getByRole('heading', { name: 'Contacts' })).toBeVisible();
  await expect(page.getByRole('table').getByRole('link')).toHaveText(['Paul Petless', 'Wanda Writes']);
  await page.getByRole('combobox', { name: 'Any tag' }).selectOption('big spender');
  await page.getByRole('button', { name: 'VIP' }).click();
  await expect(page.getByRole('table').getByRole('link')).toHaveText(['Paul Petless']);
  await page.reload();
  await expect(page.getByRole('table').getByRole('link')).toHaveText(['Paul Petless']);
  await page.goto('/contacts?pets=with');
  await page.getByRole('searchbox', { name: 'Name, phone or e-mail' }).fill('wan');
  await expect(page).toHaveURL(/q=wan/);
  await expect(page.getByRole('row', { name: /Wanda Writes/ })).toContainText('Whisky');
  await page.getByRole('link', { name: 'Wanda Writes' }).click();

  await expect(page.getByRole('heading', { level: 1, name: 'Wanda Writes' })).toBeVisible();
  await expect(page.getByRole('list', { name: 'Coming appointments' })).toContainText('Long bath');
  await page.getByRole('button', { name: 'Add: Phone' }).click();
  await page.getByRole('textbox', { name: 'Phone' }).fill('+55 11 98888-1234');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('button', { name: /Change Phone/ })).toContainText('98888');
  expect((await axe(page).analyze()).violations).toEqual([]);
  await page.getByRole('list', { name: 'History' }).getByRole('link').click();
  await expect(page.getByRole('log').getByText('Hello from Wanda')).toBeVisible();
});

test('makes a contact with a vaccinated pet, lists the vaccination, and deletes the contact', async ({
  staffPage: page,
  company,
}) => {
  await page.goto('/contacts');
  await page.getByRole('button', { name: 'New contact' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Nina New');
  await page.getByRole('dialog').getByRole('textbox', { name: 'Phone' }).fill('+55 11 97777-1234');
  await page.getByRole('button', { name: 'Create' }).click();
  await page.getByRole('button', { name: 'Add a pet' }).click();
  const pet = page.getByRole('dialog', { name: 'Add a pet' });
  await pet.getByRole('textbox', { name: 'Name' }).fill('Rex');
  await pet.getByRole('button', { name: 'Add a vaccination' }).click();
  await pet.getByRole('textbox', { name: 'Vaccination' }).fill('Rabies');
  await pet.getByLabel('Good until').fill(day(45));
  await pet.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('article', { name: 'Rex' })).toBeVisible();

  await page.getByRole('link', { name: 'Contacts', exact: true }).click();
  await page.getByRole('link', { name: 'Vaccinations' }).click();
  await expect(page.getByText('No vaccination expires in the next 30 days')).toBeVisible();
  await page.getByRole('button', { name: 'Next 60 days' }).click();
  await expect(page.getByRole('row', { name: /Rex/ })).toContainText('Rabies');
  await expect(page.getByRole('row', { name: /Rex/ })).toContainText('Nina New');
  expect((await axe(page).analyze()).violations).toEqual([]);
  await page.getByRole('link', { name: 'Pets' }).click();
  await expect(page.getByRole('row', { name: /Rex/ })).toContainText('Nina New');

  // The search over everything opens a contact without a conversation.
  await pressPair(page, 'g', 's');
  await page.getByRole('combobox', { name: 'Search everything' }).fill('nina');
  await expect(page.getByRole('option', { name: /Nina New/ }).first()).toBeVisible();
  await page.keyboard.press('Enter');
  await expect(page.getByRole('heading', { level: 1, name: 'Nina New' })).toBeVisible();
  await page.getByRole('button', { name: 'Delete', exact: true }).click();
  await page.getByRole('button', { name: 'Delete everything' }).click();
  await expect(page.getByText('No contacts yet')).toBeVisible();
  expect(await company.api<{ items: unknown[] }>('GET', '/pets')).toMatchObject({ items: [] });
});

test('imports a file with pets, shows its broken rows, and undoes the import', async ({ staffPage: page, company }) => {
  const csv = [
    'Client;Mobile;Pet name;Species;Rabies;Colour',
    'Ivy Import;+55 11 96666-1111;Momo;cat;31/01/2030;grey',
    'Ivy Import;+55 11 96666-1111;Bobo;dog;;brown',
    'Bad Birth;call me;Nix;dog;soon;',
  ].join('\n');
  await page.goto('/contacts');
  await page.getByRole('link', { name: 'Import' }).click();
  const file = { name: 'clients.csv', mimeType: 'text/csv', buffer: Buffer.from(csv) };
  await page.getByLabel('Choose a CSV file').setInputFiles(file);
  await expect(page.getByRole('combobox', { name: /Mobile/ })).toHaveValue('contact.phone');
  await expect(page.getByRole('combobox', { name: /Rabies/ })).toHaveValue('vaccination.expiry');
  expect((await axe(page).analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: 'Check the rows' }).click();
  await expect(page.getByText('1 row cannot be imported')).toBeVisible();
  await expect(page.getByRole('row', { name: /Rabies.*is not a date/ })).toBeVisible();
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: 'Download the broken rows' }).click(),
  ]);
  expect(download.suggestedFilename()).toBe('broken-rows-clients.csv');
  expect((await axe(page).analyze()).violations).toEqual([]);
  await page.getByRole('button', { name: 'Import 2 rows' }).click();
  await expect(page.getByRole('heading', { name: 'Imported', exact: true })).toBeVisible();
  await page.getByRole('link', { name: 'See the contacts' }).click();
  await expect(page.getByRole('row', { name: /Ivy Import/ })).toContainText('Momo');
  await page.goBack();
  await page.getByRole('button', { name: 'Undo the import' }).click();
  await page.getByRole('button', { name: 'Undo', exact: true }).click();
  await expect(page.getByRole('heading', { name: 'Undone' })).toBeVisible();
  expect(await company.api<{ items: unknown[] }>('GET', '/contacts')).toMatchObject({ items: [] });
});
