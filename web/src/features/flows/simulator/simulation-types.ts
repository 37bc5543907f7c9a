import type { Schemas } from '#web/lib/api/client.ts';

/** What the customer does. With `at` the clock goes there first. */
export type SimulationInput = Schemas['SimulationInputDto'];
export type EffectOutcome = Schemas['FlowStubs'][string];

/** A conversation to play, without the graph. */
export type SimulationSetup = Omit<Schemas['SimulateFlowDto'], 'graph'>;

export type Simulation = Schemas['SimulationDto'];
export type TranscriptLine = Schemas['TranscriptLineDto'];
export type SimulatedEffect = Schemas['SimulatedEffectDto'];
export type Scenario = Schemas['ScenarioDto'];
export type ScenarioExpectation = Schemas['ScenarioExpectationDto'];
export type PlayedScenario = Schemas['PlayedScenarioDto'];
