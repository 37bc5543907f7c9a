import type { Draft, Evidence } from '../core.types.js';
import { ask, handOff, menu, ownAppointments } from '../drafts.js';
import { askToConfirm } from '../rules/confirming.js';
import { present } from '../rules/slots.js';
import type { Turn } from '../turn.js';
import { unprovenClaims } from './claim-gate.js';
import { FAULT_REASONS, outputFault } from './output-gate.js';

/** Lets a draft pass, or puts a fixed text in its place. @param secretTexts texts that customers may not read */
export function throughGates(turn: Turn, draft: Draft, secretTexts: readonly string[]): Draft {
  if (draft.action === 'noop') return draft;
  const checked = claimGate(turn, outputGate(turn, draft, secretTexts));
  return { ...checked, evidence: proofsOf(turn) };
}

/** What a text of this turn may rely on. After a change, the facts show the appointments as they were before. */
function proofsOf(turn: Turn): Evidence[] {
  const isChanged = turn.evidence.some(({ kind }) => kind === 'moved' || kind === 'cancelled');
  return isChanged ? turn.evidence : [...turn.evidence, ...ownAppointments(turn)];
}

function outputGate(turn: Turn, draft: Draft, secretTexts: readonly string[]): Draft {
  const fault = outputFault(draft.text, { facts: turn.facts, passages: turn.quotable, secretTexts });
  if (fault === null) return draft;
  turn.gates.push(fault);
  return handOff(turn, FAULT_REASONS[fault]);
}

/** Replaces a text that claims a booking, a move or a cancellation without evidence by a fixed text with the facts. */
function claimGate(turn: Turn, draft: Draft): Draft {
  const { company } = turn.facts;
  const unproven = unprovenClaims(draft.text, {
    evidence: proofsOf(turn),
    time_zone: company.time_zone,
    today: turn.today,
    quotable: [...company.policies, ...turn.quotable],
  });
  if (unproven.length === 0) return draft;
  turn.gates.push(`unproven_claim:${unproven[0]?.kind ?? ''}`);
  const { pending, offers, topic } = turn.dialogue;
  if (draft.action === 'handoff' || turn.evidence.length > 0) return handOff(turn, 'unproven_claim');
  if (pending) return askToConfirm(turn, pending, [turn.say('nothing_done')]);
  if (topic !== null && offers.length > 0) return present(turn, offers, [turn.say('nothing_done')]);
  return ask(turn, turn.say('nothing_done'), menu(turn));
}
