const MOTION_MS = 200;

/** How long the canvas takes to another view, in ms: no time for a user who wants no motion. */
export const motionMs = (): number => (window.matchMedia('(prefers-reduced-motion: reduce)').matches ? 0 : MOTION_MS);
