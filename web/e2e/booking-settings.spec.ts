import { bookableService } from './support/booking.ts';
import { expect, logIn, test } from './support/test.ts';

test('makes a new company bookable by the guide, and shows a changed price before it is saved', async ({
  staffPage: page,
  company,
}) => {
  await page.goto('/welcome');
  await page.getByRole('link', { name: 'Set up booking' }).click();
  await page.getByRole('checkbox', { name: 'Saturday' }).check();
  await page.getByRole('checkbox', { name: 'Sunday' }).check();
  await page.getByRole('group', { name: 'Monday' }).getByLabel('From').fill('08:00');
  await page.getByRole('button', { name: 'Copy Monday to all working days' }).click();
  await page.getByRole('button', { name: 'Next' }).click();

  await page.getByRole('button', { name: 'Bath', exact: true }).click();
  await page.getByLabel('Price').fill('70,5O');
  await page.getByRole('button', { name: 'Add the service' }).click();
  await expect(page.getByText('Write an amount')).toBeVisible();
  await page.getByLabel('Price').fill('70,50');
  await page.getByRole('button', { name: 'Add the service' }).click();

  const { slug } = await company.api<{ slug: string }>('GET', '/companies/me');
  await expect(page.getByText(`${process.env.WEB_URL}/book/${slug}`)).toBeVisible();
  const shown = page.getByRole('region', { name: 'What customers see: Bath' }).getByRole('listitem');
  await expect(shown.nth(5)).toContainText('08:00');

  const { services } = await company.api<{ services: { _id: string; price: number }[] }>(
    'GET',
    `/public/${slug}/services`,
  );
  expect(services.map(({ price }) => price)).toEqual([7_050]);
  const [id, tomorrow] = [services[0]?._id, new Date(Date.now() + 86_400_000).toISOString().slice(0, 10)];
  const query = `service_id=${id}&from=${tomorrow}&to=${tomorrow}`;
  const { days } = await company.api<{ days: { slots: unknown[] }[] }>('GET', `/public/${slug}/slots?${query}`);
  expect(days[0]?.slots.length).toBeGreaterThan(0);

  await page.getByRole('link', { name: 'More about this service' }).click();
  await page.getByRole('button', { name: 'Add a row', exact: true }).click();
  const row = page.getByRole('group', { name: 'Row 1' });
  await row.getByLabel('Size').selectOption('large');
  await row.getByLabel('Costs').selectOption('more by');
  await row.getByLabel('Amount').fill('30');
  await expect(page.getByRole('row', { name: /large/ })).toContainText('100.50');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The service is saved.')).toBeVisible();
  const { pet_matrix } = await company.api<{ pet_matrix: unknown[] }>('GET', `/services/${id}`);
  expect(pet_matrix).toEqual([expect.objectContaining({ size: 'large', price_delta: 3_000, minutes_delta: null })]);
});

test('splits a service into steps and gives a person an own price, which quotes and free times follow', async ({
  staffPage: page,
  company,
}) => {
  const id = await bookableService(company, 'Groom', { price: 9_000 });
  const { _id: staff_id, full_name } = await company.api<{ _id: string; full_name: string }>('GET', '/users/me');
  await page.goto(`/settings/services/${id}`);
  await page.getByRole('button', { name: 'Split the work into steps' }).click();
  const [work, wait] = [page.getByRole('group', { name: 'Step 1' }), page.getByRole('group', { name: 'Step 2' })];
  await expect(work.getByLabel('Minutes')).toHaveValue('60');
  await wait.getByLabel('Name').fill('Drying');
  await wait.getByLabel('Minutes').fill('30');
  await expect(page.getByText('Customers see 90 minutes. For 30 minutes of them the person is free.')).toBeVisible();
  await expect(page.getByRole('textbox', { name: /^Duration/ })).toHaveValue('90');

  await page.getByRole('button', { name: 'Add a person with own terms' }).click();
  const own = page.getByRole('group', { name: 'Person 1' });
  await own.getByLabel('Price').fill('95.50');
  await page.getByLabel('Done by').selectOption(full_name);
  await expect(page.getByRole('row', { name: /large/ })).toContainText('95.50');
  await page.getByRole('button', { name: 'Save' }).click();
  await expect(page.getByText('The service is saved.')).toBeVisible();

  const quote = (query: string) => company.api<object>('GET', `/services/${id}/quote?${query}`);
  expect(await quote('')).toMatchObject({ minutes: 90, price: 9_000 });
  expect(await quote(`staff_id=${staff_id}`)).toMatchObject({ minutes: 90, price: 9_550 });
  await page.reload();
  await expect(wait.getByLabel('Name')).toHaveValue('Drying');
  await expect(wait.getByLabel('The person')).toHaveValue('free');
});

test('takes a request for own time off from staff, and shows that it was approved', async ({ page, company }) => {
  await logIn(page, await company.colleague('Stella Staff'));
  await page.goto('/settings/time-off');
  await page.getByRole('button', { name: 'Ask for time off' }).click();
  await page.getByLabel('First day').fill(new Date(Date.now() + 10 * 86_400_000).toISOString().slice(0, 10));
  await page.getByRole('button', { name: 'Send the request' }).click();
  await expect(page.getByText('Waiting for approval')).toBeVisible();
  const { items } = await company.api<{ items: { _id: string; status: string }[] }>('GET', '/time-off');
  expect(items.map(({ status }) => status)).toEqual(['requested']);
  await company.api('PATCH', `/time-off/${items[0]?._id}`, { status: 'approved' });
  await page.reload();
  await expect(page.getByText('Approved')).toBeVisible();
  await expect(page.getByRole('button', { name: 'Take the request back' })).toBeHidden();
});
