const { documentElement: root } = document;

/** In a frame of the company's site: tells the site how high the page is, so that the frame needs no scroll bar of its own. */
export function followFrame(): void {
  if (window.parent === window) return;
  root.dataset.framed = '';
  const page = document.getElementById('root')!;
  const tell = () => window.parent.postMessage({ petbuddyHeight: page.scrollHeight }, '*');
  new ResizeObserver(tell).observe(page);
}
