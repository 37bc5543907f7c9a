declare module '../../../../core/realtime/server-event-map.js' {
  interface ServerEventMap {
    /** A colleague opened the app, maybe on a second device. */
    'user:online': { userId: string };
    /** A colleague closed the app on the last device. */
    'user:offline': { userId: string };
  }
}

export {};
