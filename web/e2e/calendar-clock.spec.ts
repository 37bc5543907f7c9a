import type { Locator } from '@playwright/test';
import { Company } from './support/company.ts';
import { boxOf, dateIn, openSalon, visit } from './support/salon.ts';
import { expect, logIn, test } from './support/test.ts';

const WHOLE_DAY = [{ from: '00:00', to: '24:00' }];
const [MARCH, OCTOBER] = [2, 9];
const HALF_HOUR_MS = 30 * 60_000;
const QUARTER_MS = 15 * 60_000;

/** Midnight UTC of the day on which the clocks in Lisbon change next year. */
function changeIn(month: number): number {
  const last = new Date(Date.UTC(new Date().getUTCFullYear() + 1, month + 1, 0));
  return last.getTime() - last.getUTCDay() * 24 * 60 * 60_000;
}

/** A day of 23 hours and one of 25. `first` and `ten` are 00:30 and 10:00 in Lisbon, counted from midnight UTC. */
const CHANGES = [
  { hours: 23, midnight: changeIn(MARCH), first: HALF_HOUR_MS, ten: 18 * HALF_HOUR_MS, shown: '00:30–02:30' },
  { hours: 25, midnight: changeIn(OCTOBER), first: -HALF_HOUR_MS, ten: 20 * HALF_HOUR_MS, shown: '00:30–01:30' },
];

async function topOf(block: Locator): Promise<number> {
  return Math.round((await boxOf(block)).y);
}

for (const { hours, midnight, first, ten, shown } of CHANGES) {
  test(`shows and moves appointments on a day of ${hours} hours`, async ({ page }) => {
    const company = await Company.create({ timeZone: 'Europe/Lisbon' });
    const day = new Date(midnight).toISOString().slice(0, 'YYYY-MM-DD'.length);
    const at = (ms: number): string => new Date(midnight + ms).toISOString();
    const { _id: staff_id } = await company.api<{ _id: string }>('GET', '/users/me');
    const overrides = [{ date: day, windows: WHOLE_DAY }];
    await company.api('PUT', `/staff-schedules/${staff_id}`, { weekly: [], overrides });
    const service = { name: 'Bath', duration_min: 60, step_min: 15, horizon_days: 730 };
    const { _id: service_id } = await company.api<{ _id: string }>('POST', '/services', service);
    const { _id: contact_id } = await company.api<{ _id: string }>('POST', '/contacts', { full_name: 'Mia Rossi' });
    const book = (starts_at: string) =>
      company.api<{ appointment: { _id: string } }>('POST', '/appointments', {
        service_id,
        contact_id,
        staff_id,
        starts_at,
      });
    await book(at(first));
    const { appointment } = await book(at(ten));

    await logIn(page, company.owner);
    await page.goto(`/calendar?day=${day}`);
    await expect(visit(page, new RegExp(`^${shown}, Bath`))).toBeVisible();
    const atTen = visit(page, /^10:00–11:00, Bath/);
    const label = page.getByRole('region', { name: 'Appointments of the day' }).getByText('10:00', { exact: true });
    expect(Math.abs((await topOf(atTen)) - (await topOf(label.first())))).toBeLessThan(12);
    await atTen.focus();
    await page.keyboard.press('Alt+ArrowDown');
    await expect
      .poll(async () => (await company.api<{ starts_at: string }>('GET', `/appointments/${appointment._id}`)).starts_at)
      .toBe(at(ten + QUARTER_MS));
  });
}

test('puts an appointment back when it is moved without a connection', async ({ staffPage: page, company }) => {
  const salon = await openSalon(company, dateIn(1));
  await salon.book('09:00');
  await page.goto(`/calendar?day=${salon.day}`);
  await visit(page, /^09:00–10:00, Luna/).focus();
  await page.context().setOffline(true);
  await page.keyboard.press('Alt+ArrowDown');
  await expect(visit(page, /^09:15–10:15, Luna/)).toBeVisible();
  await expect(page.getByText('The server cannot be reached').first()).toBeVisible();
  await expect(visit(page, /^09:00–10:00, Luna/)).toBeVisible();
});
