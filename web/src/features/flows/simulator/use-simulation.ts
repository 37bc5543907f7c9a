import { useDebouncedValue } from '@mantine/hooks';
import { useQuery } from '@tanstack/react-query';
import { useEffect, useMemo } from 'react';
import { useStore } from '#web/lib/store.ts';
import { useBuilder, useGraph } from '../builder-context.ts';
import { canvasLights } from '../marks/canvas-lights.ts';
import { linesOf, type PhoneLine } from './conversation-lines.ts';
import type { Simulation, SimulationInput, SimulationSetup } from './simulation-types.ts';
import { begin, setupOf, simulatorOf, type SimulatorState } from './simulator-store.ts';
import { simulationQuery } from './simulator-queries.ts';
import { clockOf } from './wait-end.ts';

/** Longer than the pause between two letters of somebody who types. */
const TYPING_PAUSE_MS = 400;

export interface SimulationState {
  state: SimulatorState;
  setup: SimulationSetup;
  played: Simulation | undefined;
  lines: PhoneLine[];
  error: unknown;
  /** The time on the clock of the test. */
  clock: number;
  /** What the customer does next. */
  act: (input: SimulationInput) => void;
  change: (fields: Partial<SimulatorState>) => void;
  restart: () => void;
}

/** The test of the flow in the builder: the draft as it is now, played from the first word on after each change. */
export function useSimulation(): SimulationState {
  const { flow } = useBuilder();
  const store = simulatorOf(flow._id);
  const state = useStore(store);
  const [graph] = useDebouncedValue(useGraph(), TYPING_PAUSE_MS);
  const { inputs } = state;
  const [{ person, stubs }] = useDebouncedValue(state, TYPING_PAUSE_MS);
  const setup = useMemo(
    () => setupOf({ startedAt: state.startedAt, inputs, person, stubs }),
    [state.startedAt, inputs, person, stubs],
  );
  const { data: played, error } = useQuery(simulationQuery(flow._id, graph, setup));
  const path = played?.path;
  useEffect(() => {
    canvasLights.set(path ?? []);
    return () => canvasLights.set(null);
  }, [path]);
  return {
    state,
    setup,
    played,
    lines: useMemo(() => (played ? linesOf(played) : []), [played]),
    error,
    clock: clockOf(state.startedAt, inputs, played),
    act: (input) => store.set({ ...store.get(), inputs: [...store.get().inputs, input] }),
    change: (fields) => store.set({ ...store.get(), ...fields }),
    restart: () => store.set({ ...store.get(), ...begin() }),
  };
}
