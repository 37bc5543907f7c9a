import type { TFunction } from 'i18next';
import { clockTime, type TimeSettings } from '#web/lib/time/company-time.ts';
import { speciesOf } from '#web/features/pets/pet-facts.ts';
import type { DiaryAppointment } from '../diary-merge.ts';
import type { GridEvent } from '../grid-events.ts';
import { serviceColour } from '../service-colour.ts';
import { visitName, visitSentence } from '../visit-words.ts';

export interface Words {
  t: TFunction<'calendar'>;
  time: TimeSettings;
}

const SECOND_MS = 1_000;

/** What a block shows, as nodes: the page's policy refuses markup as text. */
export function eventContent({ appointment, kind, title }: GridEvent, words: Words): { domNodes: Node[] } {
  if (!appointment) {
    const text = kind === 'off' ? title || words.t('timeOff') : kind === 'closure' ? title : '';
    return { domNodes: text ? [element('span', 'pb-background-words', text)] : [] };
  }
  const sentence = element('span', 'pb-visually-hidden', visitSentence(appointment, words.time, words.t));
  return { domNodes: [sentence, visitNode(appointment, words)] };
}

function visitNode(row: DiaryAppointment, { t, time }: Words): HTMLElement {
  const block = element('div', 'pb-visit-body');
  // The sentence says it all.
  block.setAttribute('aria-hidden', 'true');
  block.dataset.colour = String(serviceColour(row.service_id));
  const head = element('div', 'pb-visit-head');
  const name = element('span', 'pb-visit-name', visitName(row) || t('nobodyYet'));
  head.append(element('span', 'pb-visit-time', clockTime(row.starts_at, time)));
  if (row.status === 'held') head.append(countdownOf(row, t));
  const [pet] = row.pets;
  if (pet) head.append(glyphOf(pet.species));
  head.append(name);
  const contact = row.pets.length > 0 ? row.contact?.full_name : undefined;
  block.append(head, element('div', 'pb-visit-facts', [row.service_name, contact].filter(Boolean).join(' · ')));
  if (row.overbook) block.append(element('div', 'pb-visit-facts', t('overbooked', { reason: row.overbook.reason })));
  if (row.notes) block.append(element('div', 'pb-visit-facts', row.notes));
  return block;
}

function countdownOf({ expires_at }: DiaryAppointment, t: Words['t']): HTMLElement {
  const left = element('span', 'pb-countdown', t('held'));
  left.dataset.expires = expires_at ?? '';
  left.dataset.words = t('held');
  return left;
}

function glyphOf(species: string | null): Node {
  const holder = document.querySelector(`[data-glyph="${speciesOf(species) ?? 'other'}"] svg`);
  return holder?.cloneNode(true) ?? document.createTextNode('');
}

function element(tag: string, className: string, text = ''): HTMLElement {
  const made = document.createElement(tag);
  made.className = className;
  made.textContent = text;
  return made;
}

/** Counts down the holds below a node, all by one timer. @returns stops it */
export function tickHolds(root: HTMLElement): () => void {
  const tick = () => {
    for (const left of root.querySelectorAll<HTMLElement>('[data-expires]')) {
      const seconds = Math.max(0, Math.round((Date.parse(left.dataset.expires ?? '') - Date.now()) / SECOND_MS));
      const clock = `${String(Math.floor(seconds / 60)).padStart(2, '0')}:${String(seconds % 60).padStart(2, '0')}`;
      left.textContent = `${left.dataset.words ?? ''} ${clock}`;
    }
  };
  const timer = setInterval(tick, SECOND_MS);
  return () => clearInterval(timer);
}
