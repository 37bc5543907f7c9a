import { randomBytes } from 'node:crypto';
import type { JsonObject } from '../json.ts';
import { qrImage } from './qr-image.ts';

export type WahaStatus = 'STOPPED' | 'STARTING' | 'SCAN_QR_CODE' | 'WORKING' | 'FAILED';

export interface WahaSession {
  readonly name: string;
  config: JsonObject;
  status: WahaStatus;
  statuses: { status: string; timestamp: number }[];
  /** The linked phone. */
  me: { id: string; pushName: string; lid: string } | null;
  qr: { value: string; png: Buffer } | null;
  codes: number;
  timer?: NodeJS.Timeout | undefined;
}

/** How WhatsApp replaces the code, milliseconds. */
export interface QrPace {
  firstMs: number;
  nextMs: number;
  max: number;
}

type Listener = (session: WahaSession) => void;

interface Waiter {
  readonly session: WahaSession;
  readonly status: WahaStatus;
  readonly resolve: () => void;
}

const STARTING_MS = 20;

/** The life of sessions: start, codes that change, scan, stop. */
export class WahaSessions {
  readonly pace: QrPace = { firstMs: 60_000, nextMs: 20_000, max: 6 };
  private readonly sessions = new Map<string, WahaSession>();
  private readonly onStatus: Listener;
  private waiters: Waiter[] = [];

  constructor(onStatus: Listener) {
    this.onStatus = onStatus;
  }

  all(): WahaSession[] {
    return [...this.sessions.values()];
  }

  find(name: string): WahaSession | undefined {
    return this.sessions.get(name);
  }

  create(name: string, config: JsonObject): WahaSession {
    const session: WahaSession = { name, config, status: 'STOPPED', statuses: [], me: null, qr: null, codes: 0 };
    this.sessions.set(name, session);
    return session;
  }

  remove(name: string): void {
    const session = this.sessions.get(name);
    if (session) this.stop(session);
    this.sessions.delete(name);
  }

  start(session: WahaSession): void {
    if (session.status !== 'STOPPED' && session.status !== 'FAILED') return;
    this.set(session, 'STARTING');
    this.later(session, STARTING_MS, () => {
      if (session.me) this.set(session, 'WORKING');
      else this.showCode(session, 0);
    });
  }

  stop(session: WahaSession): void {
    clearTimeout(session.timer);
    session.qr = null;
    if (session.status !== 'STOPPED') this.set(session, 'STOPPED');
  }

  restart(session: WahaSession): void {
    this.stop(session);
    this.start(session);
  }

  logout(session: WahaSession): void {
    const isRunning = session.status !== 'STOPPED';
    session.me = null;
    this.stop(session);
    if (isRunning) this.start(session);
  }

  /** Resolves when the session has the status. */
  reaches(session: WahaSession, status: WahaStatus): Promise<void> {
    if (session.status === status) return Promise.resolve();
    return new Promise((resolve) => this.waiters.push({ session, status, resolve }));
  }

  /** A phone scans the code that is shown. @returns false where none is shown */
  scan(session: WahaSession, phone: string, pushName: string): boolean {
    if (session.status !== 'SCAN_QR_CODE') return false;
    clearTimeout(session.timer);
    session.qr = null;
    session.me = { id: `${phone}@c.us`, pushName, lid: `9${phone}@lid` };
    this.set(session, 'WORKING');
    return true;
  }

  /** A state that PetBuddy does not know, or one that the server never told of. */
  force(session: WahaSession, status: string, isTold: boolean): void {
    session.status = status as WahaStatus;
    if (isTold) this.set(session, status as WahaStatus);
  }

  clear(): void {
    for (const { timer } of this.sessions.values()) clearTimeout(timer);
    this.sessions.clear();
  }

  private showCode(session: WahaSession, shown: number): void {
    if (shown >= this.pace.max) {
      session.qr = null;
      return this.set(session, 'FAILED');
    }
    session.qr = { value: `2@${randomBytes(48).toString('base64')}`, png: qrImage() };
    session.codes += 1;
    this.set(session, 'SCAN_QR_CODE');
    this.later(session, shown === 0 ? this.pace.firstMs : this.pace.nextMs, () => this.showCode(session, shown + 1));
  }

  private set(session: WahaSession, status: WahaStatus): void {
    session.status = status;
    session.statuses = [...session.statuses, { status, timestamp: Date.now() }].slice(-3);
    this.onStatus(session);
    const isReached = (waiter: Waiter): boolean => waiter.session === session && waiter.status === status;
    for (const { resolve } of this.waiters.filter(isReached)) resolve();
    this.waiters = this.waiters.filter((waiter) => !isReached(waiter));
  }

  private later(session: WahaSession, ms: number, work: () => void): void {
    clearTimeout(session.timer);
    session.timer = setTimeout(work, ms).unref();
  }
}
