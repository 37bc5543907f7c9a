import { randomUUID } from 'node:crypto';
import { mailedLink } from './support/mail.ts';
import { control } from './support/sandbox.ts';
import { expect, logInByForm, test } from './support/test.ts';

const NEW_PASSWORD = 'five-otters-paint-at-noon';

test('leads from the sign-up to the first reply on the practice phone', async ({ page }) => {
  await page.goto('/register');
  await page.getByLabel('Name of your business').fill('Happy Paws');
  await page.getByLabel('Your name').fill('Ana Lima');
  await page.getByLabel('E-mail address').fill(`ana-${randomUUID()}@example.com`);
  await page.getByRole('textbox', { name: 'Password' }).fill('password1');
  await expect(page.getByLabel('Time zone of your business')).toHaveValue('Europe/Lisbon');
  await expect(page.getByText(/Check it: there it is \d\d:\d\d now/)).toBeVisible();
  await expect(page.getByLabel('Country of your business')).toHaveValue('PT');
  await page.getByRole('button', { name: 'Create' }).click();
  await expect(page.getByText('This password is too easy to guess.')).toBeVisible();
  await page.getByRole('textbox', { name: 'Password' }).fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Create' }).click();

  await expect(page.getByRole('heading', { name: 'Welcome, Ana' })).toBeVisible();
  await page.getByRole('button', { name: 'Connect the practice page' }).click();
  const phone = page.getByRole('link', { name: 'Open the practice phone' });
  const [platform, channelId] = new URL(String(await phone.getAttribute('href'))).hash.slice(1).split('/');
  const { id } = await control<{ id: string }>('/customers', { platform, channel_id: channelId, name: 'Pia Parrot' });
  await page.getByRole('link', { name: 'To the inbox' }).click();
  await expect(page.getByText('No channel yet')).toBeHidden();
  await control('/play', { channel_id: channelId, customer_id: id, do: 'text', text: 'Hello?', wait: true });
  await page.getByRole('link', { name: /Pia Parrot/ }).click();
  await page.getByRole('textbox', { name: 'Reply' }).fill('Hello, Pia!');
  await page.keyboard.press('Enter');
  await expect.poll(() => textsOnPhone(channelId, id)).toContain('Hello, Pia!');
});

async function textsOnPhone(channel_id: string | undefined, customer_id: string): Promise<(string | undefined)[]> {
  const address = new URLSearchParams({ channel_id: String(channel_id), customer_id });
  const { messages } = await control<{ messages: { text?: string }[] }>(`/phone?${address.toString()}`);
  return messages.map(({ text }) => text);
}

test('says that the account is locked after many wrong passwords, and how to go on', async ({ page, company }) => {
  const { email, password } = company.owner;
  await expect.poll(() => statusOfGuess(email), { intervals: [0] }).toBe(423);
  await page.goto('/login');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('textbox', { name: 'Password' }).fill(password);
  await page.getByRole('button', { name: 'Log in' }).click();
  await expect(page.getByText('Too many wrong passwords.')).toBeVisible();

  await page.goto('/forgot-password');
  await page.getByLabel('E-mail address').fill(email);
  await page.getByRole('button', { name: 'Send the link' }).click();
  await page.goto(await mailedLink(email, 'reset-password'));
  await page.getByRole('textbox', { name: 'New password' }).fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expect(page.getByText('Your password is set.')).toBeVisible();
  await logInByForm(page, { ...company.owner, password: NEW_PASSWORD });
});

/** Tries a wrong password, as somebody does who guesses. */
async function statusOfGuess(email: string): Promise<number> {
  const { status } = await fetch(`${process.env.WEB_URL}/api/v1/auth/login`, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ email, password: 'not-my-password' }),
  });
  return status;
}

test('sets a new password by the mailed link, once', async ({ page, company: { owner } }) => {
  await page.goto('/login');
  await page.getByLabel('E-mail address').fill(owner.email);
  await page.getByRole('link', { name: 'Forgot your password?' }).click();
  await page.getByRole('button', { name: 'Send the link' }).click();
  await expect(page.getByText(`If ${owner.email} has an account`)).toBeVisible();

  const link = await mailedLink(owner.email, 'reset-password');
  await page.goto(link);
  await expect(page).toHaveURL(/\/reset-password$/);
  await page.getByRole('textbox', { name: 'New password' }).fill(NEW_PASSWORD);
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expect(page.getByText('Your password is set.')).toBeVisible();
  await logInByForm(page, { ...owner, password: NEW_PASSWORD });

  await page.goto(link);
  await page.getByRole('textbox', { name: 'New password' }).fill('nine-geese-run-to-school');
  await page.getByRole('button', { name: 'Set the password' }).click();
  await expect(page.getByRole('heading', { name: 'This link does not work any more' })).toBeVisible();
  await page.getByRole('link', { name: 'Ask for a new link' }).click();
  await expect(page.getByRole('button', { name: 'Send the link' })).toBeVisible();
});

