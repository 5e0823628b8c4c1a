import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

/** Family and scale of mails and pages too; the build puts them in (vite.config.ts), since no code is shared. */
declare const TYPE: typeof import('../typeface').type;
const type = TYPE;

const brand: MantineColorsTuple = [
  '#e9f5f6',
  '#d2eaec',
  '#a6d5da',
  '#78bfc8',
  '#52abb7',
  '#2f96a3',
  '#1a7b88',
  '#0f6775',
  '#0b5c6b',
  '#073f4a',
];
const dark: MantineColorsTuple = [
  '#dbe5e6',
  '#bccacc',
  '#a3b4b7',
  '#73878b',
  '#3b4b4f',
  '#2b383c',
  '#1e292c',
  '#182124',
  '#10171a',
  '#0a1012',
];

export const theme = createTheme({
  primaryColor: 'brand',
  primaryShade: { light: 8, dark: 6 },
  colors: { brand, dark },
  autoContrast: true,
  luminanceThreshold: 0.3,
  defaultRadius: 'md',
  cursorType: 'pointer',
  respectReducedMotion: true,
  fontFamily: type.family,
  fontFamilyMonospace: 'ui-monospace, SFMono-Regular, Menlo, Consolas, monospace',
  fontSizes: { xs: type.note, sm: type.note, md: type.small, lg: type.body, xl: type.lead },
  headings: {
    fontWeight: '650',
    sizes: { h1: { fontSize: type.heading, lineHeight: '1.25' }, h2: { fontSize: type.body, lineHeight: '1.35' } },
  },
  components: {
    Modal: { defaultProps: { centered: true, closeButtonProps: { 'aria-label': 'Close' } } },
    Drawer: { defaultProps: { closeButtonProps: { 'aria-label': 'Close' } } },
    Select: { defaultProps: { allowDeselect: false, comboboxProps: { shadow: 'md' } } },
  },
});

/** Mantine's own greys miss 4.5:1 on white (WCAG 1.4.3); these reach it in both schemes. */
export const variables: CSSVariablesResolver = () => ({
  variables: {},
  light: {
    '--mantine-color-text': '#17262a',
    '--mantine-color-dimmed': '#52636a',
    '--mantine-color-placeholder': '#66757b',
    '--mantine-color-default-border': '#d6e0e2',
    '--mantine-color-error': '#b3261e',
    '--mantine-color-anchor': '#0b5c6b',
  },
  dark: {
    '--mantine-color-placeholder': '#93a4a8',
    '--mantine-color-error': '#ffa79d',
    '--mantine-color-anchor': '#78bfc8',
    '--mantine-color-dimmed': '#a3b4b7',
  },
});
