import {
  createTheme,
  type CSSVariablesResolver,
  defaultVariantColorsResolver,
  type MantineColorsTuple,
} from '@mantine/core';

const leaf: MantineColorsTuple = [
  '#f1f8f5',
  '#e3f1ec',
  '#c6e2d9',
  '#a5d3c5',
  '#86d3bc',
  '#5fbfa3',
  '#2f8a72',
  '#1c6b57',
  '#175846',
  '#103f32',
];

const red: MantineColorsTuple = [
  '#fdf3f1',
  '#fdeae7',
  '#f9d0ca',
  '#f7b3aa',
  '#f58a7e',
  '#f58a7e',
  '#d63a2c',
  '#b42318',
  '#8f1c13',
  '#6b150e',
];

// Mantine's own greys, from which it takes the borders and surfaces of inputs: 4 is a border in both schemes, and 6 the
// surface of an input in the dark one.
const gray: MantineColorsTuple = [
  '#f9f8f5',
  '#f3f0eb',
  '#e9e5de',
  '#e2ddd4',
  '#8f877b',
  '#857c70',
  '#655f57',
  '#514b44',
  '#3d3934',
  '#23211e',
];

const dark: MantineColorsTuple = [
  '#e8ece9',
  '#c9d1cc',
  '#a4aea8',
  '#8b958f',
  '#76817b',
  '#2c3430',
  '#1a1f1c',
  '#161a18',
  '#0e1110',
  '#0a0d0c',
];

/** Sizes, fonts and defaults of Mantine's parts. Colours of surfaces and text are in tokens.css. */
export const theme = createTheme({
  primaryColor: 'leaf',
  primaryShade: { light: 7, dark: 5 },
  colors: { leaf, red, gray, dark },
  black: '#0b1a15',
  autoContrast: true,
  luminanceThreshold: 0.36,
  fontFamily: "'Figtree Variable', system-ui, sans-serif",
  headings: { fontFamily: "'Figtree Variable', system-ui, sans-serif", fontWeight: '600' },
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '15px', xl: '18px' },
  lineHeights: { xs: '16px', sm: '18px', md: '20px', lg: '22px', xl: '24px' },
  spacing: { xs: '8px', sm: '12px', md: '16px', lg: '20px', xl: '24px' },
  radius: { xs: '4px', sm: '6px', md: '6px', lg: '10px', xl: '14px' },
  defaultRadius: 'sm',
  cursorType: 'pointer',
  focusRing: 'auto',
  // A filled part is light in the dark scheme, so its text follows the scheme too.
  variantColorResolver: (input) => ({
    ...defaultVariantColorsResolver(input),
    ...(input.variant === 'filled' ? { color: 'var(--mantine-primary-color-contrast)' } : {}),
  }),
  components: {
    Button: { defaultProps: { size: 'md' } },
    InputWrapper: { defaultProps: { size: 'md' } },
    // The scroll lock writes a <style>, which the page's policy refuses.
    Modal: { defaultProps: { lockScroll: false, radius: 'xl', centered: true } },
    Drawer: { defaultProps: { lockScroll: false } },
    Spotlight: { defaultProps: { lockScroll: false, radius: 'xl' } },
    Tooltip: { defaultProps: { openDelay: 400, withArrow: false } },
    Menu: { defaultProps: { radius: 'lg', shadow: 'md' } },
    Popover: { defaultProps: { radius: 'lg', shadow: 'md' } },
  },
});

/** Our tokens under the names of Mantine's own variables. */
const COLORS = {
  '--mantine-color-body': 'var(--pb-surface)',
  '--mantine-color-text': 'var(--pb-text)',
  '--mantine-color-dimmed': 'var(--pb-dim)',
  '--mantine-color-default': 'var(--pb-surface)',
  '--mantine-color-default-hover': 'var(--pb-sunken)',
  '--mantine-color-default-color': 'var(--pb-text)',
  '--mantine-color-default-border': 'var(--pb-border-strong)',
  '--mantine-color-placeholder': 'var(--pb-dim)',
  '--mantine-color-anchor': 'var(--pb-leaf-text)',
  '--mantine-color-error': 'var(--pb-red)',
  '--mantine-color-disabled': 'var(--pb-sunken)',
  '--mantine-color-disabled-color': 'var(--pb-dim)',
};

/** Gives our tokens to Mantine. Mantine sets its values for each colour scheme, so we do the same. */
export const cssVariablesResolver: CSSVariablesResolver = () => ({
  variables: { '--mantine-shadow-md': '0 8px 28px rgb(35 33 30 / 0.14)' },
  light: COLORS,
  dark: COLORS,
});
