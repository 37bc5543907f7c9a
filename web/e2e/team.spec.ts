import { randomUUID } from 'node:crypto';
import { mailedLink, mailedToken } from './support/mail.ts';
import { expect, logIn, logInByForm, test } from './support/test.ts';

const PASSWORD = 'walks-with-seven-dogs';

test('changes the company after a warning, and shows what a colleague changes', async ({
  staffPage: page,
  company,
}) => {
  await page.goto('/settings/company');
  await page.getByLabel('Name of the company').fill('Goose and Mouse');
  await page.getByLabel('Time zone').selectOption('Europe/Lisbon');
  await page.getByRole('button', { name: 'Save' }).click();
  const question = page.getByRole('dialog');
  await expect(question.getByText(/Appointments stay at the same moment/)).toBeVisible();
  await question.getByRole('button', { name: 'Change it' }).click();
  await expect(page.getByText('The company is saved.')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Save' })).toBeDisabled();
  await page.getByLabel('Website', { exact: true }).fill('https://goose.example');
  await company.api('PATCH', '/companies/me', { phone: '+351 210 000 000' });
  await expect(page.getByLabel('Phone')).toHaveValue('+351 210 000 000');
  await expect(page.getByLabel('Website', { exact: true })).toHaveValue('https://goose.example');
  await page.getByLabel('Name in public links').fill('Goose & Mouse');
  await page.getByRole('button', { name: 'Save' }).click();
  await question.getByRole('button', { name: 'Change it' }).click();
  await expect(page.getByText('Use small letters, digits and single hyphens')).toBeVisible();
});

test('invites a colleague, who is told of a mention, becomes a manager and is logged out', async ({
  page,
  browser,
  company,
}) => {
  const customer = await company.customer('Gita Goose');
  await customer.writes('Is Friday fine?');
  await company.api('POST', '/auth/verify-email', { token: await mailedToken(company.owner.email, 'verify-email') });
  await logIn(page, company.owner);
  const colleague = { email: `maria-${randomUUID()}@example.com`, password: PASSWORD, name: 'Maria Mouse' };
  await page.goto('/settings/team');
  await page.getByLabel('E-mail address of your colleague').fill(colleague.email);
  await page.getByRole('button', { name: 'Send the invitation', exact: true }).click();
  const row = page.getByRole('listitem').filter({ hasText: colleague.email });
  await expect(row.getByText('Staff · invited, has not accepted yet')).toBeVisible();

  const context = await browser.newContext({ baseURL: String(process.env.WEB_URL) });
  const theirs = await context.newPage();
  await theirs.goto(await mailedLink(colleague.email, 'accept-invitation'));
  await theirs.getByRole('textbox', { name: 'New password' }).fill(PASSWORD);
  await theirs.getByRole('button', { name: 'Join' }).click();
  await expect(theirs.getByText('Your password is set.')).toBeVisible();
  await logInByForm(theirs, colleague);
  await theirs.goto('/profile');
  await theirs.getByRole('textbox', { name: 'Name' }).fill(colleague.name);
  await theirs.getByRole('button', { name: 'Save' }).click();
  await expect(row.getByText('Online now')).toBeVisible();
  await expect(row.getByText(colleague.name)).toBeVisible();

  const { items } = await company.api<{ items: { _id: string }[] }>('GET', '/conversations');
  const content = '@maria mouse, was that a yes?';
  await company.api('POST', `/conversations/${String(items[0]?._id)}/notes`, { content });
  await expect(theirs).toHaveTitle('(1) PetBuddy');
  await theirs.getByRole('button', { name: '1 unread Alerts' }).click();
  const bell = theirs.getByRole('region', { name: 'Notifications' });
  await bell.getByRole('button', { name: /Olga Owner mentioned you in the conversation with Gita Goose/ }).click();
  await expect(theirs.getByRole('log').getByText('was that a yes?')).toBeInViewport();
  await expect(theirs).toHaveTitle('PetBuddy');

  await row.getByRole('button', { name: 'Manage Maria Mouse' }).click();
  await page.getByRole('dialog').getByLabel('Role').selectOption('Manager');
  await page.getByRole('button', { name: 'Save the role and log the person out' }).click();
  await expect(row.getByText('Manager', { exact: true })).toBeVisible();
  await theirs.waitForURL('**/login**');
  await logInByForm(theirs, colleague);
  await expect(theirs.getByRole('link', { name: 'Settings' })).toBeVisible();
  await row.getByRole('button', { name: 'Manage Maria Mouse' }).click();
  await page.getByRole('button', { name: 'End all log-ins' }).click();
  await page.getByRole('button', { name: 'Yes, end all log-ins' }).click();
  await theirs.waitForURL('**/login**');
  await context.close();
});
