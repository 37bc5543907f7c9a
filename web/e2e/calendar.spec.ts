import { at, boxOf, dateIn, openSalon, visit, ZONE } from './support/salon.ts';
import { expect, pressPair, test } from './support/test.ts';

test('shows the day in the zone of the company, and new appointments at once', async ({ staffPage: page, company }) => {
  const salon = await openSalon(company, dateIn(1));
  await salon.book('09:00');
  await pressPair(page, 'g', 'c');
  await page.getByRole('button', { name: 'Later' }).click();
  await expect(visit(page, /^09:00–10:00, Luna, Bath, Mia Rossi, with Olga Owner, Confirmed$/)).toBeVisible();
  await expect(page.getByText(`All times in ${ZONE}`)).toBeVisible();
  await salon.book('11:00', { notes: 'Shy' });
  await expect(visit(page, /^11:00–12:00, Luna/)).toBeVisible();
  await page.keyboard.press('w');
  await expect(visit(page, /^09:00–10:00, Luna/)).toBeVisible();
  await page.getByText('Month', { exact: true }).click();
  await page.getByRole('button', { name: /2 appointments/ }).click();
  await expect(visit(page, /^11:00–12:00, Luna/)).toBeVisible();
});

test('takes an appointment from check-in to its end', async ({ staffPage: page, company }) => {
  const salon = await openSalon(company, dateIn(0));
  const { _id } = await salon.book('10:00', { override: { reason: 'Walk-in' } });
  await page.goto(`/calendar?day=${salon.day}`);
  await visit(page, /Luna.*Confirmed/).focus();
  await page.keyboard.press('Enter');
  const panel = page.getByRole('complementary', { name: 'Appointment' });
  await expect(panel.getByText('bites')).toBeVisible();
  for (const [step, status] of [
    ['Check in', 'Checked in'],
    ['Start', 'In progress'],
  ] as const) {
    await panel.getByRole('button', { name: step, exact: true }).click();
    await expect(visit(page, new RegExp(`Luna.*${status}`))).toBeVisible();
  }
  await panel.getByRole('button', { name: 'Back to “Checked in”' }).click();
  await expect(visit(page, /Luna.*Checked in/)).toBeVisible();
  await panel.getByRole('button', { name: 'Start', exact: true }).click();
  await panel.getByRole('button', { name: 'Complete' }).click();
  await expect(visit(page, /Luna.*Completed/)).toBeVisible();
  await company.api('PATCH', `/appointments/${_id}`, { notes: 'Left early' });
  await expect(panel.getByRole('textbox', { name: 'Notes' })).toHaveValue('Left early');
  await page.keyboard.press('Escape');
  await expect(panel).toBeHidden();
});

test('moves an appointment by mouse and by keyboard, takes it back, and books by a drag', async ({
  staffPage: page,
  company,
}) => {
  const salon = await openSalon(company, dateIn(1));
  const { _id } = await salon.book('09:00');
  await salon.book('14:00', { pet_ids: [], notes: 'taken' });
  const startOf = async () => (await company.api<{ starts_at: string }>('GET', `/appointments/${_id}`)).starts_at;
  await page.goto(`/calendar?day=${salon.day}`);
  const luna = visit(page, /Luna, Bath/);
  await expect(luna).toBeVisible();

  // In the evening the calendar is scrolled further down.
  await luna.evaluate((block) => block.scrollIntoView({ block: 'start' }));
  const box = await boxOf(luna);
  await page.mouse.move(box.x + 60, box.y + 8);
  await page.mouse.down();
  await page.mouse.move(box.x + 60, box.y + 30, { steps: 4 });
  await expect(page.locator('.pb-allowed').first()).toBeVisible();
  await page.mouse.move(box.x + 60, box.y + 8 + box.height, { steps: 8 });
  await page.mouse.up();
  // Toasts stay while the pointer is on them.
  const undo = page.getByRole('button', { name: 'Undo' });
  await undo.hover();
  await expect(visit(page, /^10:00–11:00, Luna/)).toBeVisible();
  await expect.poll(startOf).toBe(at(salon.day, '10:00'));
  await undo.click();
  await expect.poll(startOf).toBe(at(salon.day, '09:00'));

  await visit(page, /^09:00–10:00, Luna/).focus();
  await page.keyboard.press('Alt+ArrowDown');
  await expect(page.getByRole('status').filter({ hasText: /Luna, .*09:15/ })).toBeAttached();
  await expect(page.getByText(/Luna .*09:15/)).toBeVisible();
  await expect.poll(startOf).toBe(at(salon.day, '09:15'));
  await visit(page, /^09:15–10:15, Luna/).focus();
  await page.keyboard.press('Alt+ArrowDown');
  await pressPair(page, 'g', 'i');
  await expect.poll(startOf).toBe(at(salon.day, '09:30'));
  await page.goto(`/calendar?day=${salon.day}`);

  await visit(page, /^09:30–10:30, Luna/).focus();
  await page.keyboard.press('m');
  const dialog = page.getByRole('dialog', { name: 'Move Luna' });
  await expect(dialog.getByRole('combobox', { name: 'Start' }).getByRole('option', { name: '14:00' })).toHaveCount(0);
  await dialog.getByRole('combobox', { name: 'Start' }).selectOption('16:15');
  await dialog.getByRole('button', { name: 'Move', exact: true }).click();
  await expect(visit(page, /^16:15–17:15, Luna/)).toBeVisible();
  await expect.poll(startOf).toBe(at(salon.day, '16:15'));

  const taken = visit(page, /^14:00–15:00/);
  await taken.evaluate((block) => block.scrollIntoView({ block: 'end' }));
  const noon = ((await taken.boundingBox())?.y ?? 0) - 2 * box.height + 4;
  await page.mouse.move(box.x + 60, noon);
  await page.mouse.down();
  await page.mouse.move(box.x + 60, noon + box.height / 2, { steps: 4 });
  await page.mouse.up();
  await expect(page.getByRole('dialog', { name: 'Book an appointment' })).toBeVisible();
});
