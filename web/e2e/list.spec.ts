import type { Page } from '@playwright/test';
import type { Company } from './support/company.ts';
import { Customer } from './support/sandbox.ts';
import { expect, logIn, test } from './support/test.ts';

const rows = (page: Page) => page.getByRole('listitem');
const row = (page: Page, name: string) => rows(page).filter({ hasText: name });
const bar = (page: Page) => page.getByRole('toolbar', { name: 'Selected conversations' });
const leaveList = (page: Page): Promise<void> => page.getByRole('navigation', { name: 'Views' }).hover();

/** Customers who have written one after another, so the last one is on top. */
async function customers(page: Page, company: Company, ...names: string[]): Promise<Customer[]> {
  const channel = await company.connect();
  const all: Customer[] = [];
  for (const name of names) {
    const customer = await Customer.of(channel, name);
    await customer.writes(`${name} says hello`);
    // Messages of two customers may arrive in either order.
    await expect(page.getByRole('checkbox', { name: `Select ${name}`, exact: true })).toBeAttached();
    all.push(customer);
  }
  return all;
}

/** The names of the rows from top to bottom. */
const order = (page: Page) =>
  rows(page).evaluateAll((shown) =>
    shown
      .map((element) => ({
        top: element.getBoundingClientRect().top,
        name: element.querySelector('input')?.ariaLabel?.replace('Select ', ''),
      }))
      .sort((a, b) => a.top - b.top)
      .map(({ name }) => name),
  );

test('resolves the chosen rows and takes it back by key', async ({ staffPage: page, company }) => {
  await customers(page, company, 'Bia', 'Caio', 'Duda');
  await row(page, 'Bia').hover();
  await page.getByRole('checkbox', { name: 'Select Bia' }).check();
  await page.getByRole('link', { name: /Caio/ }).focus();
  await page.keyboard.press('x');
  await expect(bar(page).getByText('2 selected')).toBeVisible();
  // The keys go from row to row, but open and so read none.
  await page.keyboard.press('k');
  await expect(page.getByRole('link', { name: /Duda/ })).toBeFocused();
  await page.keyboard.press('j');
  await expect(page.getByRole('link', { name: /Caio/ })).toBeFocused();
  await expect(page).toHaveURL(/\/inbox\/all$/);
  await page.keyboard.press('Escape');
  await expect(bar(page)).toBeHidden();

  await page.getByRole('checkbox', { name: 'Select Bia' }).check();
  await page.keyboard.press('x');
  await expect(page.getByRole('checkbox', { name: 'Select Bia' })).not.toBeChecked();
  await page.getByRole('checkbox', { name: 'Select Bia' }).check();
  await page.getByRole('checkbox', { name: 'Select Caio' }).check();
  await page.keyboard.press('e');
  // The pointer is still on a row: the rows say what has become of them, and stay.
  await expect(row(page, 'Bia').getByText('Resolved')).toBeVisible();
  await expect(rows(page)).toHaveCount(3);
  await leaveList(page);
  await expect(rows(page)).toHaveCount(1);
  await page.keyboard.press('z');
  await expect(rows(page)).toHaveCount(3);
});

test('chooses a range and then the whole view, and assigns, labels and snoozes it', async ({
  staffPage: page,
  company,
}) => {
  // The names of colleagues are asked for by the first row with an assignee.
  const assigned = page.waitForResponse('**/api/v1/conversations/bulk');
  await page.route('**/api/v1/users?*', async (route) => {
    await assigned;
    await route.continue();
  });
  await customers(page, company, 'Ana', 'Bea', 'Cid', 'Dora');
  await page.getByRole('checkbox', { name: 'Select Dora' }).check();
  await page.getByRole('link', { name: /Bea/ }).click({ modifiers: ['Shift'] });
  await expect(bar(page).getByText('3 selected')).toBeVisible();
  await page.keyboard.press('i');
  await expect(page.getByText('3 conversations assigned to Olga Owner')).toBeVisible();

  await page.getByRole('checkbox', { name: 'Select Ana' }).check();
  await bar(page).getByRole('button', { name: 'Select all 4' }).click();
  await expect(bar(page).getByText('4 selected')).toBeVisible();
  await page.keyboard.press('l');
  await page.getByRole('combobox').fill('Holiday');
  await page.keyboard.press('Enter');
  await expect(rows(page).getByText('Holiday')).toHaveCount(4);
  await expect(page.getByRole('list', { name: 'Conversations' })).toBeFocused();
  await expect(page.getByRole('link', { name: 'Holiday 4' })).toBeVisible();

  await page.getByRole('button', { name: 'Select all of this view' }).click();
  await page.keyboard.press('s');
  await page.getByRole('option', { name: /Tomorrow morning/ }).click();
  await leaveList(page);
  await expect(page.getByText('All answered')).toBeVisible();
  await page.getByRole('link', { name: 'Snoozed' }).click();
  await expect(rows(page)).toHaveCount(4);
});

