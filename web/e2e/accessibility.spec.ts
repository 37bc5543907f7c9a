import { expectAccessible } from './support/accessible.ts';
import { bookSoon } from './support/booking.ts';
import { PIXEL_PNG } from './support/pictures.ts';
import { expect, logIn, pressPair, test } from './support/test.ts';

const PUBLIC_PAGES = [
  '/register',
  '/forgot-password',
  '/reset-password/some-token',
  '/accept-invitation/some-token',
  '/verify-email/some-token',
];

test('breaks no rule of accessibility before the log-in', async ({ page }) => {
  await page.goto('/login');
  await expect(page.getByRole('heading', { name: 'Log in' })).toBeVisible();
  await expectAccessible(page, 'log-in');
  for (const path of PUBLIC_PAGES) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    await expectAccessible(page, path);
  }
});

test('breaks no rule of accessibility in the inbox', async ({ page, company }) => {
  const customer = await company.customer('Axel Ax');
  await customer.writes('See https://example.com please');
  await logIn(page, company.owner);
  await expect(page.getByRole('link', { name: /Axel Ax/ })).toBeVisible();
  await expectAccessible(page, 'list');

  await page.keyboard.press('x');
  await expect(page.getByRole('toolbar', { name: 'Selected conversations' })).toBeVisible();
  await expectAccessible(page, 'chosen rows');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'New label' }).click();
  await expect(page.getByRole('dialog', { name: 'New label' })).toBeVisible();
  await expectAccessible(page, 'label');
  await page.keyboard.press('Escape');

  await page.getByRole('link', { name: 'Today' }).click();
  const messagesIn = page.getByRole('region', { name: 'Figures' }).getByRole('definition').first();
  await expect(messagesIn).toHaveText('1');
  await expectAccessible(page, 'today');
  await page.goBack();

  await page.getByRole('link', { name: /Axel Ax/ }).click();
  await expect(page.getByRole('log').getByText(/See/)).toBeVisible();
  await expectAccessible(page, 'thread');

  await pressPair(page, 'g', 's');
  await page.getByRole('combobox', { name: 'Search everything' }).fill('See');
  const hit = page.getByRole('option', { name: /Axel Ax/ });
  await expect(hit).toBeVisible();
  await expectAccessible(page, 'search');
  await hit.click();
  await expect(page.getByRole('log').getByRole('article')).toHaveAttribute('aria-current', 'true');
  await expectAccessible(page, 'thread around a message');
  await page.goto('/search?q=Axel');
  await expect(hit).toBeVisible();
  await expectAccessible(page, 'search page');
  await page.goBack();
  await expect(page.getByRole('log').getByText(/See/)).toBeVisible();

  for (const key of ['a', 'Control+k', '?']) {
    await page.keyboard.press(key);
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page, `dialog of ${key}`);
    await page.keyboard.press('Escape');
    await expect(page.getByRole('dialog')).toBeHidden();
  }

  await company.api('POST', `/contacts/${await company.contactId('Axel Ax')}/pets`, {
    name: 'Rex',
    temperament: ['bites'],
    vaccinations: [{ name: 'Rabies', expires_on: '2020-01-31' }],
  });
  await page.keyboard.press(']');
  await expect(page.getByRole('article', { name: 'Rex' }).getByText(/expired/)).toBeVisible();
  await expectAccessible(page, 'customer');
  await page.getByRole('button', { name: 'Edit Rex' }).click();
  await expect(page.getByRole('dialog', { name: 'Edit Rex' })).toBeVisible();
  await expectAccessible(page, 'pet');
});

test('breaks no rule of accessibility in the calendar and on other pages', async ({ page, company }) => {
  const { _id } = await company.api<{ _id: string }>('POST', '/contacts', { full_name: 'Axel Ax' });
  const { starts_at } = await bookSoon(company, _id, 'Bath');
  const day = new Intl.DateTimeFormat('sv-SE', { timeZone: 'America/Sao_Paulo' }).format(new Date(starts_at));
  await logIn(page, company.owner);
  await page.goto(`/calendar?day=${day}`);
  await expect(page.getByRole('region', { name: 'Appointments of the day' })).toBeVisible();
  await expectAccessible(page, 'calendar');
  await page.goto(`/calendar?view=month&day=${day}`);
  await page.getByRole('button', { name: /: 1 appointment/ }).focus();
  await expectAccessible(page, 'month');

  await company.api('POST', '/flows', { name: 'Menu' });
  await page.goto('/flows');
  await expect(page.getByRole('link', { name: 'Menu' })).toBeVisible();
  await expectAccessible(page, 'flows');
  await page.getByRole('button', { name: 'New flow' }).click();
  await expect(page.getByRole('dialog', { name: 'New flow' })).toBeVisible();
  await expectAccessible(page, 'new flow');
  await page.keyboard.press('Escape');

  await page.goto('/no-such-page');
  await expect(page.getByRole('heading')).toBeVisible();
  await expectAccessible(page, 'not found');
  await page.goto('/profile');
  await expect(page.getByRole('heading', { name: 'Profile' })).toBeVisible();
  await page.getByRole('button', { name: 'Profile' }).click();
  await expectAccessible(page, 'profile');

  await page.goto('/welcome');
  await expect(page.getByRole('button', { name: 'Connect the practice page' })).toBeVisible();
  await expectAccessible(page, 'first steps');
});

