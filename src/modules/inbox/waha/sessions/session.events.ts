declare module '../../../../core/realtime/server-event-map.js' {
  interface ServerEventMap {
    /** `qr_png`: PNG in base64, only while there is a code to scan. */
    'waha:session': {
      seq: number;
      name: string;
      status: string;
      phone: string | null;
      qr_png?: string;
      qr_expires_at?: Date;
    };
  }
}

export {};
