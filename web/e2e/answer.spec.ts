import { Customer } from './support/sandbox.ts';
import { Company } from './support/company.ts';
import { expect, logInByForm, test } from './support/test.ts';

const DAY_MS = 86_400_000;

test('shows a customer message at once and sends the answer to the phone', async ({ staffPage: page, company }) => {
  const customer = await company.customer('Clara Cat');
  await customer.writes('Do you wash cats?');
  await page.getByRole('link', { name: /Clara Cat/ }).click();
  await expect(page.getByRole('log').getByText('Do you wash cats?')).toBeVisible();

  await page.getByRole('textbox', { name: 'Reply' }).fill('We do, on Tuesdays.');
  await page.keyboard.press('Enter');
  await expect(page.getByRole('log').getByText('We do, on Tuesdays.')).toBeVisible();
  await expect.poll(() => customer.phone()).toContain('We do, on Tuesdays.');

  await customer.writes('Great!');
  await expect(page.getByRole('log').getByText('Great!')).toBeVisible();
});

test('resolves and undoes by key', async ({ staffPage: page, company }) => {
  const customer = await company.customer('Rui Rabbit');
  await customer.writes('Thanks, bye');
  await page.getByRole('link', { name: /Rui Rabbit/ }).click();
  await expect(page.getByRole('log').getByText('Thanks, bye')).toBeVisible();
  await page.getByRole('log').hover();
  await page.keyboard.press('e');
  await expect(page.getByText('All answered')).toBeVisible();
  await page.keyboard.press('z');
  await expect(page.getByRole('link', { name: /Rui Rabbit/ }).first()).toBeVisible();
});

test('changes a whole list at once and undoes it', async ({ staffPage: page, company }) => {
  const channel = await company.connect();
  for (const name of ['Bia', 'Caio', 'Duda']) await (await Customer.of(channel, name)).writes('Obrigada!');
  await expect(page.getByRole('listitem')).toHaveCount(3);
  await page.getByRole('button', { name: 'Select all of this view' }).click();
  await page.getByRole('toolbar').getByRole('button', { name: 'Resolve' }).click();
  const undo = page.getByRole('button', { name: 'Undo' });
  await undo.hover();
  await expect(page.getByText('3 conversations resolved')).toBeVisible();
  await expect(page.getByText('All answered')).toBeVisible();
  await undo.click();
  await expect(page.getByRole('listitem')).toHaveCount(3);
});

test('shows the words of the user and the time of the company in a browser of another zone', async ({ browser }) => {
  const company = await Company.create({ locale: 'pt-BR', timeZone: 'America/Sao_Paulo' });
  const customer = await company.customer('Zeca Zebra');
  await customer.writes('Bom dia');
  const context = await browser.newContext({ locale: 'pt-BR', timezoneId: 'Asia/Tokyo' });
  const page = await context.newPage();
  await page.goto('/login');
  await expect(page.getByRole('button', { name: 'Entrar' })).toBeVisible();
  await logInByForm(page, company.owner);
  await page.getByRole('link', { name: /Zeca Zebra/ }).click();
  await expect(page.getByRole('textbox', { name: 'Resposta' })).toBeVisible();
  const time = page.getByRole('article').getByRole('time');
  const clock = new Intl.DateTimeFormat('pt-BR', {
    timeZone: 'America/Sao_Paulo',
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
  });
  await expect(time).toHaveText(clock.format(new Date(String(await time.getAttribute('datetime')))));
  await context.close();
});

test('quotes a message in the reply, on the phone of the customer too', async ({ staffPage: page, company }) => {
  const customer = await company.customer('Quentin Quail', 'whatsapp');
  await customer.writes('Is Friday fine?');
  await customer.writes('Or Saturday?');
  await page
    .getByRole('link', { name: /Quentin Quail/ })
    .first()
    .click();
  const question = page.getByRole('log').getByRole('article').filter({ hasText: 'Is Friday fine?' }).first();
  const bar = page.getByRole('group', { name: 'Quoted message' });
  const field = page.getByRole('textbox', { name: 'Reply' });
  await expect(page.getByRole('log').getByText('Or Saturday?')).toBeVisible();

  await page.keyboard.press('q');
  await expect(bar).toContainText('Quentin Quail');
  await expect(bar).toContainText('Or Saturday?');
  await expect(field).toBeFocused();
  await page.keyboard.press('Escape');
  await expect(bar).toBeHidden();
  await expect(field).toBeFocused();

  await question.getByText('Is Friday fine?').hover();
  await question.getByRole('button', { name: 'Reply to this message' }).click();
  await expect(bar).toContainText('Is Friday fine?');
  await page.reload();
  await expect(bar).toContainText('Is Friday fine?');
  await field.fill('Friday is fine');
  await field.press('Enter');
  await expect(bar).toBeHidden();
  await expect.poll(() => customer.quoteOf('Friday is fine')).toBe('Is Friday fine?');

  const answer = page.getByRole('log').getByRole('article').filter({ hasText: 'Friday is fine' });
  await answer.getByRole('button', { name: /Is Friday fine\?/ }).click();
  await expect(question).toHaveAttribute('aria-current', 'true');
});

test('keeps the quote of a reply that is sent again', async ({ staffPage: page, company }) => {
  const customer = await company.customer('Rita Robin', 'whatsapp');
  await customer.writes('What does it cost?');
  await page
    .getByRole('link', { name: /Rita Robin/ })
    .first()
    .click();
  await expect(page.getByRole('log').getByText('What does it cost?')).toBeVisible();
  await page.keyboard.press('q');
  await page.route('**/api/v1/messages', (route) => route.abort());
  await page.getByRole('textbox', { name: 'Reply' }).fill('Ninety');
  await page.keyboard.press('Enter');
  const answer = page.getByRole('log').getByRole('article').filter({ hasText: 'Ninety' });
  await expect(answer).toContainText('What does it cost?');
  await page.unroute('**/api/v1/messages');
  await expect.poll(() => customer.quoteOf('Ninety')).toBe('What does it cost?');
  await expect(answer).toHaveCount(1);

  // The day to reply is over.
  await page.clock.install({ time: Date.now() + 2 * DAY_MS });
  await page.reload();
  await expect(page.getByText('When the customer writes again, you can reply here.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: 'Reply' })).toBeDisabled();
  await page.getByText('Note', { exact: true }).click();
  await expect(page.getByRole('textbox', { name: 'Note' })).toBeEnabled();
});

test('shows the picture of a customer, and initials without one', async ({ staffPage: page, company }) => {
  const shown = await company.customer('Paco Panda');
  const unknown = await company.customer('Ines Iguana', 'whatsapp');
  await shown.writes('Hello');
  await unknown.writes('Hello');
  const row = (name: RegExp) => page.getByRole('link', { name }).first();
  const picture = row(/Paco Panda/).locator('img');
  await expect(picture).toHaveAttribute('src', /^\/api\/v1\/media\/files\//);
  await expect.poll(() => picture.evaluate((img: HTMLImageElement) => img.naturalWidth)).toBeGreaterThan(0);
  await expect(row(/Ines Iguana/).getByText('II')).toBeVisible();
});
