/**
 * The service worker. It shows pushes while the app is closed, and opens the app at a click. It keeps no files: an update
 * of the app must never meet an old copy.
 */

interface PushedNotice {
  title: string;
  body: string;
  /** A path of the app. */
  url: string;
  tag: string;
}

/** The parts of the worker's global scope that are used; the types of the DOM do not have them. */
interface Worker {
  registration: ServiceWorkerRegistration;
  location: Location;
  navigator: { setAppBadge?: () => Promise<void> };
  clients: {
    claim(): Promise<void>;
    matchAll(options: { type: 'window'; includeUncontrolled: true }): Promise<AppWindow[]>;
    openWindow(url: string): Promise<unknown>;
  };
  skipWaiting(): Promise<void>;
  addEventListener(type: string, listener: (event: WorkerEvent) => void): void;
}

interface AppWindow {
  readonly url: string;
  focus(): Promise<unknown>;
  postMessage(message: unknown): void;
}

interface WorkerEvent {
  waitUntil(work: Promise<unknown>): void;
  data?: { json(): unknown };
  notification: Notification;
}

/** Pages of visitors belong to the same site, but are no windows of the app. */
const VISITORS = /^\/(book|booking|api)\//;

const worker = self as unknown as Worker;

worker.addEventListener('install', (event) => event.waitUntil(worker.skipWaiting()));
worker.addEventListener('activate', (event) => event.waitUntil(worker.clients.claim()));
worker.addEventListener('push', (event) => event.waitUntil(show(event)));
worker.addEventListener('notificationclick', (event) => {
  event.notification.close();
  event.waitUntil(open(pathOf(event.notification.data)));
});

/** Shows every push: a browser ends the subscription of an app that receives pushes in silence. */
async function show({ data }: WorkerEvent): Promise<void> {
  const { title = 'PetBuddy', body = '', url = '/', tag = 'petbuddy' } = (data?.json() ?? {}) as Partial<PushedNotice>;
  const options = { body, tag, renotify: true, icon: '/icon-192.png', badge: '/icon-badge.png', data: { url } };
  await worker.registration.showNotification(title, options);
  await worker.navigator.setAppBadge?.().catch(() => undefined);
}

/** Shows the page in a window of the app that is open, else in a new one. */
async function open(path: string): Promise<void> {
  const windows = await worker.clients.matchAll({ type: 'window', includeUncontrolled: true });
  const window = windows.find(({ url }) => !VISITORS.test(new URL(url).pathname));
  if (!window) return void (await worker.clients.openWindow(path));
  window.postMessage({ type: 'open', path });
  await window.focus();
}

/** A path of this app only. */
function pathOf(data: unknown): string {
  const { url } = (data ?? {}) as { url?: unknown };
  const page = new URL(typeof url === 'string' ? url : '/', worker.location.origin);
  return page.origin === worker.location.origin ? `${page.pathname}${page.search}` : '/';
}
