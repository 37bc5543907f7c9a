const BLOCKS = '[data-appointment]';

/** Moves the focus by the arrows: from the grid to its first block, up and down in a column, to the nearest start beside it. */
export function moveFocus(event: KeyboardEvent): void {
  const from = event.target as HTMLElement;
  const root = from.closest<HTMLElement>('.pb-grid');
  if (!root || event.altKey || event.ctrlKey || event.metaKey) return;
  if (from === root && event.key === 'ArrowDown') {
    event.preventDefault();
    return root.querySelector<HTMLElement>(BLOCKS)?.focus();
  }
  if (!from.matches(BLOCKS)) return;
  const blocks = [...root.querySelectorAll<HTMLElement>(BLOCKS)].map((node) => ({
    node,
    box: node.getBoundingClientRect(),
  }));
  const here = from.getBoundingClientRect();
  const found = FINDERS[event.key]?.(blocks, here);
  if (!found) return;
  event.preventDefault();
  found.node.focus();
  found.node.scrollIntoView({ block: 'nearest', inline: 'nearest' });
}

interface Block {
  node: HTMLElement;
  box: DOMRect;
}

const isSameColumn = (a: DOMRect, b: DOMRect): boolean => a.left < b.right - 1 && b.left < a.right - 1;

const below = (blocks: Block[], here: DOMRect): Block | undefined =>
  blocks.filter(({ box }) => box.top > here.top && isSameColumn(box, here)).sort((a, b) => a.box.top - b.box.top)[0];

const above = (blocks: Block[], here: DOMRect): Block | undefined =>
  blocks.filter(({ box }) => box.top < here.top && isSameColumn(box, here)).sort((a, b) => b.box.top - a.box.top)[0];

const right = (blocks: Block[], here: DOMRect): Block | undefined =>
  nearest(
    blocks.filter(({ box }) => box.left >= here.right - 1),
    here,
  );

const left = (blocks: Block[], here: DOMRect): Block | undefined =>
  nearest(
    blocks.filter(({ box }) => box.right <= here.left + 1),
    here,
  );

function nearest(blocks: Block[], here: DOMRect): Block | undefined {
  const distance = ({ box }: Block): number => Math.abs(box.left - here.left) * 4 + Math.abs(box.top - here.top);
  return blocks.sort((a, b) => distance(a) - distance(b))[0];
}

const FINDERS: Partial<Record<string, (blocks: Block[], here: DOMRect) => Block | undefined>> = {
  ArrowDown: below,
  ArrowUp: above,
  ArrowRight: right,
  ArrowLeft: left,
};

/**
 * Draws again, and gives the focus back to the block that had it: FullCalendar makes new nodes. Until then the grid has the
 * focus and stands for the block, so that no key is lost.
 */
export function keepFocus(root: HTMLElement, draw: () => void): void {
  const focused = document.activeElement;
  const { appointment, column } = focused instanceof HTMLElement && root.contains(focused) ? focused.dataset : {};
  if (!appointment) return draw();
  Object.assign(root.dataset, { appointment, column });
  root.focus({ preventScroll: true });
  draw();
  requestAnimationFrame(() => {
    delete root.dataset.appointment;
    delete root.dataset.column;
    if (document.activeElement !== root) return;
    root.querySelector<HTMLElement>(`[data-appointment="${appointment}"]`)?.focus({ preventScroll: true });
  });
}