test('breaks no rule of accessibility in what a thread can show', async ({ page, company }) => {
  await logIn(page, company.owner);
  await expect(page.getByText('No channel yet')).toBeVisible();
  await expectAccessible(page, 'inbox without a channel');
  const customer = await company.customer('Vera Vole');
  await customer.writes('Hello');
  await page.getByRole('link', { name: /Vera Vole/ }).click();
  const thread = page.getByRole('log');
  await expect(thread.getByText('Hello')).toBeVisible();

  await page.locator('input[type=file]').setInputFiles({ name: 'v.png', mimeType: 'image/png', buffer: PIXEL_PNG });
  await expect(page.getByRole('list', { name: 'Files' }).getByText('v.png')).toBeVisible();
  await page.getByRole('button', { name: 'Emoji' }).click();
  await expect(page.getByRole('button', { name: '🐶' })).toBeVisible();
  await expectAccessible(page, 'emoji and a file');
  await page.keyboard.press('Escape');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await thread.getByRole('button', { name: 'Picture: open' }).click();
  await expect(page.getByRole('dialog').getByRole('img')).toBeVisible();
  await expectAccessible(page, 'media viewer');
  await page.keyboard.press('Escape');

  await customer.refusesNext();
  await page.getByRole('textbox', { name: 'Reply' }).fill('We call you');
  await page.keyboard.press('Enter');
  await expect(thread.getByText('This person cannot receive messages now.')).toBeVisible();
  await page.getByText('Note', { exact: true }).click();
  await page.getByRole('textbox', { name: 'Note' }).fill('Bites');
  await page.getByRole('button', { name: 'Add note' }).click();
  await expect(thread.getByText('Bites')).toBeVisible();
  await page.keyboard.press('Escape');
  await page.keyboard.press('e');
  await page.getByRole('button', { name: 'Undo' }).hover();
  await expectAccessible(page, 'failed message, note and toast');
});

test('shows no page wider than a screen of 320 px', async ({ page, company }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  for (const path of ['/login', ...PUBLIC_PAGES]) {
    await page.goto(path);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
    expect([path, await overflow()]).toEqual([path, 0]);
  }
  const customer = await company.customer('Narrow Nora');
  await customer.writes('Hello');
  await logIn(page, company.owner);
  await page.getByRole('link', { name: /Narrow Nora/ }).click();
  await expect(page.getByRole('log').getByText('Hello')).toBeVisible();
  expect(await overflow()).toBeLessThanOrEqual(0);
  await page.goBack();
  await expect(page.getByRole('link', { name: /Narrow Nora/ })).toBeVisible();
  expect(await overflow()).toBeLessThanOrEqual(0);
  const flow = await company.api<{ _id: string }>('POST', '/flows', { name: 'Menu of our services' });
  for (const path of ['/profile', '/welcome', '/flows', `/flows/${flow._id}`]) {
    await page.goto(path);
    await expect(page.getByRole('main').getByRole('heading').first()).toBeVisible();
    expect([path, await overflow()]).toEqual([path, 0]);
  }
});

test('keeps every pane in reach at 200 % zoom', async ({ page, company }) => {
  // A window of 1440 px at 200 % has this many CSS pixels.
  await page.setViewportSize({ width: 720, height: 450 });
  const customer = await company.customer('Zoe Zoom');
  await customer.writes('Hello');
  await logIn(page, company.owner);
  await page.getByRole('link', { name: /Zoe Zoom/ }).click();
  await page.getByRole('textbox', { name: 'Reply' }).fill('Hello, Zoe');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect.poll(() => customer.phone()).toContain('Hello, Zoe');
  await page.getByRole('button', { name: 'Messenger Zoe Zoom', exact: true }).click();
  await expect(page.getByRole('complementary', { name: 'Customer' })).toBeInViewport();
  expect(await page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth)).toBeLessThanOrEqual(0);
});
