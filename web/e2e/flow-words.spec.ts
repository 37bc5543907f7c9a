import { expectAccessible } from './support/accessible.ts';
import { edge, makeFlow, node } from './support/flows.ts';
import { expect, logIn, test } from './support/test.ts';

test('tries the words of a trigger on the last messages of customers', async ({ page, company }) => {
  const nodes = [
    node('t', 'trigger', { kind: 'keyword', words: ['bath'] }, 0),
    node('m', 'message', { text: 'A bath is 90' }, 1),
  ];
  const { _id } = await makeFlow(company, 'Prices', { nodes, edges: [edge('t', 'next', 'm')] });
  const customer = await company.customer('Wanda Words');
  await customer.writes('My dog ran into the bathroom');
  await customer.writes('How much is a BATH?');
  await logIn(page, company.owner);
  await page.goto(`/flows/${_id}`);
  await page.locator('.react-flow__node').filter({ hasText: 'Trigger' }).click();
  const trial = page.getByRole('region', { name: 'Try the words' });
  await trial.getByRole('button', { name: 'Try on the last messages' }).click();
  await expect(trial.getByText('1 of the last 2 messages has one of these words')).toBeVisible();
  await expect(trial.getByRole('listitem')).toHaveCount(1);
  await expectAccessible(page, 'tried words');

  // Other words have not been tried yet.
  await page.getByRole('textbox', { name: 'Words' }).fill('bath, bathroom');
  await expect(trial.getByRole('listitem')).toHaveCount(0);
  await trial.getByRole('button', { name: 'Try on the last messages' }).click();
  await expect(trial.getByText('2 of the last 2 messages have one of these words')).toBeVisible();
  await trial.getByRole('link', { name: /How much is a BATH/ }).click();
  await expect(page.getByRole('log').getByText('How much is a BATH?')).toBeVisible();
});
