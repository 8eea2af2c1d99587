import createPurifier, { type Config } from 'dompurify'
import { withInertStyles } from './inert-styles.ts'

/** What a description may be made of. Everything else goes; its words stay. No styles, no classes, no ids: they could reach out of the box. */
const allowed: Config & { RETURN_DOM_FRAGMENT: true } = {
  ALLOWED_TAGS: [
    'p br div span h1 h2 h3 h4 h5 h6 blockquote pre code hr',
    'b strong i em u s strike sub sup mark small a img',
    'ul ol li dl dt dd table caption thead tbody tfoot tr th td',
  ].flatMap((names) => names.split(' ')),
  ALLOWED_ATTR: ['href', 'title', 'src', 'alt', 'width', 'height', 'colspan', 'rowspan', 'start'],
  ALLOWED_URI_REGEXP: /^(?:https?:|mailto:|tel:)/i,
  ALLOW_DATA_ATTR: false,
  ALLOW_ARIA_ATTR: false,
  RETURN_DOM_FRAGMENT: true,
}

const purifier = createPurifier(window)

/**
 * HTML of unknown hands, made harmless. Links open beside us and tell the other side nothing. Pictures are of other
 * servers, which would learn who reads when: until they are asked for, each is replaced by its words, and counted.
 */
export function sanitise(html: string, { withImages }: { withImages: boolean }): { html: string; images: number } {
  const fragment = purifier.sanitize(withInertStyles(html), allowed)
  for (const link of fragment.querySelectorAll('a')) {
    link.target = '_blank'
    link.rel = 'noopener noreferrer nofollow'
  }
  const images = [...fragment.querySelectorAll('img')]
  for (const image of images) {
    const isLoadable = /^https:/i.test(image.getAttribute('src') ?? '')
    if (withImages && isLoadable) {
      image.loading = 'lazy'
      image.referrerPolicy = 'no-referrer'
    } else image.replaceWith(image.alt ? `[${image.alt}]` : '[picture]')
  }
  const box = document.createElement('div')
  box.append(fragment)
  return { html: box.innerHTML, images: images.length }
}
