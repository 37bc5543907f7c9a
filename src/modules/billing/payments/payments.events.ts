declare module '../../../core/realtime/server-event-map.js' {
  interface ServerEventMap {
    /** A payment was made, or its state changed. Clients read it again. */
    'payment:updated': {
      seq: number;
      payment: { _id: string; appointment_id: string | null; contact_id: string | null; status: string };
    };
  }
}

export {};
