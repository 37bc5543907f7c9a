import { createRoute, lazyRouteComponent } from '@tanstack/react-router';
import { staffRoute } from '#web/app/parent-routes.tsx';
import { withBookingWords, withMoreWords, withPaymentWords } from '#web/lib/i18n/i18n.ts';

/** Mails link to `?channel=<id>`. After a log-in at Meta: `?connect=<id>` or `?connect_error=<code>`. */
function readConnectSearch({ channel, connect, connect_error: error }: Record<string, unknown>): {
  channel?: string;
  connect?: string;
  connect_error?: string;
} {
  return {
    ...(typeof channel === 'string' && { channel }),
    ...(typeof connect === 'string' && { connect }),
    ...(typeof error === 'string' && { connect_error: error }),
  };
}

/** After a log-in at Google: `?connected=1` or `?error=<code>`. */
function readGoogleSearch({ connected, error }: Record<string, unknown>): { connected?: 1; error?: string } {
  return { ...(connected === 1 && { connected }), ...(typeof error === 'string' && { error }) };
}

const settingsRoute = createRoute({
  getParentRoute: () => staffRoute,
  path: '/settings',
  component: lazyRouteComponent(
    withMoreWords(() => import('./settings-page.tsx')),
    'SettingsPage',
  ),
});

const overviewRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/',
  component: lazyRouteComponent(
    withMoreWords(() => import('./settings-page.tsx')),
    'NoSetting',
  ),
});

const webhooksRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/webhooks',
  component: lazyRouteComponent(
    withMoreWords(() => import('#web/features/outgoing-webhooks/webhooks-page.tsx')),
    'WebhooksPage',
  ),
});

const webhookRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/webhooks/$webhookId',
  component: lazyRouteComponent(
    withMoreWords(() => import('#web/features/outgoing-webhooks/webhook-page.tsx')),
    'WebhookPage',
  ),
});

const apiKeysRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/api-keys',
  component: lazyRouteComponent(
    withMoreWords(() => import('#web/features/api-keys/api-keys-page.tsx')),
    'ApiKeysPage',
  ),
});

const calendarFeedsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/calendar-feeds',
  component: lazyRouteComponent(
    withMoreWords(() => import('#web/features/calendar-feeds/calendar-feeds-page.tsx')),
    'CalendarFeedsPage',
  ),
});

const googleCalendarRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/google-calendar',
  validateSearch: readGoogleSearch,
  component: lazyRouteComponent(
    withBookingWords(() => import('#web/features/google-calendar/google-calendar-page.tsx')),
    'GoogleCalendarPage',
  ),
});

const secretsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/secrets',
  component: lazyRouteComponent(
    withMoreWords(() => import('#web/features/secrets/secrets-page.tsx')),
    'SecretsPage',
  ),
});

const paymentsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/payments',
  component: lazyRouteComponent(
    withMoreWords(withPaymentWords(() => import('#web/features/payments/asaas-page.tsx'))),
    'AsaasPage',
  ),
});

const cannedRepliesRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/canned-replies',
  component: lazyRouteComponent(
    withMoreWords(() => import('#web/features/canned-replies/canned-replies-page.tsx')),
    'CannedRepliesPage',
  ),
});

const companyRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/company',
  component: lazyRouteComponent(
    withMoreWords(() => import('#web/features/companies/company-page.tsx')),
    'CompanyPage',
  ),
});

const notificationsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/notifications',
  component: lazyRouteComponent(
    withMoreWords(() => import('#web/features/notifications/notifications-page.tsx')),
    'NotificationsPage',
  ),
});

const teamRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/team',
  component: lazyRouteComponent(
    withMoreWords(() => import('#web/features/users/team-page.tsx')),
    'TeamPage',
  ),
});

const channelsRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/channels',
  validateSearch: readConnectSearch,
  component: lazyRouteComponent(
    withMoreWords(() => import('#web/features/channels/channels-page.tsx')),
    'ChannelsPage',
  ),
});

const templatesRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/templates',
  component: lazyRouteComponent(
    withMoreWords(() => import('#web/features/message-templates/templates-page.tsx')),
    'TemplatesPage',
  ),
});

const servicesRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/services',
  component: lazyRouteComponent(
    withBookingWords(() => import('#web/features/services/services-page.tsx')),
    'ServicesPage',
  ),
});

const newServiceRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/services/new',
  component: lazyRouteComponent(
    withBookingWords(() => import('#web/features/services/service-page.tsx')),
    'NewServicePage',
  ),
});

const serviceRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/services/$serviceId',
  component: lazyRouteComponent(
    withBookingWords(() => import('#web/features/services/service-page.tsx')),
    'ServicePage',
  ),
});

const hoursRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/hours',
  component: lazyRouteComponent(
    withBookingWords(() => import('#web/features/staff-schedules/hours-page.tsx')),
    'HoursPage',
  ),
});

const personHoursRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/hours/$userId',
  component: lazyRouteComponent(
    withBookingWords(() => import('#web/features/staff-schedules/person-hours-page.tsx')),
    'PersonHoursPage',
  ),
});

const timeOffRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/time-off',
  component: lazyRouteComponent(
    withBookingWords(() => import('#web/features/time-off/time-off-page.tsx')),
    'TimeOffPage',
  ),
});

const resourcesRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/resources',
  component: lazyRouteComponent(
    withBookingWords(() => import('#web/features/resources/resources-page.tsx')),
    'ResourcesPage',
  ),
});

const bookingRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/booking',
  component: lazyRouteComponent(
    withBookingWords(() => import('#web/features/booking-settings/booking-settings-page.tsx')),
    'BookingSettingsPage',
  ),
});

const remindersRoute = createRoute({
  getParentRoute: () => settingsRoute,
  path: '/reminders',
  component: lazyRouteComponent(
    withBookingWords(() => import('#web/features/reminders/reminders-page.tsx')),
    'RemindersPage',
  ),
});

export const settingsRoutes = [
  settingsRoute.addChildren([
    overviewRoute,
    companyRoute,
    teamRoute,
    notificationsRoute,
    channelsRoute,
    templatesRoute,
    cannedRepliesRoute,
    webhooksRoute,
    webhookRoute,
    apiKeysRoute,
    calendarFeedsRoute,
    googleCalendarRoute,
    secretsRoute,
    paymentsRoute,
    servicesRoute,
    newServiceRoute,
    serviceRoute,
    hoursRoute,
    personHoursRoute,
    timeOffRoute,
    resourcesRoute,
    bookingRoute,
    remindersRoute,
  ]),
] as const;
