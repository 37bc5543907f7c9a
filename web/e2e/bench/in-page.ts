/** Functions that run in the page under measurement. Playwright sends their source, so each stands alone. */

declare global {
  interface Window {
    /** Resolves with the ms from the next click to the frame that shows the expected element. */
    painted?: Promise<number>;
    scrollOneFrame?: (px: number) => Promise<void>;
    /** Resolves with the ms from the address to the list with its counts. */
    firstLoad?: Promise<number>;
  }
}

/** The element with this text; the time ends when it is inside the window. */
export interface Sight {
  selector: string;
  text: string;
}

/** Sets `window.painted` to the ms from the next click or key until a frame with the element is painted. */
export function watchPaint({ selector, text }: Sight): void {
  const isShown = (element: Element): boolean => {
    const { top, bottom, height } = element.getBoundingClientRect();
    return height > 0 && bottom > 0 && top < window.innerHeight && (element.textContent ?? '').includes(text);
  };
  window.painted = new Promise((resolve) => {
    const start = ({ timeStamp }: Event): void => {
      const look = (): void => {
        if (![...document.querySelectorAll(selector)].some(isShown)) return void requestAnimationFrame(look);
        // A frame is painted right after its animation callbacks.
        setTimeout(() => resolve(performance.now() - timeStamp));
      };
      look();
    };
    document.addEventListener('click', start, { once: true, capture: true });
  });
}

/** Resolves with the clock time, in ms, at which a frame with the element is painted. */
export function paintTime({ selector, text }: Sight): Promise<number> {
  return new Promise((resolve) => {
    const look = (): void => {
      const shown = [...document.querySelectorAll(selector)].some((one) => (one.textContent ?? '').includes(text));
      if (!shown) return void requestAnimationFrame(look);
      setTimeout(() => resolve(performance.timeOrigin + performance.now()));
    };
    look();
  });
}

/** Arms `window.firstLoad`. */
export function watchFirstLoad(): void {
  window.firstLoad = new Promise((resolve) => {
    const look = (): void => {
      const isShown =
        document.querySelector('[role=list] a') && document.querySelector('nav a[aria-current=page] span + span');
      if (!isShown) return void requestAnimationFrame(look);
      setTimeout(() => resolve(performance.now()));
    };
    look();
  });
}

/** Prepares `window.scrollOneFrame(px)`, which scrolls a box and resolves after the frame. */
export function prepareScroll(selector: string): void {
  const box = document.querySelector(selector)!;
  window.scrollOneFrame = (px) => {
    box.scrollTop += px;
    return new Promise((resolve) => {
      requestAnimationFrame(() => setTimeout(resolve));
    });
  };
}

/** Scrolls a list to its end until its content has this height in px, then back to its start. */
export async function loadAllRows([selector, height]: [selector: string, height: number]): Promise<void> {
  const box = document.querySelector(selector)!;
  while (box.scrollHeight < height) {
    box.scrollTop = box.scrollHeight;
    await new Promise((resolve) => setTimeout(resolve, 20));
  }
  box.scrollTop = 0;
}

/** Scrolls up until older messages were added `times` times. Returns the px by which the visible message has moved. */
export async function pixelsMoved([selector, times]: [selector: string, times: number]): Promise<number> {
  const box = document.querySelector(selector)!;
  const frames = async (count: number): Promise<void> => {
    for (let left = count; left > 0; left -= 1) await new Promise(requestAnimationFrame);
  };
  const oldest = (): string | null | undefined => box.querySelector('article')?.textContent;
  let moved = 0;
  for (let prepends = 0; prepends < times;) {
    box.scrollTop = Math.max(0, box.scrollTop - 600);
    await frames(2);
    const [heightBefore, topOfBox] = [box.scrollHeight, box.getBoundingClientRect().top];
    const read = [...box.querySelectorAll('article')].find((one) => one.getBoundingClientRect().top > topOfBox + 60);
    const before = read?.getBoundingClientRect().top ?? 0;
    const first = oldest();
    await frames(8);
    if (read?.isConnected) moved = Math.max(moved, Math.abs(read.getBoundingClientRect().top - before));
    if (box.scrollHeight - heightBefore > 1_000 || (box.scrollTop > 0 && oldest() !== first)) prepends += 1;
  }
  return moved;
}
