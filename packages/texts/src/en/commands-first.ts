// Names of keys.

// key-words
export const esc = 'Esc'
export const ctrlK = 'Ctrl K'
