import type { Locator, Page } from '@playwright/test';
import { at, boxOf, dateIn, openSalon, visit } from './support/salon.ts';
import { expect, test } from './support/test.ts';

/** Drags a block by its middle, or by its lower edge. */
async function drag(page: Page, block: Locator, by: { x?: number; y?: number }, from: 'middle' | 'edge' = 'middle') {
  const box = await boxOf(block);
  const [x, y] = [box.x + box.width / 2, from === 'edge' ? box.y + box.height - 2 : box.y + box.height / 2];
  await page.mouse.move(x, y);
  await page.mouse.down();
  await page.mouse.move(x + (by.x ?? 0) / 2, y + (by.y ?? 0) / 2, { steps: 4 });
  await expect(page.locator('.pb-event[data-mirror]').first()).toBeAttached();
  await page.mouse.move(x + (by.x ?? 0), y + (by.y ?? 0), { steps: 8 });
  await page.mouse.up();
}

interface Stored {
  starts_at: string;
  ends_at: string;
  staff_id: string;
  status: string;
  override: { reason: string } | null;
  overbook: { reason: string } | null;
}

test('resizes, moves to another person, and asks for a reason after a refused drop', async ({
  staffPage: page,
  company,
}) => {
  const salon = await openSalon(company, dateIn(1));
  await company.colleague('Gus Groomer');
  const users = await company.api<{ items: { _id: string; full_name: string }[] }>('GET', '/users');
  const gus = users.items.find(({ full_name }) => full_name === 'Gus Groomer')?._id ?? '';
  const windows = [{ from: '08:00', to: '14:00' }];
  await company.api('PUT', `/staff-schedules/${gus}`, {
    weekly: [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, windows })),
  });
  const { _id } = await salon.book('09:00');
  await salon.book('12:00', { pet_ids: [], staff_id: gus });
  const stored = () => company.api<Stored>('GET', `/appointments/${_id}`);
  await page.goto(`/calendar?day=${salon.day}`);
  const luna = visit(page, /Luna, Bath/);
  await expect(luna).toBeVisible();
  const { height, width } = await boxOf(luna);

  await luna.hover();
  await drag(page, luna, { y: height / 2 }, 'edge');
  await expect.poll(async () => (await stored()).ends_at).toBe(at(salon.day, '10:30'));
  // The columns are sorted by name, so Gus is on the left.
  await drag(page, visit(page, /Luna, Bath/), { x: -width });
  await expect.poll(async () => (await stored()).staff_id).toBe(gus);
  await expect(visit(page, /^09:00–10:30, Luna.*with Gus Groomer/)).toBeVisible();

  const dialog = page.getByRole('dialog', { name: 'Move Luna' });
  await visit(page, /^09:00–10:30, Luna/).focus();
  await page.keyboard.press('m');
  await expect(dialog.getByRole('combobox', { name: 'Start' }).locator('option:checked')).toHaveText('09:00');
  await expect(dialog.getByRole('button', { name: 'Move', exact: true })).toBeDisabled();
  await dialog.getByRole('button', { name: 'Leave it' }).click();

  const top = async (block: Locator) => (await boxOf(block)).y;
  const down = (await top(visit(page, /^12:00–13:00, Bath/))) - (await top(visit(page, /Luna, Bath/)));
  await drag(page, visit(page, /Luna, Bath/), { y: down });
  await expect(dialog.getByRole('group', { name: 'Free times' }).getByRole('button').first()).toBeVisible();
  await expect(visit(page, /^09:00–10:30, Luna/)).toBeVisible();
  await dialog.getByRole('textbox', { name: 'Reason to overbook' }).fill('Sisters');
  await dialog.getByRole('button', { name: 'Overbook' }).click();
  await expect(visit(page, /^12:00–13:30, Luna.*Overbooked: Sisters$/)).toBeVisible();
  await expect.poll(stored).toMatchObject({ overbook: { reason: 'Sisters' } });

  await visit(page, /^12:00–13:30, Luna/).focus();
  await page.keyboard.press('m');
  await dialog.getByRole('combobox', { name: 'Start' }).selectOption('Another time…');
  await dialog.getByLabel('Time', { exact: true }).fill('18:00');
  await dialog.getByRole('button', { name: 'Move', exact: true }).click();
  await dialog.getByRole('textbox', { name: 'Reason to move it outside of the rules' }).fill('Gus stays longer');
  await dialog.getByRole('button', { name: 'Move anyway' }).click();
  await expect(visit(page, /^18:00–19:30, Luna/)).toBeVisible();
  await expect.poll(stored).toMatchObject({ override: { reason: 'Gus stays longer' }, overbook: null });

  // The toast of this move comes after those of the moves before.
  await expect(page.getByText(/Luna .*18:00/).last()).toBeVisible();
  await page.getByRole('button', { name: 'Undo' }).last().click();
  await expect(dialog.getByRole('textbox', { name: 'Reason to overbook' })).toBeVisible();
  await expect.poll(stored).toMatchObject({ starts_at: at(salon.day, '18:00'), overbook: null });
});

