import { expectAccessible } from './support/accessible.ts';
import { makeFlow, menuGraph, publish } from './support/flows.ts';
import { expect, test } from './support/test.ts';

test('plays a conversation, moves the clock, and keeps it as a scenario', async ({ staffPage: page, company }) => {
  const { _id } = await makeFlow(company, 'Menu', menuGraph());
  await page.goto(`/flows/${_id}`);
  await page.getByRole('radiogroup', { name: 'What to show' }).getByText('Test', { exact: true }).click();
  const phone = page.getByRole('region', { name: 'Phone of the customer' });
  const talk = phone.getByRole('log');
  const write = phone.getByRole('textbox', { name: 'Message of the customer' });

  await write.fill('good morning');
  await write.press('Enter');
  await expect(talk.getByText('No start of the flow fits this message')).toBeVisible();
  await write.fill('menu');
  await write.press('Enter');
  await talk.getByRole('button', { name: 'Book a bath' }).click();
  await expect(talk.getByText('Which pet?')).toBeVisible();
  await write.fill('Luna');
  await write.press('Enter');
  await expect(talk.getByText('See you, Luna')).toBeVisible();
  await expect(talk.getByText('the flow reached its end')).toBeVisible();
  await expect(page.getByText('Steps 80 %')).toBeVisible();
  await expectAccessible(page, 'simulator');

  await page.getByRole('button', { name: 'Save as scenario' }).click();
  const dialog = page.getByRole('dialog', { name: 'Save as scenario' });
  await dialog.getByRole('textbox', { name: 'Name of the scenario' }).fill('Books for Luna');
  await expect(dialog.getByRole('checkbox', { name: 'See you, Luna' })).toBeChecked();
  await expectAccessible(page, 'scenario');
  await dialog.getByRole('button', { name: 'Save scenario' }).click();
  const scenarios = page.getByRole('region', { name: 'Scenarios' });
  await expect(scenarios.getByText('Books for Luna')).toBeVisible();
  await scenarios.getByRole('button', { name: 'Run all' }).click();
  await expect(scenarios.getByText('passed', { exact: true })).toBeVisible();

  await page.getByRole('button', { name: 'Start again' }).click();
  await write.fill('menu');
  await write.press('Enter');
  await talk.getByRole('button', { name: 'Book a bath' }).click();
  await expect(talk.getByText('Which pet?')).toBeVisible();
  await phone.getByRole('button', { name: 'Jump ahead' }).click();
  await phone.getByRole('button', { name: 'Let the wait pass' }).click();
  await expect(talk.getByText('the customer did not answer in time')).toBeVisible();
});

test('compares versions, rolls back, and takes a version into the draft', async ({ staffPage: page, company }) => {
  const { _id, draft_rev } = await makeFlow(company, 'Menu', menuGraph());
  await publish(company, _id, 'The first words');
  await company.api('PATCH', `/flows/${_id}`, { graph: menuGraph('How can we help?'), draft_rev });
  await publish(company, _id, 'Shorter');
  await page.goto(`/flows/${_id}`);
  await page.getByRole('radiogroup', { name: 'What to show' }).getByText('Versions', { exact: true }).click();
  const first = page.getByRole('listitem').filter({ hasText: 'The first words' });
  await expect(
    page.getByRole('listitem').filter({ hasText: 'Shorter' }).getByText('Live', { exact: true }),
  ).toBeVisible();

  await first.getByRole('button', { name: 'Compare version 1' }).click();
  const dialog = page.getByRole('dialog', { name: 'Compare versions' });
  const list = dialog.getByRole('region', { name: 'Differences in words' });
  await expect(list.getByText(/^Changed: Send a message/)).toBeVisible();
  await expect(list.getByText('What can we do for you?')).toBeVisible();
  await expectAccessible(page, 'comparison');
  await dialog.getByRole('combobox', { name: 'To' }).selectOption('1');
  await expect(dialog.getByText('No difference.')).toBeVisible();
  await page.keyboard.press('Escape');

  await first.getByRole('button', { name: 'Make version 1 live' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Make live' }).click();
  await expect(first.getByText('Live', { exact: true })).toBeVisible();
  await first.getByRole('button', { name: 'Copy version 1 into the draft' }).click();
  const canvas = page.getByRole('application');
  await expect(canvas.getByText('What can we do for you?')).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(canvas.getByText('How can we help?')).toBeVisible();
});
