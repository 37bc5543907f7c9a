import type { Locator, Page } from '@playwright/test';
import { expectAccessible } from './support/accessible.ts';
import type { Company } from './support/company.ts';
import { expect, logIn, test } from './support/test.ts';

interface Stored {
  draft_rev: number;
  graph: {
    nodes: { id: string; type: string; data: Record<string, unknown> }[];
    edges: { source: string; source_handle: string; target: string }[];
  };
}

/** The steps and connections of the stored draft, in words. */
async function storedLinks(company: Company, id: string): Promise<string[]> {
  const { graph } = await company.api<Stored>('GET', `/flows/${id}`);
  const typeOf = (node: string) => graph.nodes.find((one) => one.id === node)?.type;
  return graph.edges
    .map(({ source, source_handle, target }) => `${typeOf(source)} ${source_handle} > ${typeOf(target)}`)
    .sort();
}

const idOf = (page: Page): string => new URL(page.url()).pathname.split('/').at(-1) ?? '';
const saved = (page: Page): Locator => page.getByRole('status').filter({ hasText: 'Saved' });
const step = (page: Page, name: RegExp): Locator => page.locator('.react-flow__node').filter({ hasText: name });

async function newFlow(page: Page, company: Company, name: string): Promise<void> {
  await logIn(page, company.owner);
  await page.getByRole('link', { name: 'Flows' }).click();
  await page.getByRole('button', { name: 'New flow' }).click();
  await page.getByRole('textbox', { name: 'Name' }).fill(name);
  await page.getByRole('button', { name: 'Make the flow' }).click();
  await expect(page.getByRole('heading', { name, level: 1 })).toBeVisible();
}

/** Draws a connection with the mouse. The hover waits until the canvas is still. */
async function draw(page: Page, from: Locator, outlet: string, to: Locator): Promise<void> {
  await from.locator(`.react-flow__handle[data-handleid="${outlet}"]`).hover();
  await page.mouse.down();
  const end = await to.locator('.react-flow__handle.target').boundingBox();
  if (!end) throw new Error('The inlet is not on the canvas');
  await page.mouse.move(end.x + end.width / 2, end.y + end.height / 2, { steps: 12 });
  await page.mouse.up();
}

test('builds the welcome flow with the mouse', async ({ page, company }) => {
  await newFlow(page, company, 'Welcome');
  const palette = page.getByRole('region', { name: 'Steps to add' });
  await step(page, /Trigger/).click();
  await page.getByLabel('Starts when').selectOption('first_message');

  await palette.getByRole('button', { name: /Send a message/ }).click();
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill('Hi ');
  await page.getByLabel('Insert a variable into Text').selectOption({ label: 'First name' });
  await expect(page.getByRole('paragraph').filter({ hasText: 'For example' })).toContainText('Hi Ana');
  await page.getByRole('button', { name: 'Add a button' }).click();
  await page.getByRole('textbox', { name: 'Label 1' }).fill('Book');
  await palette.getByRole('button', { name: /Hand over/ }).click();

  await page.getByRole('button', { name: 'Show the whole flow' }).click();
  await draw(page, step(page, /Trigger/), 'next', step(page, /Hi/));
  await expect(page.locator('.react-flow__edge')).toHaveCount(1);
  await draw(page, step(page, /Hi/), 'choice-1', step(page, /Hand over/));
  await expect(page.locator('.react-flow__edge')).toHaveCount(2);
  const id = idOf(page);
  await expect.poll(() => storedLinks(company, id)).toEqual(['message choice-1 > action', 'trigger next > message']);

  const placeOfMessage = () => step(page, /Hi/).evaluate(({ style }) => style.transform);
  const before = await placeOfMessage();
  await page.getByRole('button', { name: 'Arrange the steps' }).click();
  await expect.poll(placeOfMessage).not.toBe(before);
  await page.locator('.react-flow__pane').click({ position: { x: 12, y: 12 } });
  await page.keyboard.press('Control+z');
  await page.keyboard.press('Control+z');
  await expect(page.locator('.react-flow__edge')).toHaveCount(1);
  await page.keyboard.press('Control+Shift+z');
  await expect(page.locator('.react-flow__edge')).toHaveCount(2);
  await expectAccessible(page, 'builder');

  await expect(saved(page)).toBeVisible();
  await page.reload();
  await expect(page.locator('.react-flow__edge')).toHaveCount(2);
  await expect(step(page, /Hi/)).toContainText('Book');
});

test('builds a flow with the keyboard in the list', async ({ page, company }) => {
  await newFlow(page, company, 'Opening hours');
  await page.keyboard.press('v');
  const list = page.getByRole('region', { name: 'Steps of the flow' });
  await expect(list).toBeVisible();

  await list.getByRole('button', { name: /^1\. Trigger/ }).press('Enter');
  await page.getByRole('textbox', { name: 'Words' }).fill('hours, open');
  await list.getByRole('button', { name: 'Add a step after “Then” of step 1' }).press('Enter');
  await page.keyboard.type('send');
  await page.keyboard.press('Enter');
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill('We open at 9.');
  await list.getByRole('button', { name: 'Add a step after “Then” of step 2' }).press('Enter');
  await page.keyboard.type('end');
  await page.keyboard.press('Enter');
  await expect(list.getByRole('button', { name: /^3\. End/ })).toBeVisible();

  const id = idOf(page);
  await expect.poll(() => storedLinks(company, id)).toEqual(['message next > end', 'trigger next > message']);
  await list.getByLabel('“Then” of step 1 goes to').selectOption({ label: '3. End' });
  await expect.poll(() => storedLinks(company, id)).toEqual(['message next > end', 'trigger next > end']);
  await list.getByRole('button', { name: 'Delete 3. Send a message' }).press('Enter');
  await expect.poll(() => storedLinks(company, id)).toEqual(['trigger next > end']);
  await expectAccessible(page, 'list of steps');
});

test('asks what to keep when a colleague has changed the flow', async ({ page, company }) => {
  await newFlow(page, company, 'Shared');
  await expect(saved(page)).toBeVisible();
  const id = idOf(page);
  const { graph, draft_rev } = await company.api<Stored>('GET', `/flows/${id}`);
  const theirs = { id: 'theirs', type: 'end', position: { x: 0, y: 400 }, data: {} };
  await company.api('PATCH', `/flows/${id}`, { draft_rev, graph: { ...graph, nodes: [...graph.nodes, theirs] } });

  await page.keyboard.press('2');
  const dialog = page.getByRole('dialog', { name: /Olga Owner changed this flow at/ });
  await expect(dialog).toBeVisible();
  await expectAccessible(page, 'conflict');
  await dialog.getByRole('button', { name: 'Take theirs' }).click();
  await expect(step(page, /End/)).toBeVisible();
  await expect(step(page, /Send a message/)).toHaveCount(0);
  await page.keyboard.press('Control+z');
  await expect(step(page, /Send a message/)).toBeVisible();
  await expect(saved(page)).toBeVisible();
});
