import { control, Customer } from './support/sandbox.ts';
import { expect, logIn, test } from './support/test.ts';

interface Device {
  endpoint: string;
  keys: { p256dh: string; auth: string };
}

test.use({ serviceWorkers: 'allow', permissions: ['notifications'] });

test('pushes reach a device that was switched on, and a click opens the conversation', async ({ page, company }) => {
  const channel = await company.connect('facebook');
  const gita = await Customer.of(channel, 'Gita Goose');
  const device = await control<Device>('/push-devices', {});
  await page.addInitScript(subscribeAs, device);
  await logIn(page, company.owner);
  await page.goto('/settings/notifications');
  const here = page.getByRole('region', { name: 'On this device' });
  const toggle = here.getByRole('switch', { name: 'Pushes on this device' });
  await toggle.click();
  await expect(here.getByText('This browser gets pushes')).toBeVisible();

  await gita.writes('is there a free time?');
  const received = () =>
    control<{ data: object }[]>(`/push-devices?${new URLSearchParams({ endpoint: device.endpoint }).toString()}`);
  await expect.poll(async () => (await received()).length).toBe(1);
  const [push] = await received();
  const { body, url } = push?.data as { body: string; url: string };
  // The name follows when Meta has told it.
  expect(body).toMatch(/^New message from /);

  // Headless Chromium has no connection to a push service, so the test hands over what the sandbox decrypted.
  const devTools = await page.context().newCDPSession(page);
  const registered = new Promise<string>((done) => {
    devTools.on('ServiceWorker.workerRegistrationUpdated', ({ registrations: [first] }) => {
      if (first) done(first.registrationId);
    });
  });
  await devTools.send('ServiceWorker.enable');
  await devTools.send('ServiceWorker.deliverPushMessage', {
    origin: new URL(page.url()).origin,
    registrationId: await registered,
    data: JSON.stringify(push?.data),
  });
  await expect.poll(() => page.evaluate(shownTexts)).toEqual([body]);

  const [worker] = page.context().serviceWorkers();
  await worker?.evaluate(clickOnNotification);
  await page.waitForURL(`**${url.slice(0, url.indexOf('?'))}**`);
  await expect(page.getByRole('log').getByText('is there a free time?')).toBeVisible();

  await page.goto('/settings/notifications');
  await expect(toggle).toBeChecked();
  await toggle.click();
  await expect(here.getByText('Switch pushes on')).toBeVisible();
  await page.getByRole('switch', { name: 'Keep quiet hours' }).click();
  await expect(page.getByLabel('From')).toHaveValue('22:00');
});

test('the app can be installed', async ({ page, company }) => {
  await logIn(page, company.owner);
  await page.evaluate(async () => void (await navigator.serviceWorker.ready));
  const devTools = await page.context().newCDPSession(page);
  const { errors } = await devTools.send('Page.getAppManifest');
  expect(errors).toEqual([]);
  const { installabilityErrors } = await devTools.send('Page.getInstallabilityErrors');
  // Playwright's contexts count as incognito windows.
  expect(installabilityErrors.map(({ errorId }) => errorId).filter((id) => id !== 'in-incognito')).toEqual([]);
});

function subscribeAs(device: Device): void {
  let current: PushSubscription | null = null;
  const subscription = {
    ...device,
    options: { applicationServerKey: null },
    toJSON: () => device,
    unsubscribe: () => {
      current = null;
      return Promise.resolve(true);
    },
  } as unknown as PushSubscription;
  PushManager.prototype.subscribe = () => Promise.resolve((current = subscription));
  PushManager.prototype.getSubscription = () => Promise.resolve(current);
}

async function shownTexts(): Promise<string[]> {
  const registration = await navigator.serviceWorker.ready;
  return (await registration.getNotifications()).map(({ body }) => body);
}

async function clickOnNotification(): Promise<void> {
  const scope = self as unknown as { registration: ServiceWorkerRegistration; dispatchEvent(event: Event): void };
  const [notification] = await scope.registration.getNotifications();
  const init = { notification } as unknown as EventInit;
  const { NotificationEvent } = self as unknown as { NotificationEvent: new (type: string, init: EventInit) => Event };
  scope.dispatchEvent(new NotificationEvent('notificationclick', init));
}
