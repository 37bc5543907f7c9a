import type { Browser, Page } from '@playwright/test';
import { bookSoon } from './support/booking.ts';
import type { Company } from './support/company.ts';
import { collectFaults, expect, logIn, test } from './support/test.ts';

const panelOf = (page: Page) => page.getByRole('complementary', { name: 'Customer' });

/** Opens the conversation of a new customer, and the panel beside it by its key. */
async function openPanel(page: Page, company: Company, name: string): Promise<string> {
  const customer = await company.customer(name);
  await customer.writes('Hello');
  await page.getByRole('link', { name: new RegExp(name) }).click();
  await expect(page.getByRole('log').getByText('Hello')).toBeVisible();
  await page.keyboard.press(']');
  await expect(panelOf(page).getByRole('heading', { name: 'Contact' })).toBeVisible();
  return company.contactId(name);
}

/** A colleague of the owner in a second browser. */
async function colleaguePage(browser: Browser, company: Company): Promise<Page> {
  const page = await (await browser.newContext({ baseURL: process.env.WEB_URL ?? '' })).newPage();
  await logIn(page, await company.colleague('Carl Colleague'));
  return page;
}

test('stays open in the next conversation, and closes by its key', async ({ staffPage: page, company }) => {
  await openPanel(page, company, 'Fay First');
  await panelOf(page).getByRole('textbox', { name: 'Notes' }).fill('Not saved yet');
  const other = await company.customer('Sid Second');
  await other.writes('Me too');
  await page.getByRole('link', { name: /Sid Second/ }).click();
  await expect(panelOf(page).getByRole('button', { name: 'Change Name: Sid Second' })).toBeVisible();
  await expect(panelOf(page).getByRole('textbox', { name: 'Notes' })).toHaveValue('');
  await page.goBack();
  await expect(panelOf(page).getByRole('textbox', { name: 'Notes' })).toHaveValue('Not saved yet');
  await page.reload();
  await expect(panelOf(page)).toBeVisible();
  await page.keyboard.press(']');
  await expect(panelOf(page)).toBeHidden();
});

test('shows a new name, a tag and a pet to a colleague', async ({ staffPage: page, company, browser }) => {
  await openPanel(page, company, 'Nora New');
  const colleague = await colleaguePage(browser, company);
  const faults = collectFaults(colleague);
  await colleague.goto(page.url());
  await colleague.getByRole('button', { name: 'Messenger Nora New', exact: true }).click();
  const theirs = panelOf(colleague);
  await expect(theirs.getByText('No pet yet')).toBeVisible();

  await panelOf(page).getByRole('button', { name: 'Change Name: Nora New' }).click();
  await page.getByRole('textbox', { name: 'Name', exact: true }).fill('Nora Newton');
  await page.keyboard.press('Enter');
  await expect(theirs.getByRole('button', { name: 'Change Name: Nora Newton' })).toBeVisible();
  await expect(colleague.getByRole('link', { name: /Nora Newton/ }).first()).toBeVisible();

  await panelOf(page).getByRole('textbox', { name: 'Add a tag' }).fill('puppy');
  await page.keyboard.press('Enter');
  await expect(theirs.getByText('puppy', { exact: true })).toBeVisible();
  await theirs.getByRole('button', { name: 'Remove the tag puppy' }).click();
  await expect(panelOf(page).getByText('puppy', { exact: true })).toBeHidden();

  await panelOf(page).getByRole('button', { name: 'Add a pet' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a pet' });
  await dialog.getByRole('textbox', { name: 'Name' }).fill('Rex');
  await dialog.getByRole('checkbox', { name: 'Bites' }).check();
  await dialog.getByRole('button', { name: 'Add a vaccination' }).click();
  await dialog.getByRole('textbox', { name: 'Vaccination' }).fill('Rabies');
  await dialog.getByLabel('Good until').fill('2020-01-31');
  await dialog.getByRole('button', { name: 'Save' }).click();
  const rex = theirs.getByRole('article', { name: 'Rex' });
  await expect(rex.getByText('Bites')).toBeVisible();
  await expect(rex.getByText('expired Jan 31, 2020')).toBeVisible();
  expect(faults).toEqual([]);
});

test('asks before notes replace those of a colleague', async ({ staffPage: page, company }) => {
  const contactId = await openPanel(page, company, 'Tess Two');
  const notes = panelOf(page).getByRole('textbox', { name: 'Notes' });
  await notes.fill('Likes mornings');
  await company.api('PATCH', `/contacts/${contactId}`, { notes: 'Likes evenings' });
  await panelOf(page).getByRole('button', { name: 'Save' }).click();
  await expect(panelOf(page).getByRole('alert')).toContainText('Likes evenings');
  await panelOf(page).getByRole('button', { name: 'Save my text' }).click();
  await expect
    .poll(async () => (await company.api<{ notes: string }>('GET', `/contacts/${contactId}`)).notes)
    .toBe('Likes mornings');
});

test('takes an appointment from arrival to its end', async ({ staffPage: page, company }) => {
  const contactId = await openPanel(page, company, 'Beth Bath');
  await expect(panelOf(page).getByText('Nothing is booked.')).toBeVisible();
  await bookSoon(company, contactId, 'Long bath');
  const card = panelOf(page).getByRole('article').filter({ hasText: 'Long bath' });
  await expect(card.getByText('Confirmed')).toBeVisible();
  await card.getByRole('button', { name: 'Check in' }).click();
  await expect(card.getByText('Checked in')).toBeVisible();
  await card.getByRole('button', { name: 'Start' }).click();
  await card.getByRole('button', { name: 'Complete' }).click();
  await expect(panelOf(page).getByRole('list', { name: 'Past appointments' }).getByText('Completed')).toBeVisible();
});

test('merges a duplicate contact and undoes it', async ({ staffPage: page, company }) => {
  const phone = '+55 11 98888-7766';
  const double = await company.api<{ _id: string }>('POST', '/contacts', { full_name: 'Dora Double', phone });
  await company.api('POST', `/contacts/${double._id}/pets`, { name: 'Pingo', species: 'cat' });
  const contactId = await openPanel(page, company, 'Dora Day');
  await company.api('PATCH', `/contacts/${contactId}`, { phone });
  const hint = panelOf(page).getByRole('region', { name: 'Merge two contacts' });
  await expect(hint).toContainText('Maybe the same person: Dora Double');
  await hint.getByRole('button', { name: 'Compare' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Merge' }).click();
  // Toasts stay while the pointer is on them.
  const undo = page.getByRole('button', { name: 'Undo' });
  await undo.hover();
  await expect(panelOf(page).getByRole('article', { name: 'Pingo' })).toBeVisible();
  await expect(hint).toBeHidden();
  await undo.click();
  await expect(hint).toBeVisible();
  await expect(panelOf(page).getByRole('article', { name: 'Pingo' })).toBeHidden();
});
