import { createStore } from '#web/lib/store.ts';
import type { Simulation } from '../simulator/simulation-types.ts';

/** The way of the open test over the canvas of the builder; null while no test is open. */
export const canvasLights = createStore<Simulation['path'] | null>(null);

/** Whether the canvas of the builder shows how many runs came to each step. */
export const areHitsShown = createStore(false);
