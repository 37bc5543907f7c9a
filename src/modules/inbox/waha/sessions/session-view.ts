import type { SessionError, WhatsappSession } from './whatsapp-session.schema.js';

/** A session as the company sees it; its keys are never shown. */
export interface WhatsappSessionView {
  name: string;
  status: string;
  channel_id: string | null;
  phone: string | null;
  has_qr: boolean;
  last_error: SessionError | null;
  checked_at: Date | null;
  last_event_at: Date | null;
  created_at: Date;
  updated_at: Date;
}

export interface SessionQr {
  status: string;
  qr_png: string | null;
  qr_expires_at: Date | null;
}

export function toSessionView(session: WhatsappSession): WhatsappSessionView {
  const { session_name, status, channel_id, phone, qr_code, last_error } = session;
  const { checked_at, last_event_at, created_at, updated_at } = session;
  return {
    name: session_name,
    status,
    channel_id: channel_id?.toHexString() ?? null,
    phone,
    has_qr: qr_code !== null,
    last_error,
    checked_at,
    last_event_at,
    created_at,
    updated_at,
  };
}

export function toQr({ status, qr_code, qr_expires_at }: WhatsappSession): SessionQr {
  return { status, qr_png: qr_code, qr_expires_at };
}
