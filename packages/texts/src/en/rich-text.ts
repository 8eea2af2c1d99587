// The editor of rich text.

// rich-text-editor
export const asHtml = (label: string) => `${label} as HTML`
export const editAsHtml = 'Edit as HTML'
export const thisTextHoldsThingsThatThe =
  'This text holds things that the editor would lose, such as tables or colours. {button}'

// rich-text
export const showLess = 'Show less'
export const showAll = 'Show all'
export const loadFromOtherServers = (images: number) =>
  `Load ${images === 1 ? 'the picture' : `${images} pictures`} from other servers`
