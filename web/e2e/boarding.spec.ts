import AxeBuilder from '@axe-core/playwright';
import type { Page } from '@playwright/test';
import type { Company } from './support/company.ts';
import { expect, test } from './support/test.ts';

const ZONE = 'America/Sao_Paulo';
const DAY_MS = 86_400_000;

/** The date in the zone of the company. */
const dateIn = (days: number): string =>
  new Intl.DateTimeFormat('sv-SE', { timeZone: ZONE, dateStyle: 'short' }).format(Date.now() + days * DAY_MS);

interface Made {
  _id: string;
}

interface Hotel {
  contact_id: string;
  pet_id: string;
}

/** A dog hotel with two kennels, and Luna of Mia Rossi. */
async function openHotel(company: Company): Promise<Hotel> {
  const make = (path: string, fields: object) => company.api<Made>('POST', path, fields);
  const { _id: resource_type_id } = await make('/resource-types', { name: 'Kennel', kind: 'unit', cell: 'night' });
  for (const name of ['Kennel 1', 'Kennel 2']) await make('/resources', { resource_type_id, name });
  await make('/services', {
    name: 'Dog hotel',
    kind: 'boarding',
    duration_min: 60,
    lead_time_min: 0,
    step_min: 60,
    requirements: [{ resource_type_id }],
    arrival: { from: '08:00', to: '20:00' },
    pickup: { from: '08:00', to: '18:00' },
  });
  const { _id: contact_id } = await make('/contacts', { full_name: 'Mia Rossi', phone: '+5511987654321' });
  const pet = { name: 'Luna', species: 'dog', breed: 'Poodle', temperament: ['bites'], notes: 'Pill at breakfast' };
  const { _id: pet_id } = await make(`/contacts/${contact_id}/pets`, pet);
  return { contact_id, pet_id };
}

async function expectAccessible(page: Page): Promise<void> {
  for (const colorScheme of ['dark', 'light'] as const) {
    await page.emulateMedia({ colorScheme, reducedMotion: 'reduce' });
    const { violations } = await new AxeBuilder({ page }).include('main').analyze();
    expect(violations.map(({ id, nodes }) => `${id}: ${nodes.map(({ html }) => html).join(' | ')}`)).toEqual([]);
  }
}

const panelOf = (page: Page) => page.getByRole('dialog', { name: 'Book an appointment' });

test('books a stay from a free night, and follows it in the timeline', async ({ staffPage: page, company }) => {
  await openHotel(company);
  await page.goto('/calendar');
  await page.getByText('Boarding', { exact: true }).click();
  const timeline = page.getByRole('region', { name: 'Stays by kennel' });
  const kennel = timeline.getByRole('group', { name: 'Kennel 1' });
  const tomorrow = timeline.getByRole('group', { name: 'Free places' }).locator(':scope > span').nth(2);
  await expect(tomorrow).toContainText('2 places free');

  await kennel
    .getByRole('button', { name: /^Book Kennel 1/ })
    .nth(1)
    .click();
  await panelOf(page)
    .getByRole('button', { name: /Mia Rossi/ })
    .click();
  await panelOf(page).getByRole('radio', { name: '10:00' }).first().check();
  await panelOf(page).getByRole('button', { name: /^Book/ }).click();
  await expect(panelOf(page)).toBeHidden();
  const stay = timeline.getByRole('button', { name: /^Luna, Dog hotel, Mia Rossi, .*Kennel [12], Confirmed$/ });
  await expect(stay).toBeVisible();
  await expect(tomorrow).toContainText('1 place free');
  await expectAccessible(page);

  await stay.click();
  await expect(page.getByRole('complementary', { name: 'Appointment' }).getByText('bites')).toBeVisible();
  await page.keyboard.press('Escape');
  await company.api('POST', '/closures', { name: 'Holiday', starts_on: dateIn(3), ends_on: dateIn(3) });
  await expect(timeline.getByText(/Closed: Holiday/)).toBeAttached();
});

