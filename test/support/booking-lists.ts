import { aMonday } from './salon.js';
import type { Harvest } from './two-companies.js';

/** Every list of the booking catalog, by every filter. */
export function catalogLists({ users, 'resource-types': type }: Harvest): string[] {
  const days = ['from=2029-01-01', 'to=2031-01-01', 'from=2029-01-01&to=2031-01-01'];
  const times = ['from=2029-01-01T00:00:00Z', 'to=2031-01-01T00:00:00Z'];
  return [
    ...['', '&kind=timed', '&active=true', '&kind=timed&active=true'].map((filter) => `/services?limit=1${filter}`),
    '/resource-types?limit=1',
    ...['', `&resource_type_id=${type}`, '&active=true'].map((filter) => `/resources?limit=1${filter}`),
    '/staff-schedules?limit=1',
    '/quotas?limit=1',
    ...['', ...days].map((filter) => `/closures?limit=1&${filter}`),
    ...['', ...times, times.join('&'), `staff_id=${users}`, `staff_id=${users}&${times.join('&')}`].map(
      (filter) => `/time-off?limit=1&${filter}`,
    ),
  ];
}

/** Every list of appointments and what belongs to them, by every filter. */
export function diaryLists(ids: Harvest): string[] {
  const days = 'from=2020-01-01T00:00:00Z&to=2100-01-01T00:00:00Z';
  const whose = [
    `staff_id=${ids['users']}`,
    `resource_id=${ids['resources']}`,
    `contact_id=${ids['contacts']}`,
    `pet_id=${ids['pets']}`,
  ];
  const statuses = ['held', 'pending', 'confirmed', 'cancelled'].map((status) => `status=${status}`);
  const filters = ['', days, ...whose, ...whose.map((one) => `${one}&${days}`), ...statuses];
  const monday = aMonday();
  return [
    ...filters.map((filter) => `/appointments?limit=1&${filter}`),
    ...whose.map((one) => `/appointments?limit=1&order=latest&${one}`),
    `/appointments/slots?service_id=${ids['services']}&from=${monday}&to=${monday}&explain=true`,
    `/agreements?limit=1&contact_id=${ids['contacts']}`,
    `/pet-clearances?limit=1&pet_id=${ids['pets']}`,
  ];
}
