/** What can be done about the quality that a supplier delivers. */
export const supplierOptions = ['accept', 'change', 'detect', 'together'] as const;
