import { createTheme, type CSSVariablesResolver, type VariantColorsResolver } from '@mantine/core'

/** Mantine's greys, light to dark, as its own styles use them: 0 ground, 2 line, 4 control border, 6 secondary text, 9 text. */
const greys = [
  '#f6f7f9',
  '#eef1f4',
  '#e2e6eb',
  '#d5dae1',
  '#7a838e',
  '#7a838e',
  '#59636f',
  '#4a525c',
  '#2b3139',
  '#171b21',
] as const

/** The same for the dark scheme: 0 text, 2 placeholder, 4 line, 6 raised, 7 surface, 8 page. */
const darks = [
  '#e7ebf0',
  '#a0abb8',
  '#a0abb8',
  '#78838f',
  '#2a323c',
  '#2a323c',
  '#1d232b',
  '#161b21',
  '#101418',
  '#0c0f12',
] as const

/** One value for all ten shades: the colours of our own components come from palette.css, which knows both schemes. */
const everyShade = (color: string) => [color, color, color, color, color, color, color, color, color, color] as const

const noBorder = '1px solid transparent'

const variantColors: VariantColorsResolver = ({ variant, color }) => {
  const ink = color === 'red' ? 'var(--red)' : 'var(--accent)'
  switch (variant) {
    case 'filled':
      return color === 'red'
        ? {
            background: 'var(--red)',
            hover: 'color-mix(in srgb, var(--red) 88%, var(--text))',
            color: 'var(--surface)',
            border: noBorder,
          }
        : { background: 'var(--accent)', hover: 'var(--accent-strong)', color: 'var(--on-accent)', border: noBorder }
    case 'light':
      return {
        background: 'var(--selection)',
        hover: 'color-mix(in srgb, var(--accent) 18%, var(--surface))',
        color: ink,
        border: noBorder,
      }
    case 'outline':
      return { background: 'transparent', hover: 'var(--hover)', color: ink, border: `1px solid ${ink}` }
    case 'subtle':
    case 'transparent':
      return {
        background: 'transparent',
        hover: 'var(--pressed)',
        color: color === 'gray' ? 'var(--secondary)' : ink,
        hoverColor: color === 'gray' ? 'var(--text)' : ink,
        border: noBorder,
      }
    default:
      return {
        background: 'var(--surface)',
        hover: 'var(--page)',
        color: 'var(--text)',
        border: '1px solid var(--control)',
      }
  }
}

/** Mantine dressed in the palette: 13 px controls of 28 and 32 px, larger on a phone, radius 6, one shadow. */
export const theme = createTheme({
  primaryColor: 'accent',
  colors: { accent: everyShade('#2457c5'), red: everyShade('#b42318'), gray: greys, dark: darks },
  variantColorResolver: variantColors,
  fontFamily: 'var(--sans)',
  fontFamilyMonospace: 'var(--mono)',
  fontSizes: { xs: '12px', sm: '13px', md: '14px', lg: '16px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '20px', md: '22px', lg: '24px', xl: '28px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  radius: { xs: '3px', sm: '4px', md: '6px', lg: '6px', xl: '6px' },
  defaultRadius: 'md',
  shadows: { xs: 'none', sm: 'none', md: 'var(--shadow)', lg: 'var(--shadow)', xl: 'var(--shadow)' },
  focusRing: 'auto',
  respectReducedMotion: true,
  cursorType: 'pointer',
  activeClassName: '',
  components: {
    Button: {
      defaultProps: { size: 'sm', fw: 500 },
      vars: () => ({ root: { '--button-height': 'var(--button)', '--button-padding-x': '10px' } }),
    },
    ActionIcon: {
      defaultProps: { variant: 'subtle', color: 'gray' },
      vars: (_theme: unknown, { size }: { size?: unknown }) => ({
        root: size === undefined ? { '--ai-size': 'var(--button)' } : {},
      }),
    },
    Input: {
      defaultProps: { size: 'sm' },
      vars: () => ({
        wrapper: { '--input-height': 'var(--input)', '--input-fz': 'var(--input-font)', '--input-padding': '10px' },
      }),
    },
    InputWrapper: { defaultProps: { size: 'sm' } },
    Checkbox: { defaultProps: { size: 'xs' } },
    Popover: { defaultProps: { shadow: 'md', transitionProps: { duration: 120 }, radius: 'md' } },
    Menu: { defaultProps: { shadow: 'md', transitionProps: { duration: 120 } } },
    Modal: { defaultProps: { shadow: 'md', transitionProps: { duration: 120 }, centered: true } },
    Tooltip: { defaultProps: { openDelay: 300, transitionProps: { duration: 120 }, multiline: true, maw: 320 } },
  },
})

const schemeVariables = {
  '--mantine-color-body': 'var(--surface)',
  '--mantine-color-text': 'var(--text)',
  '--mantine-color-bright': 'var(--text)',
  '--mantine-color-dimmed': 'var(--secondary)',
  '--mantine-color-placeholder': 'var(--secondary)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-error': 'var(--red)',
  '--mantine-color-default': 'var(--surface)',
  '--mantine-color-default-hover': 'var(--page)',
  '--mantine-color-default-color': 'var(--text)',
  '--mantine-color-default-border': 'var(--control)',
  '--mantine-color-disabled': 'var(--page)',
  '--mantine-color-disabled-color': 'var(--secondary)',
  '--mantine-color-disabled-border': 'var(--line)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-filled-hover': 'var(--accent-strong)',
  '--mantine-primary-color-light': 'var(--selection)',
  '--mantine-primary-color-light-hover': 'var(--selection)',
  '--mantine-primary-color-light-color': 'var(--accent)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
}

/** Points the variables that Mantine's components read at the palette, which knows both schemes. */
export const cssVariables: CSSVariablesResolver = () => ({
  variables: {},
  light: schemeVariables,
  dark: schemeVariables,
})