test('saves quick moves by keys in order, and tells the customer only what stays', async ({
  staffPage: page,
  company,
}) => {
  const salon = await openSalon(company, dateIn(1), { email: 'mia@example.com' });
  const { _id } = await salon.book('09:00', { notify_customer: false });
  const stored = () => company.api<Stored>('GET', `/appointments/${_id}`);
  let isHeld = true;
  await page.route(`**/api/v1/appointments/${_id}`, async (route) => {
    if (route.request().method() === 'PATCH' && isHeld) {
      isHeld = false;
      // The next steps are saved while this one is on its way.
      await expect(visit(page, /^09:30–10:30, Luna/)).toBeVisible();
    }
    await route.continue();
  });
  await page.goto(`/calendar?day=${salon.day}`);
  await visit(page, /^09:00–10:00, Luna/).focus();
  const saving = page.waitForRequest((request) => request.method() === 'PATCH');
  await page.keyboard.press('Alt+ArrowDown');
  await saving;
  await page.keyboard.press('Alt+ArrowDown');
  await expect.poll(async () => (await stored()).starts_at).toBe(at(salon.day, '09:30'));
  await expect(page.getByText('The customer gets an e-mail.').first()).toBeVisible();

  await page.getByRole('button', { name: 'Do not tell' }).last().click();
  await expect(page.getByText('The customer is not told.')).toBeVisible();
  await visit(page, /^09:30–10:30, Luna/).click();
  const notices = page.getByRole('region', { name: 'Notices to the customer' });
  await expect(notices.getByText('Not sent: your team chose not to tell').first()).toBeVisible();
});

test('ends a stay a night early, which frees the kennel at once', async ({ staffPage: page, company }) => {
  const salon = await openSalon(company, dateIn(0));
  const type = { name: 'Kennel', kind: 'unit', cell: 'night' };
  const { _id: resource_type_id } = await company.api<{ _id: string }>('POST', '/resource-types', type);
  await company.api('POST', '/resources', { resource_type_id, name: 'Kennel 1' });
  const boarding = {
    name: 'Boarding',
    kind: 'boarding',
    duration_min: 60,
    require_staff: false,
    requirements: [{ resource_type_id }],
  };
  const { _id: service_id } = await company.api<{ _id: string }>('POST', '/services', boarding);
  const stay = { service_id, nights: 2, staff_id: undefined, override: { reason: 'Here already' } };
  const { _id } = await salon.book('10:00', stay);
  await company.api('PATCH', `/appointments/${_id}`, { status: 'checked_in' });
  const tomorrow = { ...stay, nights: 1, pet_ids: [], starts_at: at(dateIn(1), '10:00') };
  await expect(salon.book('10:00', tomorrow)).rejects.toThrow('SLOT_TAKEN');

  await page.goto('/calendar?view=resources');
  await visit(page, /Luna, Boarding/).click();
  const panel = page.getByRole('complementary', { name: 'Appointment' });
  await panel.getByRole('button', { name: 'Picked up early' }).click();
  const dialog = page.getByRole('dialog', { name: 'Luna leaves early?' });
  await expect(dialog.getByText('Kennel 1: 2 nights become free at once.')).toBeVisible();
  await dialog.getByRole('button', { name: 'End it now' }).click();
  await expect(panel.getByText(/^Left early/)).toBeVisible();
  await expect(visit(page, /Luna, Boarding.*Completed/)).toBeVisible();
  await salon.book('10:00', tomorrow);
});
