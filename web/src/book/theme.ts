/** The colours of a page in the colour of a company. */
export interface ThemeColors {
  /** Of filled buttons. */
  fill: string;
  /** Of the text on them. */
  onFill: string;
  /** Of links and chosen parts; null where the company's colour would be hard to read. */
  text: string | null;
  /** Behind chosen parts. */
  tint: string;
}

type Rgb = [number, number, number];

const SURFACES = { light: '#ffffff', dark: '#1a1f1c' };
const TINT_SHARE = 0.14;
/** What WCAG asks of text. */
const MIN_CONTRAST = 4.5;

const channels = (hex: string): Rgb => [1, 3, 5].map((at) => parseInt(hex.slice(at, at + 2), 16)) as Rgb;

function luminance(hex: string): number {
  const [red, green, blue] = channels(hex).map((value) => {
    const share = value / 255;
    return share <= 0.04045 ? share / 12.92 : ((share + 0.055) / 1.055) ** 2.4;
  }) as Rgb;
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

/** The contrast of two colours by WCAG, from 1 to 21. */
export function contrast(one: string, other: string): number {
  const [light, dark] = [luminance(one), luminance(other)].sort((a, b) => b - a) as [number, number];
  return (light + 0.05) / (dark + 0.05);
}

function mix(color: string, ground: string, share: number): string {
  const under = channels(ground);
  const mixed = channels(color).map((value, index) => Math.round(value * share + under[index]! * (1 - share)));
  return `#${mixed.map((value) => value.toString(16).padStart(2, '0')).join('')}`;
}

/** @param color as `#1c6b57` */
export function themeColors(color: string, scheme: 'light' | 'dark'): ThemeColors {
  const surface = SURFACES[scheme];
  const tint = mix(color, surface, TINT_SHARE);
  const isReadable = [surface, tint].every((ground) => contrast(color, ground) >= MIN_CONTRAST);
  const onFill = contrast('#ffffff', color) >= contrast('#000000', color) ? '#ffffff' : '#000000';
  return { fill: color, onFill, text: isReadable ? color : null, tint };
}

/** Gives the page the colour of the company. */
export function applyTheme(color: string | null): void {
  if (color === null) return;
  const { documentElement: root } = document;
  const scheme = root.dataset.mantineColorScheme === 'dark' ? 'dark' : 'light';
  const { fill, onFill, text, tint } = themeColors(color, scheme);
  root.style.setProperty('--pb-leaf', fill);
  root.style.setProperty('--pb-on-leaf', onFill);
  root.style.setProperty('--pb-leaf-text', text ?? 'var(--pb-text)');
  root.style.setProperty('--pb-leaf-tint', tint);
}
