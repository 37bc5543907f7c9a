import { expectAccessible } from './support/accessible.ts';
import { makeFlow, menuGraph, publish } from './support/flows.ts';
import { expect, test } from './support/test.ts';

test('shows a run live, draws its way, and ends it when staff reply', async ({ staffPage: page, company }) => {
  const { _id } = await makeFlow(company, 'Menu', menuGraph());
  await publish(company, _id);
  await page.goto('/flows/runs');
  await expect(page.getByText('No flow has run yet')).toBeVisible();
  const customer = await company.customer('Rita Run');
  await customer.writes('menu');
  await expect.poll(() => customer.phone()).toContain('What can we do for you?');
  const row = page.getByRole('row').filter({ hasText: 'Rita Run' });
  await expect(row.getByText('Waits for the customer')).toBeVisible();
  await expectAccessible(page, 'runs');

  await row.getByRole('link', { name: 'Open the run of Menu with Rita Run' }).click();
  const steps = page.getByRole('region', { name: 'Steps of the run' });
  await expect(steps.getByRole('listitem')).toHaveCount(2);
  await customer.writes('Book a bath');
  await expect(steps.getByRole('listitem')).toHaveCount(3);
  await expect(steps.getByText('Which pet?')).toBeVisible();
  await expect(page.getByRole('group', { name: /The run on version 1/ }).getByText('Step 3')).toBeAttached();
  await page.getByRole('button', { name: 'First step' }).click();
  await expect(page.getByRole('slider', { name: 'Step' })).toHaveAttribute('aria-valuetext', 'Step 1 of 3');
  await expectAccessible(page, 'replay');

  await page.getByRole('region', { name: 'About this run' }).getByRole('link', { name: 'Rita Run' }).click();
  await expect(page.getByRole('log').getByText('Which pet?')).toBeVisible();
  await page.keyboard.press(']');
  const panel = page.getByRole('complementary', { name: 'Customer' });
  await expect(panel.getByRole('button', { name: 'Stop the flow Menu' })).toBeVisible();
  await expectAccessible(page, 'automation in the inbox');
  await page.getByRole('textbox', { name: 'Reply' }).fill('I am here myself');
  await page.getByRole('button', { name: 'Send', exact: true }).click();
  await expect(panel.getByText('Somebody of your team replied')).toBeVisible();
  await customer.writes('Luna');
  await panel.getByRole('link', { name: /Replay of Menu/ }).click();
  const about = page.getByRole('region', { name: 'About this run' });
  await expect(about.getByText('Somebody of your team replied').first()).toBeVisible();
  expect(await customer.phone()).not.toContain('See you, Luna');
});

test('stops a run by its button', async ({ staffPage: page, company }) => {
  const { _id } = await makeFlow(company, 'Menu', menuGraph());
  await publish(company, _id);
  const customer = await company.customer('Stan Stop');
  await customer.writes('menu');
  await page.goto(`/flows/runs?flow=${_id}`);
  await page.getByRole('link', { name: 'Open the run of Menu with Stan Stop' }).click();
  await page.getByRole('button', { name: 'Stop run' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Stop run' }).click();
  await expect(
    page.getByRole('region', { name: 'About this run' }).getByText('Somebody of your team stopped the run').first(),
  ).toBeVisible();
  await expect(page.getByRole('button', { name: 'Stop run' })).toBeHidden();
});
