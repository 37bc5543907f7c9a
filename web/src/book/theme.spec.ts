import { contrast, themeColors } from './theme.ts';

const COLORS = ['#1c6b57', '#ffd400', '#000000', '#ffffff', '#e91e63', '#777777', '#0b1a80'];

describe('themeColors', () => {
  it.each(COLORS.flatMap((color) => [[color, 'light'] as const, [color, 'dark'] as const]))(
    'keeps texts readable with %s, %s',
    (color, scheme) => {
      const { fill, onFill, text, tint } = themeColors(color, scheme);
      expect(contrast(fill, onFill)).toBeGreaterThanOrEqual(4.5);
      const shown = text ?? (scheme === 'light' ? '#23211e' : '#e8ece9');
      expect(contrast(shown, tint)).toBeGreaterThanOrEqual(4.5);
    },
  );

  it('uses the colour for texts only where it can be read', () => {
    expect(themeColors('#1c6b57', 'light').text).toBe('#1c6b57');
    expect(themeColors('#ffd400', 'light').text).toBeNull();
    expect(themeColors('#ffd400', 'dark').text).toBe('#ffd400');
  });
});
