import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { staffRoute } from '#web/app/parent-routes.tsx';
import { withPaymentWords } from '#web/lib/i18n/i18n.ts';
import { readMoneySearch } from './money-search.ts';

const moneyRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/money',
  validateSearch: readMoneySearch,
  component: lazyRouteComponent(
    withPaymentWords(() => import('./money-page.tsx')),
    'MoneyPage',
  ),
});

export const paymentsRoutes = [moneyRoute] as const;
