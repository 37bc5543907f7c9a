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
