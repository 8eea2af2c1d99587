import {
  columnOrderingFeature,
  columnResizingFeature,
  columnSizingFeature,
  columnVisibilityFeature,
  createTableHook,
  rowSortingFeature,
  tableFeatures,
} from '@tanstack/react-table'

/**
 * The tables of this app: columns that are shown, ordered and sized, sorted by the server.
 * A width is told when the drag ends, so that an address changes once and not at every pixel.
 */
export const { useAppTable, createAppColumnHelper, appFeatures } = createTableHook({
  features: tableFeatures({
    columnOrderingFeature,
    columnResizingFeature,
    columnSizingFeature,
    columnVisibilityFeature,
    rowSortingFeature,
  }),
  manualSorting: true,
  columnResizeMode: 'onEnd',
})
