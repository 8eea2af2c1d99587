import * as texts from '@goalkeeper/texts/differences'
import * as common from '@goalkeeper/texts/common'
import { Filled } from '#web/shared/ui/filled.tsx'
import type { ChangeRow, Difference } from '@goalkeeper/contract/changes'
import type { FieldValue } from '@goalkeeper/contract/goals'
import { textOfHtml } from '@goalkeeper/filter/html-text'
import { useNamedField } from '#web/shared/names/use-names.ts'
import classes from './difference-detail.module.css'
import { DifferenceSide, fieldLabel, type Known } from './difference-side.tsx'
import { LinkDifference } from './link-difference.tsx'
import { isLinkField } from './link-sides.ts'
import { wordDiff } from './word-diff.ts'
import { WordDifference } from './word-difference.tsx'

type Props = {
  difference: Difference
  isNew: boolean
  /** How it stands in Gainsight now, where that is something else. */
  meanwhile: ChangeRow['meanwhile'][number] | undefined
  known: Known
}

/** One difference in full. Of a long text the words that come and go are marked. */
export function DifferenceDetail({ difference, isNew, meanwhile, known }: Props) {
  const { field: name, before, after } = difference
  const field = useNamedField(
    known.fields.find((each) => each.name === name),
    [before, after, meanwhile?.value ?? null],
  )
  const named = field ? { ...known, fields: [field] } : known
  const isText = !isLinkField(name) && (field?.type === 'html' || isLong(before) || isLong(after))
  return (
    <section className={classes.difference} aria-label={fieldLabel(name, known.fields)}>
      <h3 className={classes.label}>{fieldLabel(name, known.fields)}</h3>
      {isLinkField(name) ? (
        <p className={classes.links}>
          <LinkDifference difference={difference} most={50} />
        </p>
      ) : isText ? (
        <TextDifference before={before} after={after} />
      ) : (
        <dl className={classes.sides}>
          {!isNew && <Side label={texts.before} name={name} value={before} known={named} />}
          {meanwhile && <Side label={texts.inGainsightNow} name={name} value={meanwhile.value} known={named} />}
          <Side
            label={meanwhile ? texts.wouldHaveBecome : isNew ? common.newOne : texts.after}
            name={name}
            value={after}
            known={named}
            isNew
          />
        </dl>
      )}
      {meanwhile && isText && (
        <>
          <p className={classes.caption}>{texts.inGainsightNow}</p>
          <p className={classes.text}>{textIn(meanwhile.value) || common.empty}</p>
        </>
      )}
      {meanwhile && isLinkField(name) && (
        <p className={classes.links}>
          <Filled
            text={texts.inGainsightNowTitle}
            linkDifference={
              <LinkDifference
                difference={{ field: name, before: difference.before, after: meanwhile.value }}
                most={50}
              />
            }
          />
        </p>
      )}
    </section>
  )
}

type SideProps = { label: string; name: string; value: FieldValue; known: Known; isNew?: boolean }

function Side({ label, name, value, known, isNew = false }: SideProps) {
  return (
    <div className={classes.side}>
      <dt>{label}</dt>
      <dd data-new={isNew || undefined}>
        <DifferenceSide name={name} value={value} known={known} />
      </dd>
    </div>
  )
}

function TextDifference({ before, after }: { before: FieldValue; after: FieldValue }) {
  return (
    <p className={classes.text}>
      <WordDifference parts={wordDiff(textIn(before), textIn(after))} />
    </p>
  )
}

const longest = 80
const isLong = (value: FieldValue) => typeof value === 'string' && value.length > longest
const textIn = (value: FieldValue) => textOfHtml(value === null ? '' : String(value))
