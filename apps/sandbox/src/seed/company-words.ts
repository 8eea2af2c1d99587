/** Parts of made-up company names. None is meant to be a real firm. */
export const firstWords =
  'Harborline Northgate Bluefin Silverpine Quantara Meridian Oakhurst Lumenfield Castellan Driftwood Ironbark Kestrel Larkspur Marlowe Nimbus Orchard Palisade Quillstone Redfern Saltmarsh Tamarack Umber Valemont Westmere Yarrow Zephyr Alderbrook Brightwell Copperline Dovetail Elmstead Fairwater Greystone Hollybrook Inkwell Juniper Kingsway Lanternhouse Mosswood Novaterra Owlcroft Pinecrest Quarryside Riverbend Sandbar Thornbury Upland Vantage Willowby Axiom Beacon Cobalt Delta Ember Foundry Granite Halcyon Indigo Jetstream Keystone Lattice Magnolia Nordlicht Onyx Pioneer Quorum Ridgeline Solstice Trellis Unity Verdant Wavecrest Arbor Borealis Cinder Dunmore Eastwind Fjordland Glenrock Highmoor'.split(
    ' ',
  )

export const secondWords =
  'Freight|Logistics|Health|Clinics|Software|Systems|Analytics|Foods|Retail|Outfitters|Bank|Insurance|Capital|Energy|Utilities|Robotics|Materials|Chemicals|Pharma|Biotech|Telecom|Networks|Media|Publishing|Airlines|Rail|Shipping|Motors|Textiles|Furniture|Hotels|Travel|Education|University|Labs|Security|Cloud|Payments|Properties|Construction|Engineering|Aerospace|Farms|Beverages|Sports|Toys|Electronics|Semiconductors|Optics|Mining'.split(
    '|',
  )

export const legalForms = [
  '',
  '',
  '',
  '',
  ' Inc.',
  ' Ltd',
  ' GmbH',
  ' S.A.',
  ' AB',
  ' Group',
  ' & Co',
  ' Holdings',
] as const

/** Names that break careless programs: quotes, markup, formulas, other scripts, blanks. The first companies of every tenant carry them. */
export const awkwardNames = [
  `O'Neill & Söhne "GmbH"`,
  '<b>Bold</b> Ltd',
  '株式会社さくら流通',
  '🚀 Rocket & Sons',
  '=SUM(A1:A9) Consulting',
  'Łódź Ćwikła Sp. z o.o.',
  'شركة الخليج للشحن',
  'Back\\slash; Semi, "Comma" Pty',
  '100% Natural_Foods',
  '{{template}} ${literal} Inc.',
  'The Remarkably Long Name of the Consolidated Intercontinental Refrigerated Freight, Cold Storage and Last-Mile Distribution Company of the Northern Territories (Holdings) Limited',
  'null',
] as const

export const industries = [
  'Logistics',
  'Healthcare',
  'Software',
  'Financial Services',
  'Retail',
  'Manufacturing',
  'Energy',
  'Education',
  'Travel',
  'Telecommunications',
  'Life Sciences',
  'Media',
] as const

export const firstNames =
  'Mira Jonas Ana Ravi Ines Tomás Grace Oluwaseun Freya Kenji Leila Marc Priya Søren Zoë Diego Hannah Youssef Chloé Björn Nadia Aiko Samuel Elif Patrick Beatriz Wei Noor Callum Ivana'.split(
    ' ',
  )

export const lastNames =
  "Osei Lindqvist Okafor Marchetti Nakamura O'Brien Santos Kowalska Haddad Petrov Nguyen Fernández Schulz Iyer Dubois Virtanen Mbeki Rossi Yılmaz Andersson Novák Castillo Sharma Müller Leclerc Tanaka Abadi Fraser Moreau D'Souza".split(
    ' ',
  )
