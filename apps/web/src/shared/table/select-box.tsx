import classes from './select-box.module.css'

type Props = {
  label: string
  isSelected: boolean | 'mixed'
  onSelect: (isRange: boolean) => void
}

/** A checkbox of the grid. The grid's own keys reach it, so it is no tab stop. */
export function SelectBox({ label, isSelected, onSelect }: Props) {
  return (
    <label className={classes.target}>
      <input
        type="checkbox"
        className={classes.box}
        aria-label={label}
        tabIndex={-1}
        checked={isSelected === true}
        ref={(input) => {
          if (input) input.indeterminate = isSelected === 'mixed'
        }}
        onChange={(event) => onSelect((event.nativeEvent as MouseEvent).shiftKey)}
      />
    </label>
  )
}
