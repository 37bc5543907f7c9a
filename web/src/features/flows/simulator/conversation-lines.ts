import type { Simulation, SimulatedEffect, TranscriptLine } from './simulation-types.ts';

/** A line of the conversation on the phone. */
export type PhoneLine =
  | { kind: 'bubble'; from: 'customer' | 'flow'; text: string; choices: readonly string[]; at: string }
  | { kind: 'effect'; effect: SimulatedEffect['effect']; at: string };

/** What was said and what would have happened, in one order. The API sends two lists; the path says how they belong together. */
export function linesOf({
  transcript,
  effects,
  path,
}: Pick<Simulation, 'transcript' | 'effects' | 'path'>): PhoneLine[] {
  const nodes = path.map(({ node_id }) => node_id);
  const said = placed(transcript, nodes).map(([place, line]) => [place, toBubble(line)] as const);
  const done = placed(effects, nodes).map(
    ([place, { effect, at }]) => [place, { kind: 'effect', effect, at } as const] as const,
  );
  return [...said, ...done].sort(([one], [other]) => one - other).map(([, line]) => line);
}

/** Gives each line its place on the path. The customer, and a step that asks again, speak after the step before. */
function placed<Line extends { node_id: string | null }>(
  lines: readonly Line[],
  nodes: readonly string[],
): (readonly [number, Line])[] {
  let place = -1;
  return lines.map((line) => {
    const next = line.node_id === null ? -1 : nodes.indexOf(line.node_id, place + 1);
    if (next < 0) return [place + 0.5, line];
    place = next;
    return [place, line];
  });
}

const toBubble = ({ from, text, choices, at }: TranscriptLine): PhoneLine => ({
  kind: 'bubble',
  from,
  text,
  choices,
  at,
});

/** The choices that the customer can tap now: those of the last message, as long as nobody has answered it. */
export function openChoices(lines: readonly PhoneLine[]): readonly string[] {
  const last = lines.findLast((line) => line.kind === 'bubble');
  return last?.kind === 'bubble' && last.from === 'flow' ? last.choices : [];
}