test('confirms the address, then invites a colleague, who sees what staff may do', async ({
  staffPage: page,
  company: { owner },
  browser,
}) => {
  await page.goto('/welcome');
  const banner = page.getByText('Confirm your e-mail address: open the link');
  await expect(banner).toBeVisible();
  await expect(page.getByText(/the link is in the folder .*mail of the server/)).toBeVisible();
  await page.goto(await mailedLink(owner.email, 'verify-email'));
  await expect(page.getByRole('heading', { name: 'Your e-mail address is confirmed' })).toBeVisible();
  await page.getByRole('link', { name: 'To the inbox' }).click();
  await expect(banner).toBeHidden();

  const colleague = { email: `bruno-${randomUUID()}@example.com`, password: NEW_PASSWORD, name: '' };
  await page.goto('/welcome');
  await page.getByLabel('E-mail address of your colleague').fill(colleague.email);
  await page.getByRole('button', { name: 'Send the invitation' }).click();
  await expect(page.getByText(`The invitation to ${colleague.email} is on its way.`)).toBeVisible();

  const context = await browser.newContext({ baseURL: String(process.env.WEB_URL) });
  const theirs = await context.newPage();
  await theirs.goto(await mailedLink(colleague.email, 'accept-invitation'));
  await theirs.getByRole('textbox', { name: 'New password' }).fill(colleague.password);
  await theirs.getByRole('button', { name: 'Join' }).click();
  await expect(theirs.getByText('Your password is set.')).toBeVisible();
  await logInByForm(theirs, colleague);
  await expect(theirs.getByText('Ask an owner or a manager')).toBeVisible();
  await theirs.goto('/welcome');
  await expect(theirs.getByRole('heading', { name: /Welcome/ })).toBeVisible();
  await expect(theirs.getByRole('button', { name: 'Connect Instagram' })).toBeHidden();
  await context.close();
});

test('logs out the other tabs, and comes back to the page after the log-in', async ({
  staffPage: page,
  company: { owner },
}) => {
  const other = await page.context().newPage();
  await other.goto('/profile');
  await expect(other.getByRole('heading', { name: 'Where you are logged in' })).toBeVisible();
  await page.getByRole('button', { name: 'Profile' }).click();
  await page.getByRole('button', { name: 'Log out' }).click();
  await expect(page.getByRole('button', { name: 'Log in' })).toBeVisible();
  await expect(other.getByRole('button', { name: 'Log in' })).toBeVisible();

  await other.getByLabel('E-mail address').fill(owner.email);
  await other.getByRole('textbox', { name: 'Password' }).fill(owner.password);
  await other.getByRole('button', { name: 'Log in' }).click();
  await expect(other).toHaveURL(/\/profile$/);
});

test('logs out all other devices at once, and stays logged in', async ({
  staffPage: page,
  company: { owner },
  browser,
}) => {
  const elsewhere = await (await browser.newContext({ baseURL: process.env.WEB_URL ?? '' })).newPage();
  await logInByForm(elsewhere, owner);
  await page.goto('/profile');
  await page.getByRole('button', { name: 'Log out all other devices' }).click();
  const dialog = page.getByRole('dialog', { name: 'Log out all other devices' });
  await dialog.getByRole('button', { name: 'Cancel' }).click();
  await expect(dialog).toBeHidden();
  await page.getByRole('button', { name: 'Log out all other devices' }).click();
  await dialog.getByRole('button', { name: 'Log them out' }).click();
  await expect(elsewhere.getByRole('button', { name: 'Log in' })).toBeVisible();
  await expect(page.getByRole('button', { name: 'Log out all other devices' })).toBeHidden();
  await page.reload();
  await expect(page.getByText('This device')).toBeVisible();
  await elsewhere.context().close();
});

test('switches language and theme at once, and keeps them for other devices', async ({
  staffPage: page,
  company: { owner },
  browser,
}) => {
  await page.goto('/profile');
  await page.getByLabel('Language', { exact: true }).selectOption('pt-BR');
  await expect(page.getByRole('heading', { name: 'Onde você está conectado' })).toBeVisible();
  await page.getByText('Escuro').click();
  await expect(page.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');

  const context = await browser.newContext({ baseURL: String(process.env.WEB_URL), locale: 'en-US' });
  const elsewhere = await context.newPage();
  await logInByForm(elsewhere, owner);
  await expect(elsewhere.getByRole('link', { name: 'Conversas' })).toBeVisible();
  await expect(elsewhere.locator('html')).toHaveAttribute('data-mantine-color-scheme', 'dark');
  await elsewhere.goto('/profile');
  await elsewhere.getByRole('button', { name: 'Sair de todos os outros' }).click();
  await elsewhere.getByRole('button', { name: 'Desconectar' }).click();
  await expect(page.getByRole('button', { name: 'Entrar' })).toBeVisible();
  await context.close();
});
