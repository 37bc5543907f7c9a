import { expectAccessible } from './support/accessible.ts';
import { expect, test } from './support/test.ts';

test('switches the assistant on and stops it at once', async ({ staffPage: page, company }) => {
  await company.connect();
  await page.goto('/assistant/settings');
  await page.getByRole('radio', { name: /^Automatic/ }).check();
  await page.getByRole('textbox', { name: 'Wait for more messages' }).fill('1.5');
  await page.getByRole('textbox', { name: 'Most in a month, in US dollars' }).fill('20');
  await page.getByRole('button', { name: 'Save', exact: true }).click();
  const question = page.getByRole('dialog', { name: 'Let the assistant answer alone?' });
  await question.getByRole('button', { name: 'Answer alone' }).click();
  await expect(question).toBeHidden();
  expect(await company.api('GET', '/assistant/settings')).toMatchObject({
    mode: 'auto',
    debounce_ms: 1_500,
    budget: { monthly_cents: 2_000 },
  });

  await expectAccessible(page, 'settings of the assistant');
  await page.getByRole('button', { name: 'Stop now' }).click();
  await expect(page.getByRole('radio', { name: /^Off/ })).toBeChecked();
  await expect(page.getByRole('button', { name: 'Stop now' })).toBeHidden();
  expect(await company.api('GET', '/assistant/settings')).toMatchObject({ mode: 'off', channel_modes: [] });
});

test('writes a prompt, publishes it, and brings an earlier version back', async ({ staffPage: page, company }) => {
  await page.goto('/assistant/prompts');
  await page.getByRole('button', { name: 'Write the first version' }).click();
  const text = page.getByRole('textbox', { name: 'Text' });
  await text.fill('Be warm.\nBe brief.');
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('This is the published version.')).toBeVisible();
  expect(await company.api('GET', '/assistant/settings')).toMatchObject({ persona: 'Be warm.\nBe brief.' });

  await page.getByRole('link', { name: 'All versions' }).click();
  await page.getByRole('button', { name: 'New version' }).click();
  await text.fill('Be warm.\nUse the name of the pet.');
  await expect(page.getByText('1 lines added, 1 removed.')).toBeVisible();
  await text.hover();
  await expectAccessible(page, 'a prompt');
  await page.getByRole('button', { name: 'Publish' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish' }).click();
  await expect(page.getByText('This is the published version.')).toBeVisible();

  await page.getByRole('link', { name: 'All versions' }).click();
  await page.getByRole('list', { name: 'Prompts' }).getByRole('link').last().click();
  await page.getByRole('button', { name: 'Publish again' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Publish again' }).click();
  await expect(page.getByText('This is the published version.')).toBeVisible();
  expect(await company.api('GET', '/assistant/settings')).toMatchObject({ persona: 'Be warm.\nBe brief.' });
});

test('tries the assistant, and shows what it has done', async ({ staffPage: page, company }) => {
  await page.goto('/assistant/try');
  const write = page.getByRole('textbox', { name: 'Message of the customer' });
  await write.fill('Hello');
  await page.keyboard.press('Enter');
  const trace = page.getByRole('region', { name: 'Behind the answer' });
  await expect(trace.getByText('Greeting')).toBeVisible();
  await expect(trace.getByText('Rules', { exact: true })).toBeVisible();
  await write.fill('I want to talk to a human');
  await page.keyboard.press('Enter');
  await expect(page.getByText('Handed over to staff: Customer wants a person')).toBeVisible();
  await expectAccessible(page, 'a trial of the assistant');
  await page.getByRole('button', { name: 'Start again' }).click();
  await expect(page.getByText(/Nothing is sent, booked or remembered/)).toBeVisible();

  await company.api('PATCH', '/assistant/settings', { mode: 'auto', debounce_ms: 0 });
  const customer = await company.customer('Olaf Overview');
  await customer.writes('This is terrible, I want to complain');
  await expect.poll(() => customer.phone()).not.toEqual([]);
  await page.getByRole('link', { name: 'Overview' }).click();
  await expect(page.getByRole('region', { name: 'Why it handed over' })).toBeVisible();
  await expectAccessible(page, 'overview of the assistant');
});
