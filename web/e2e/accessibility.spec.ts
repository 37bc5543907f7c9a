import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import { expect, logIn, test } from './support/test.ts';

const TAGS = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'];

async function expectAccessible(page: Page, screen: string): Promise<void> {
  const { violations } = await new AxeBuilder({ page }).withTags(TAGS).analyze();
  const found = violations.map(({ id, nodes }) => `${screen}: ${id}: ${nodes.map(({ html }) => html).join(' | ')}`);
  expect(found).toEqual([]);
}

for (const colorScheme of ['light', 'dark'] as const) {
  test(`breaks no rule of accessibility on any screen, ${colorScheme}`, async ({ page, company }) => {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    await page.goto('/login');
    await expect(page.getByRole('heading', { name: 'Log in' })).toBeVisible();
    await expectAccessible(page, 'log-in');
    for (const path of ['/register', '/forgot-password', '/reset-password/some-token', '/verify-email/some-token']) {
      await page.goto(path);
      await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
      await expectAccessible(page, path);
    }

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

    await page.getByRole('link', { name: /Axel Ax/ }).click();
    await expect(page.getByRole('log').getByText(/See/)).toBeVisible();
    await expectAccessible(page, 'thread');

    await page.keyboard.press('a');
    await expect(page.getByRole('dialog')).toBeVisible();
    await expectAccessible(page, 'dialog');
    await page.keyboard.press('Escape');

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
    await page.keyboard.press('Escape');

    await page.goto('/profile');
    await expect(page.getByRole('heading', { name: 'Profile' })).toBeVisible();
    await page.getByRole('button', { name: 'Profile' }).click();
    await expectAccessible(page, 'profile');

    await page.goto('/welcome');
    await expect(page.getByRole('button', { name: 'Connect the practice page' })).toBeVisible();
    await expectAccessible(page, 'first steps');
  });
}

test('shows the inbox on a screen of 320 px without scrolling sideways', async ({ page, company }) => {
  await page.setViewportSize({ width: 320, height: 640 });
  const customer = await company.customer('Narrow Nora');
  await customer.writes('Hello');
  await logIn(page, company.owner);
  await page.getByRole('link', { name: /Narrow Nora/ }).click();
  await expect(page.getByRole('log').getByText('Hello')).toBeVisible();
  const overflow = () => page.evaluate(() => document.documentElement.scrollWidth - window.innerWidth);
  expect(await overflow()).toBeLessThanOrEqual(0);
});
