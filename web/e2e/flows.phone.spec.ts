import { expectAccessible } from './support/accessible.ts';
import { makeFlow, menuGraph, publish } from './support/flows.ts';
import { expect, logIn, test } from './support/test.ts';

interface Stored {
  live_version: number | null;
  graph: { nodes: { id: string; data: { text?: string } }[] };
}

test('changes a message on a phone and publishes it', async ({ page, company }) => {
  const graph = {
    nodes: [
      { id: 't', type: 'trigger', position: { x: 0, y: 0 }, data: { kind: 'any_message' } },
      { id: 'm', type: 'message', position: { x: 340, y: 0 }, data: { text: 'Hello' } },
    ],
    edges: [{ id: '1', source: 't', source_handle: 'next', target: 'm' }],
  };
  const { _id } = await company.api<{ _id: string }>('POST', '/flows', { name: 'Hello', graph });
  await logIn(page, company.owner);
  await page.goto(`/flows/${_id}`);
  const list = page.getByRole('region', { name: 'Steps of the flow' });
  await list.getByRole('button', { name: /^2\. Send a message/ }).tap();
  await page.getByRole('textbox', { name: 'Text', exact: true }).fill('Good day');
  await page.getByRole('button', { name: 'Back to the steps' }).tap();
  await expect(list.getByText('Good day')).toBeVisible();

  await page.getByRole('button', { name: 'Publish' }).tap();
  await page.getByRole('button', { name: 'Publish now' }).tap();
  await expect(page.getByText('Version 1 is live')).toBeVisible();
  const stored = await company.api<Stored>('GET', `/flows/${_id}`);
  expect([stored.live_version, stored.graph.nodes[1]?.data.text]).toEqual([1, 'Good day']);
});

test('leads from a conversation to the replay of its run and back', async ({ page, company }) => {
  const { _id } = await makeFlow(company, 'Menu', menuGraph());
  await publish(company, _id);
  const customer = await company.customer('Pia Phone');
  await customer.writes('menu');
  await expect.poll(() => customer.phone()).toContain('What can we do for you?');
  await customer.writes('Book a bath');
  await expect.poll(() => customer.phone()).toContain('Which pet?');
  await logIn(page, company.owner);
  await page.goto('/inbox/all');
  await page.getByRole('link', { name: /Pia Phone/ }).tap();
  await page.getByRole('button', { name: 'Messenger Pia Phone', exact: true }).tap();
  const automation = page.getByRole('region', { name: 'Automation' });
  await automation.getByRole('link', { name: 'Replay' }).tap();

  const steps = page.getByRole('region', { name: 'Steps of the run' });
  await expect(steps.getByText('Book a bath')).toBeVisible();
  await expectAccessible(page, 'replay on a phone');
  await page.getByText('Canvas', { exact: true }).tap();
  const canvas = page.getByRole('group', { name: /The run on version 1/ });
  await expect(canvas.getByText('Which pet?')).toBeInViewport({ ratio: 0.9 });
  await page.getByRole('button', { name: 'First step' }).tap();
  await expect(canvas.getByText(/A message contains/)).toBeInViewport({ ratio: 0.9 });
  await page.getByRole('button', { name: 'Next step' }).tap();
  await expect(canvas.getByText('What can we do for you?')).toBeInViewport({ ratio: 0.9 });

  await page.getByText('List', { exact: true }).tap();
  await page.getByRole('link', { name: 'Pia Phone' }).tap();
  await expect(page.getByRole('log').getByText('Which pet?')).toBeVisible();
});
