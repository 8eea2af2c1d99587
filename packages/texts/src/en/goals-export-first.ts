// The button that exports a list.

// export-button
export const downloadCsvXlsxExcelFile = 'download csv xlsx excel file'
