import * as common from '@goalkeeper/texts/common'
import * as texts from '@goalkeeper/texts/shell-first'
import { useMantineColorScheme, type MantineColorScheme } from '@mantine/core'
import { useCommands } from '../commands/use-commands.ts'
import { Moon, Sun, SunMoon } from 'lucide-react'

type ButtonProps = { className: string | undefined; labelClassName: string | undefined }

const order = ['auto', 'light', 'dark'] as const
const icons = { auto: SunMoon, light: Sun, dark: Moon }
const names: Record<MantineColorScheme, string> = {
  auto: texts.coloursSystem,
  light: texts.coloursLight,
  dark: texts.coloursDark,
}

/** Goes round the colour schemes: the system's, light, dark. The choice is kept in this browser. */
export function ColorSchemeButton({ className, labelClassName }: ButtonProps) {
  const { colorScheme, setColorScheme } = useMantineColorScheme()
  const Icon = icons[colorScheme]
  useCommands(
    common.everywhere,
    order
      .filter((scheme) => scheme !== colorScheme)
      .map((scheme) => ({ label: names[scheme], alias: texts.themeModeColors, run: () => setColorScheme(scheme) })),
  )
  const next = order[(order.indexOf(colorScheme) + 1) % order.length] ?? 'auto'
  return (
    <button
      type="button"
      className={className}
      data-label={names[colorScheme]}
      aria-label={names[colorScheme]}
      onClick={() => setColorScheme(next)}
    >
      <Icon size={18} strokeWidth={1.75} aria-hidden="true" />
      <span className={labelClassName}>{names[colorScheme]}</span>
    </button>
  )
}
