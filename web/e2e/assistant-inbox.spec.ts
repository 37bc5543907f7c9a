import type { Company } from './support/company.ts';
import { control } from './support/sandbox.ts';
import { expect, test } from './support/test.ts';

/** Lets the assistant of the company use the model of the sandbox, which says these answers. */
async function useModel(company: Company, answers: object[]): Promise<void> {
  const base_url = `${process.env.SANDBOX_URL}/openai/v1`;
  const model = { base_url, model: 'small', api_key: 'sandbox-model-key', input_price: 40, output_price: 160 };
  await company.api('PUT', '/assistant/model', model);
  await control('/model-answers', { answers });
}

test('uses a suggestion of the assistant, and records that staff have changed it', async ({
  staffPage: page,
  company,
}) => {
  await company.api('PATCH', '/assistant/settings', { mode: 'suggest', debounce_ms: 0 });
  const knowledge = { kind: 'faq', title: 'Do you trim nails?', content: 'Yes, we trim nails for 15.', language: 'en' };
  await company.api('POST', '/knowledge', knowledge);
  const customer = await company.customer('Sue Suggest');
  await customer.writes('Do you trim nails?');
  await page.getByRole('link', { name: /Sue Suggest/ }).click();

  const suggestion = page.getByRole('region', { name: 'Suggestion of the assistant' });
  await expect(suggestion.getByText(/we trim nails for 15/)).toBeVisible();
  await suggestion.getByRole('button', { name: 'Why?' }).click();
  const trace = page.getByRole('dialog', { name: 'Why this answer?' });
  await expect(trace.getByText('Assistant suggests')).toBeVisible();
  await expect(trace.getByRole('link', { name: 'Do you trim nails?' })).toBeVisible();
  await trace.getByRole('button', { name: 'Close' }).click();

  await suggestion.getByRole('button', { name: 'Use' }).click();
  const reply = page.getByRole('textbox', { name: 'Reply' });
  await expect(reply).toHaveValue(/we trim nails for 15/);
  await reply.fill('Yes, Sue: for 15.');
  await page.keyboard.press('Enter');
  await expect.poll(() => customer.phone()).toContain('Yes, Sue: for 15.');
  await expect(suggestion).toBeHidden();
  await expect
    .poll(async () => {
      const { items } = await company.api<{ items: { suggestion: unknown }[] }>('GET', '/assistant/turns');
      return items[0]?.suggestion;
    })
    .toMatchObject({ outcome: 'edited', sent_text: 'Yes, Sue: for 15.' });
});

test('shows why the assistant has answered, and the brief when it hands over', async ({ staffPage: page, company }) => {
  await company.api('PATCH', '/assistant/settings', { mode: 'auto', debounce_ms: 0 });
  const customer = await company.customer('Wendy Why');
  await customer.writes('Hello');
  await page.getByRole('link', { name: /Wendy Why/ }).click();
  await page
    .getByRole('button', { name: /^Why did the assistant write this/ })
    .first()
    .click();
  const trace = page.getByRole('dialog', { name: 'Why this answer?' });
  await expect(trace.getByText('Greeting')).toBeVisible();
  await page.keyboard.press('Escape');

  await customer.writes('This is terrible, I want to complain');
  await expect(page.getByRole('log').getByText('The customer complains.')).toBeVisible();
});

test('adds a fact to the memory, approves a medical one, and deletes it', async ({ staffPage: page, company }) => {
  const customer = await company.customer('Mia Memory');
  await customer.writes('Hello');
  await page.getByRole('link', { name: /Mia Memory/ }).click();
  const contact = await company.contactId('Mia Memory');
  await company.api('POST', `/contacts/${contact}/pets`, { name: 'Luna', species: 'dog' });
  await page.keyboard.press(']');
  const memory = page.getByRole('region', { name: 'Memory' });
  await expect(memory.getByText(/remembers nothing/)).toBeVisible();

  await memory.getByRole('button', { name: 'Add a fact' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add a fact' });
  await dialog.getByRole('combobox', { name: 'About' }).selectOption('Luna');
  await dialog.getByRole('combobox', { name: 'Kind' }).selectOption('Behaviour');
  await dialog.getByRole('textbox', { name: 'Fact' }).fill('Afraid of the dryer');
  await dialog.getByRole('button', { name: 'Save' }).click();
  await expect(memory.getByText('Afraid of the dryer')).toBeVisible();
  await expect(memory.getByText(/By Olga Owner/)).toBeVisible();

  await memory.getByRole('button', { name: 'Edit: Behaviour, Afraid of the dryer' }).click();
  await page.getByRole('textbox', { name: 'Behaviour' }).fill('Calm with the dryer');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(memory.getByText('Calm with the dryer')).toBeVisible();

  await memory.getByRole('button', { name: 'Delete: Behaviour, Calm with the dryer' }).click();
  await page.getByRole('dialog').getByRole('button', { name: 'Delete' }).click();
  await expect(memory.getByText(/remembers nothing/)).toBeVisible();

  await useModel(company, [
    { tool_calls: [{ name: 'upsert_pet_fact', arguments: { pet: 'p1', field: 'allergies', value: 'chicken' } }] },
    {
      content: JSON.stringify({
        action: 'reply',
        reply: 'Thank you, I told the team.',
        ...{ intent: 'other', confidence: 1, citations: [], summary: null },
      }),
    },
  ]);
  await company.api('PATCH', '/assistant/settings', { mode: 'auto', debounce_ms: 0 });
  await customer.writes('Luna is allergic to chicken');
  await expect(memory.getByText('1 medical fact waits for approval.')).toBeVisible();
  await memory.getByRole('button', { name: /^Approve: Allergies/ }).click();
  await expect(memory.getByText('1 medical fact waits for approval.')).toBeHidden();
  const { items } = await company.api<{ items: object[] }>('GET', `/contacts/${contact}/memory`);
  expect(items).toMatchObject([{ field: 'allergies', status: 'active', source: { kind: 'customer' } }]);
});
