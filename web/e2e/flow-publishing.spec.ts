import type { Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import { expect, logIn, test } from './support/test.ts';

const READABLE_ZOOM = 0.7;

async function chooseTemplate(page: Page, name: RegExp): Promise<void> {
  await page.goto('/flows');
  await page.getByRole('button', { name: 'New flow' }).click();
  await page.getByRole('radio', { name }).check();
}

const zoomOf = (page: Page): Promise<number> =>
  page.locator('.react-flow__viewport').evaluate((view) => new DOMMatrix(getComputedStyle(view).transform).a);

test('publishes a starter flow for the service that is asked for', async ({ page, company }) => {
  await logIn(page, company.owner);
  await chooseTemplate(page, /Welcome/);
  await expect(page.getByRole('radio')).toHaveCount(7);
  const dialog = page.getByRole('dialog', { name: 'New flow' });
  await expect(dialog.getByRole('link', { name: 'Add a service' })).toBeVisible();

  await company.api('POST', '/services', { name: 'Wash', duration_min: 60, price: 7_000 });
  await page.reload();
  await chooseTemplate(page, /Welcome/);
  await expect(dialog.getByLabel('For which service?')).toContainText('Wash');
  await expectAccessible(page, 'new flow for a service');
  await dialog.getByRole('button', { name: 'Make the flow' }).click();

  await expect(page.getByRole('button', { name: 'Publish' })).toBeVisible();
  await expect.poll(() => zoomOf(page)).toBeGreaterThanOrEqual(READABLE_ZOOM);
  await expect(page.locator('.react-flow__node').filter({ hasText: 'Trigger' }).first()).toBeInViewport();
  await page.getByRole('button', { name: 'Show the whole flow' }).click();
  await expect.poll(() => zoomOf(page)).toBeLessThan(READABLE_ZOOM);
  // Nobody of the new company has working hours, so no time can be found.
  await page.getByText(/^Problems/).click();
  const panel = page.getByRole('complementary', { name: 'Details' });
  await expect(panel.getByText('The flow can be published, but look at these warnings first.')).toBeVisible();
  const warning = /Warning: .*Nobody has working hours/;
  await panel.getByRole('button', { name: warning }).click();
  await expect(panel.getByRole('heading', { name: 'Find free times' })).toBeVisible();
  await expect(panel.getByText(/Nobody has working hours/)).toBeVisible();

  await page.getByRole('button', { name: 'Publish' }).click();
  const publishing = page.getByRole('dialog', { name: 'Publish this flow' });
  await expect(publishing.getByRole('button', { name: warning })).toBeVisible();
  await publishing.getByRole('button', { name: 'Publish now' }).click();
  await expect(page.getByText('Live, version 1')).toBeVisible();
});

test('names what is wrong, and leads to the field', async ({ page, company }) => {
  await company.connect('whatsapp');
  const buttons = ['One', 'Two', 'Three', 'Four'].map((label) => ({ label }));
  const nodes = [
    { id: 't', type: 'trigger', data: { kind: 'keyword', words: ['hi'] } },
    { id: 'm', type: 'message', data: { text: 'Hi {{vars.color}}', buttons } },
    { id: 'a', type: 'action', data: { action: 'tag_customer', tag: '' } },
    { id: 'c', type: 'condition', data: { kind: 'business_hours' } },
  ].map((node, index) => ({ ...node, position: { x: index * 340, y: 0 } }));
  const edges = [
    { id: '1', source: 't', source_handle: 'next', target: 'm' },
    { id: '2', source: 'm', source_handle: 'next', target: 'a' },
    { id: '3', source: 'a', source_handle: 'ok', target: 'c' },
  ];
  const graph = { nodes, edges };
  const { _id } = await company.api<{ _id: string }>('POST', '/flows', { name: 'Broken', graph });
  await logIn(page, company.owner);
  await page.goto(`/flows/${_id}`);
  await page.getByText(/^Problems/).click();
  const panel = page.getByRole('complementary', { name: 'Details' });
  await expect(panel.getByText(/No step before this one sets “vars.color”/)).toBeVisible();
  await expect(panel.getByText(/WhatsApp shows at most 3 choices here/)).toBeVisible();
  await expect(panel.getByRole('button', { name: /Warning: .*Nobody has working hours/ })).toBeVisible();
  await expectAccessible(page, 'problems and warnings');

  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('button', { name: 'Publish now' }).click();
  const dialog = page.getByRole('dialog', { name: 'Publish this flow' });
  await dialog.getByRole('button', { name: /“Tag” is not filled in/ }).click();
  await expect(dialog).toBeHidden();
  await expect(page.getByRole('textbox', { name: 'Tag' })).toBeFocused();
});