/** A bath that the owner does from 8 to 20. */
async function openBath(company: Company): Promise<string> {
  const { _id: owner } = await company.api<Made>('GET', '/users/me');
  const windows = [{ from: '08:00', to: '20:00' }];
  const weekly = [1, 2, 3, 4, 5, 6, 7].map((weekday) => ({ weekday, windows }));
  await company.api('PUT', `/staff-schedules/${owner}`, { weekly });
  const add_ons = [{ key: 'nails', name: 'Nail trim', minutes: 15, price: 2_000 }];
  const bath = { name: 'Bath', duration_min: 60, step_min: 15, lead_time_min: 0, add_ons };
  return (await company.api<Made>('POST', '/services', bath))._id;
}

test('books who waits: by hand, and by the offer of a free time', async ({ staffPage: page, company }) => {
  const { contact_id } = await openHotel(company);
  const service_id = await openBath(company);
  await company.api('PATCH', '/booking-settings', { quiet_hours: null });
  await page.goto('/calendar');
  await expect(page.getByRole('link', { name: 'Waitlist, 0 entries' })).toBeVisible();
  await page.goto(`/contacts/${contact_id}`);
  await page.getByRole('link', { name: 'Add to the waitlist' }).click();
  const dialog = page.getByRole('dialog', { name: 'Add to the waitlist' });
  await dialog.getByRole('combobox', { name: 'Service' }).selectOption('Bath');
  await dialog.getByLabel('First day').fill(dateIn(1));
  // Nobody works then, so no time is offered.
  await dialog.getByLabel('Not before').fill('21:00');
  await dialog.getByRole('button', { name: 'Add', exact: true }).click();
  const list = page.getByRole('region', { name: 'Waitlist' });
  const entry = list.getByRole('listitem').filter({ hasText: 'Luna' });
  await expect(entry).toContainText('21:00–24:00');
  await expectAccessible(page);

  await entry.getByRole('button', { name: 'Book' }).click();
  await expect(panelOf(page).getByRole('checkbox', { name: 'Luna' })).toBeChecked();
  await panelOf(page).getByRole('radio', { name: '10:00' }).first().check();
  await panelOf(page).getByRole('button', { name: /^Book/ }).click();
  await expect(entry).toBeHidden();

  const windows = [{ date_from: dateIn(2), date_to: dateIn(2) }];
  await company.api('POST', '/waitlist', { contact_id, service_id, windows, notes: 'Any time' });
  const offered = list.getByRole('listitem').filter({ hasText: 'Any time' });
  await expect(offered).toContainText('Free for this customer');
  await offered.getByRole('button', { name: 'Book this time' }).click();
  await expect(offered).toBeHidden();
  await page.getByRole('button', { name: 'Booked' }).click();
  await expect(offered).toBeVisible();
});

test('prints a day by person with all that the work needs', async ({ staffPage: page, company }) => {
  const { contact_id, pet_id } = await openHotel(company);
  const service_id = await openBath(company);
  const starts_at = new Date(`${dateIn(1)}T09:00:00-03:00`).toISOString();
  const visit = {
    service_id,
    contact_id,
    pet_ids: [pet_id],
    add_ons: ['nails'],
    starts_at,
    notes: 'Use the side door',
  };
  await company.api('POST', '/appointments', visit);

  await page.goto(`/calendar?day=${dateIn(1)}`);
  await page.getByRole('link', { name: 'Day sheet for printing' }).click();
  const row = page.getByRole('row').filter({ hasText: 'Luna' });
  for (const words of ['09:00–10:15', 'Poodle', 'bites', 'Pill at breakfast', '+5511987654321', 'Bath + Nail trim'])
    await expect(row).toContainText(words);
  await expect(row).toContainText('Use the side door');
  await expectAccessible(page);
  await page.emulateMedia({ media: 'print' });
  await expect(row).toBeVisible();
  await expect(page.getByRole('navigation')).toBeHidden();
  await expect(page.getByRole('button', { name: 'Print' })).toBeHidden();
});
