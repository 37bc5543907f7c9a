import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { staffRoute } from '#web/app/parent-routes.tsx';
import { readImportSearch } from '#web/features/customer-imports/import-kinds.ts';
import { readRange } from '#web/features/pets/vaccination-ranges.ts';
import { withBookingWords, withMoreWords } from '#web/lib/i18n/i18n.ts';
import { readContactListSearch, readWords } from './contact-list-search.ts';

const contactsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/contacts',
  validateSearch: readContactListSearch,
  component: lazyRouteComponent(
    withMoreWords(() => import('./contacts-page.tsx')),
    'ContactsPage',
  ),
});

const contactRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/contacts/$id',
  component: lazyRouteComponent(
    withMoreWords(() => import('./contact-page.tsx')),
    'ContactPage',
  ),
});

const importsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/contacts/import',
  validateSearch: readImportSearch,
  component: lazyRouteComponent(
    withMoreWords(() => import('#web/features/customer-imports/imports-page.tsx')),
    'ImportsPage',
  ),
});

const importRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/contacts/import/$importId',
  component: lazyRouteComponent(
    withMoreWords(withBookingWords(() => import('#web/features/customer-imports/import-page.tsx'))),
    'ImportPage',
  ),
});

const petsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/pets',
  validateSearch: readWords,
  component: lazyRouteComponent(
    withMoreWords(() => import('#web/features/pets/pets-page.tsx')),
    'PetsPage',
  ),
});

const vaccinationsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/pets/vaccinations',
  validateSearch: readRange,
  component: lazyRouteComponent(
    withMoreWords(() => import('#web/features/pets/vaccinations-page.tsx')),
    'VaccinationsPage',
  ),
});

export const contactsRoutes = [
  contactsRoute,
  contactRoute,
  importsRoute,
  importRoute,
  petsRoute,
  vaccinationsRoute,
] as const;
