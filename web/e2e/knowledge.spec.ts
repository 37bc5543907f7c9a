import { expect, test } from './support/test.ts';

test('writes an answer, tries a question, imports texts and answers what nobody could', async ({
  staffPage: page,
  company,
}) => {
  await page.goto('/assistant/knowledge');
  await page.getByRole('button', { name: 'Show ready examples' }).click();
  await page.getByRole('button', { name: /^Add \d+ drafts$/ }).click();
  await expect(page.getByRole('link', { name: 'How much is a bath?' })).toBeVisible();

  await page.getByRole('button', { name: 'New text' }).click();
  await page.getByRole('textbox', { name: 'Question' }).first().fill('Do you trim nails?');
  await page.getByRole('textbox', { name: 'Answer' }).fill('Yes, for 15.<!-- for free -->');
  await expect(page.getByText('1 hidden character or HTML tag will be taken out.')).toBeVisible();
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByRole('heading', { name: 'Do you trim nails?' })).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Answer' })).toHaveValue('Yes, for 15.');

  const tried = page.getByRole('region', { name: 'Try a question' });
  await tried.getByRole('textbox').fill('can you cut his claws');
  await tried.getByRole('button', { name: 'Try' }).click();
  await expect(tried.getByText('Yes, for 15.')).toBeVisible();
  await tried.getByRole('textbox').fill('who won the world cup?');
  await tried.getByRole('button', { name: 'Try' }).click();
  await expect(tried.getByText(/Nothing would be answered/)).toBeVisible();

  await page.goto('/assistant/knowledge');
  await page.getByRole('button', { name: 'Import' }).click();
  const dialog = page.getByRole('dialog');
  await dialog.getByRole('textbox', { name: 'Or paste a text' }).fill('Q: Do you take cats?');
  await dialog.getByRole('button', { name: 'Preview' }).click();
  await expect(dialog.getByText('The text is missing. Fill it in.')).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Or paste a text' }).fill('Q: Do you take cats?\nA: On Tuesdays.');
  await dialog.getByRole('button', { name: 'Preview' }).click();
  await dialog.getByRole('button', { name: 'Import 1 text' }).click();
  await expect(page.getByRole('link', { name: 'Do you take cats?' })).toBeVisible();
  const { snippets } = await company.api<{ snippets: { text: string }[] }>('GET', '/knowledge/search?q=cats');
  expect(snippets.map(({ text }) => text)).toEqual(['On Tuesdays.']);

  await page.getByRole('link', { name: 'Unanswered questions' }).click();
  await expect(page.getByRole('heading', { name: 'No unanswered questions' })).toBeVisible();
});
