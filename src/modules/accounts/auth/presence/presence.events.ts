declare module '../../../../core/realtime/server-event-map.js' {
  interface ServerEventMap {
    /** A colleague opened the app, perhaps on another device, too. */
    'user:online': { userId: string };
    /** A colleague closed the app on all devices. */
    'user:offline': { userId: string };
  }
}

export {};
