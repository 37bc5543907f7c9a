import { api, call } from '#web/lib/api/client.ts';
import { userId } from '#web/lib/session/access-token.ts';
import { createStore } from '#web/lib/store.ts';
import { askPermission, browserPermission } from './browser-notice.ts';

/** `unsupported`: the browser cannot receive pushes here. `denied`: it blocks notifications of this site. */
export type PushState = 'unsupported' | 'denied' | 'off' | 'on';

const WORKER = '/sw.js';

/** Holds the id of the user who switched pushes on in this browser. It outlives a log-out, which ends the pushes. */
const WANTED_BY = 'pb-push';

/** Whether this browser receives pushes for the user. */
export const pushState = createStore<PushState>(supported() ? 'off' : 'unsupported');

function supported(): boolean {
  return window.isSecureContext && 'serviceWorker' in navigator && 'PushManager' in window && 'Notification' in window;
}

/** Registers the service worker, and renews the subscription of a user who has switched pushes on. */
export async function startPush(): Promise<void> {
  if (!supported()) return;
  const registration = await register();
  if (browserPermission() === 'denied') return pushState.set('denied');
  if (!isWanted() || browserPermission() !== 'granted') return pushState.set('off');
  await subscribe(registration);
}

/** Asks the browser for permission, and registers it. Call it in a click. @throws ApiError | DOMException */
export async function turnPushOn(): Promise<void> {
  const permission = await askPermission();
  if (permission !== 'granted') return pushState.set(permission === 'denied' ? 'denied' : 'off');
  await subscribe(await register());
  setWanted(true);
}

/** @throws ApiError */
export async function turnPushOff(): Promise<void> {
  const registration = await register();
  const subscription = await registration.pushManager.getSubscription();
  if (subscription) {
    await call(api.DELETE('/api/v1/notifications/push-subscriptions', { body: { endpoint: subscription.endpoint } }));
    await subscription.unsubscribe();
  }
  setWanted(false);
  pushState.set('off');
}

function isWanted(): boolean {
  try {
    return localStorage.getItem(WANTED_BY) === userId();
  } catch {
    return false;
  }
}

function setWanted(isOn: boolean): void {
  try {
    if (isOn) localStorage.setItem(WANTED_BY, userId() ?? '');
    else localStorage.removeItem(WANTED_BY);
  } catch {
    // Storage is switched off: pushes end with the log-in.
  }
}

/** Calls back with the page of a push that the user has clicked. @returns a function that stops it */
export function openPushedPages(open: (path: string) => void): () => void {
  if (!supported()) return () => undefined;
  const { serviceWorker } = navigator;
  const listen = ({ data }: MessageEvent<{ type?: unknown; path?: unknown } | null>) => {
    if (data?.type === 'open' && typeof data.path === 'string') open(data.path);
  };
  serviceWorker.addEventListener('message', listen);
  serviceWorker.startMessages();
  return () => serviceWorker.removeEventListener('message', listen);
}

async function subscribe({ pushManager }: ServiceWorkerRegistration): Promise<void> {
  const { public_key } = await call(api.GET('/api/v1/notifications/push-key'));
  const key = bytesOf(public_key);
  const old = await pushManager.getSubscription();
  // A subscription for other keys of the server would never receive anything.
  if (old && !sameBytes(old.options.applicationServerKey, key)) await old.unsubscribe();
  const { endpoint, keys } = (
    await pushManager.subscribe({ userVisibleOnly: true, applicationServerKey: key })
  ).toJSON();
  const { p256dh = '', auth = '' } = keys ?? {};
  await call(
    api.POST('/api/v1/notifications/push-subscriptions', {
      body: { endpoint: endpoint ?? '', keys: { p256dh, auth } },
    }),
  );
  pushState.set('on');
}

async function register(): Promise<ServiceWorkerRegistration> {
  await navigator.serviceWorker.register(workerUrl());
  return navigator.serviceWorker.ready;
}

interface UrlPolicy {
  createScriptURL(url: string): string;
}

let policy: UrlPolicy | undefined;

/** The page's policy refuses addresses of scripts that no Trusted Types policy has passed. */
function workerUrl(): string {
  const { trustedTypes } = window as { trustedTypes?: { createPolicy(name: string, rules: UrlPolicy): UrlPolicy } };
  policy ??= trustedTypes?.createPolicy('pb-sw', { createScriptURL: onlyWorker });
  return policy?.createScriptURL(WORKER) ?? WORKER;
}

function onlyWorker(url: string): string {
  if (url !== WORKER) throw new TypeError('Only the service worker of PetBuddy may be registered');
  return url;
}

function bytesOf(base64url: string): Uint8Array<ArrayBuffer> {
  const text = atob(base64url.replace(/-/g, '+').replace(/_/g, '/'));
  return Uint8Array.from(text, (character) => character.charCodeAt(0));
}

function sameBytes(one: ArrayBuffer | null, other: Uint8Array): boolean {
  const bytes = new Uint8Array(one ?? new ArrayBuffer(0));
  return bytes.length === other.length && bytes.every((byte, index) => byte === other[index]);
}
