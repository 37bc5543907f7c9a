import type { CellRange, LegRequest } from './cells.js';

interface CellPlaces {
  readonly quantity: number;
  readonly capacity: number;
}

export class LegBuilder {
  private readonly placesByBookable = new Map<string, Map<number, CellPlaces>>();

  /** One visit may use a place twice within one cell, so quantities do not add up. */
  requireAtLeast(
    bookable: string,
    capacity: number | ((cell: number) => number),
    { from, to }: CellRange,
    quantity: number,
  ): void {
    for (let cell = from; cell < to; cell++)
      this.setPlaces(bookable, capacity, cell, (before) => Math.max(before, quantity));
  }

  addOne(bookable: string, capacity: number | ((cell: number) => number), cell: number): void {
    this.setPlaces(bookable, capacity, cell, (before) => before + 1);
  }

  legs(): LegRequest[] {
    return [...this.placesByBookable].flatMap(([bookable, cells]) => {
      const legs: { -readonly [Field in keyof LegRequest]: LegRequest[Field] }[] = [];
      for (const [cell, { quantity, capacity }] of [...cells].sort(([one], [other]) => one - other)) {
        const last = legs[legs.length - 1];
        if (last?.to === cell && last.quantity === quantity && last.capacity === capacity) last.to = cell + 1;
        else legs.push({ lane: bookable, capacity, from: cell, to: cell + 1, quantity });
      }
      return legs;
    });
  }

  private setPlaces(
    bookable: string,
    capacity: number | ((cell: number) => number),
    cell: number,
    quantity: (before: number) => number,
  ): void {
    let cells = this.placesByBookable.get(bookable);
    if (!cells) this.placesByBookable.set(bookable, (cells = new Map<number, CellPlaces>()));
    const places = typeof capacity === 'number' ? capacity : capacity(cell);
    cells.set(cell, { capacity: places, quantity: quantity(cells.get(cell)?.quantity ?? 0) });
  }
}