test('shows the initials of a customer whose picture is gone', async ({ staffPage: page, company }) => {
  await page.route('**/api/v1/media/**', (route) => route.fulfill({ status: 404 }));
  const asked = page.waitForResponse('**/api/v1/media/**');
  await customers(page, company, 'Ivo Ibis');
  await asked;
  await expect(row(page, 'Ivo Ibis').getByText('II', { exact: true })).toBeVisible();
});

test('moves no row under the pointer', async ({ staffPage: page, company }) => {
  const [ana] = await customers(page, company, 'Ana', 'Bea');
  await expect.poll(() => order(page)).toEqual(['Bea', 'Ana']);
  await row(page, 'Bea').hover();
  await ana?.writes('And a second question');
  await expect(row(page, 'Ana').getByText('And a second question')).toBeVisible();
  const cid = await company.customer('Cid');
  await cid.writes('Cid says hello');
  await expect(page.getByRole('button', { name: '1 new' })).toBeVisible();
  expect(await order(page)).toEqual(['Bea', 'Ana']);
  await leaveList(page);
  await expect.poll(() => order(page)).toEqual(['Cid', 'Ana', 'Bea']);
});

test('keeps a scrolled list in place and collects new rows behind a pill', async ({ staffPage: page, company }) => {
  const names = Array.from({ length: 14 }, (_, index) => `Person${index}`);
  await customers(page, company, ...names);
  await row(page, 'Person0 ').hover();
  const list = page.getByRole('list', { name: 'Conversations' });
  await list.evaluate((element) => element.scrollTo(0, 200));
  await leaveList(page);
  const top = () => row(page, 'Person6').evaluate((element) => element.getBoundingClientRect().top);
  const before = await top();
  const late = await company.customer('Late');
  await late.writes('Late says hello');
  const pill = page.getByRole('button', { name: '1 new' });
  await expect(pill).toBeVisible();
  expect(await top()).toBe(before);
  await pill.click();
  await expect(row(page, 'Late says')).toBeInViewport();
  await expect(pill).toBeHidden();
});

test('leaves the open row until another one is opened', async ({ staffPage: page, company }) => {
  await customers(page, company, 'Ana', 'Bea');
  await page.getByRole('link', { name: /Ana/ }).click();
  await leaveList(page);
  const { items } = await company.api<{ items: { _id: string; contact: { full_name: string } }[] }>(
    'GET',
    '/conversations',
  );
  const ana = items.find(({ contact }) => contact.full_name === 'Ana');
  await company.api('PATCH', `/conversations/${ana?._id}`, { status: 'resolved' });
  await expect(row(page, 'Ana').getByText('Resolved')).toBeVisible();
  await page.getByRole('link', { name: /Bea/ }).click();
  await leaveList(page);
  await expect(rows(page)).toHaveCount(1);
});

test('shows the conversations of a label, which can be renamed and deleted', async ({ staffPage: page, company }) => {
  await customers(page, company, 'Ana', 'Bea');
  await page.getByRole('button', { name: 'New label' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Boarding');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('No open conversation has this label')).toBeVisible();

  await page.getByRole('link', { name: /^All open/ }).click();
  await page.getByRole('link', { name: /Bea/ }).click();
  await expect(page.getByRole('toolbar', { name: 'Conversation' })).toBeVisible();
  await page.keyboard.press('l');
  await page.getByRole('option', { name: 'Boarding' }).click();
  await page.keyboard.press('Escape');
  await page.getByRole('link', { name: 'Boarding 1' }).click();
  await expect(rows(page)).toHaveCount(1);
  await expect(row(page, 'Bea')).toBeVisible();

  await page.getByRole('link', { name: 'Boarding 1' }).hover();
  await page.getByRole('button', { name: 'Edit Boarding' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill('Hotel');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'Hotel' })).toBeVisible();
  await expect(row(page, 'Bea').getByText('Hotel')).toBeVisible();

  await page.getByRole('button', { name: 'Edit Hotel' }).focus();
  await page.keyboard.press('Enter');
  await page.getByRole('button', { name: 'Delete' }).click();
  await page.getByRole('button', { name: 'Delete the label' }).click();
  await expect(rows(page)).toHaveCount(2);
  await expect(page.getByText('Hotel')).toHaveCount(0);
});

test('marks as unread in all tabs, and leaves it so while the thread is open', async ({ page, company, context }) => {
  await logIn(page, company.owner);
  await customers(page, company, 'Ana');
  const other = await context.newPage();
  await other.goto('/inbox/all');
  await page.getByRole('link', { name: /Ana/ }).click();
  const unread = (tab: Page) => row(tab, 'Ana').getByText('1 unread message');
  await expect(unread(page)).not.toBeAttached();
  await expect(unread(other)).not.toBeAttached();
  await page.keyboard.press('u');
  await expect(unread(page)).toBeAttached();
  await expect(unread(other)).toBeAttached();

  await page.getByRole('checkbox', { name: 'Select Ana' }).check();
  await bar(page).getByRole('button', { name: 'Mark as read' }).click();
  await expect(unread(other)).not.toBeAttached();
  await page.getByRole('checkbox', { name: 'Select Ana' }).check();
  await page.keyboard.press('u');
  await expect(unread(other)).toBeAttached();
});
