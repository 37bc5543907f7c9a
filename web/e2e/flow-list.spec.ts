import { expectAccessible } from './support/accessible.ts';
import { makeFlow, menuGraph, publish } from './support/flows.ts';
import { expect, logIn, test } from './support/test.ts';

test('finds flows by name and state, and leads to the runs of one', async ({ page, company }) => {
  const { _id } = await makeFlow(company, 'Avaliação', menuGraph());
  await publish(company, _id);
  await makeFlow(company, 'Welcome', menuGraph());
  await logIn(page, company.owner);
  await page.goto('/flows');
  const list = page.getByRole('region', { name: 'Flows', exact: true });
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await page.getByRole('searchbox', { name: 'Find a flow' }).fill('avaliacao');
  await expect(list.getByRole('listitem')).toHaveCount(1);
  await expect(page).toHaveURL(/q=avaliacao/);
  await page.getByRole('combobox', { name: 'State' }).selectOption('Draft');
  await expect(page.getByText('No flow fits these filters')).toBeVisible();
  await expectAccessible(page, 'no fitting flow');
  await page.getByRole('link', { name: 'Show all flows' }).click();
  await expect(list.getByRole('listitem')).toHaveCount(2);
  await list.getByRole('link', { name: 'Runs of Avaliação' }).click();
  await expect(page.getByRole('combobox', { name: 'Flow' })).toHaveValue(_id);
});
