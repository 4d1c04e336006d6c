/** Amounts as people type them and as they read them. */

/** Twelve digits before the point are more than any improvement costs. */
const digits = /^\d{1,12}(\.\d{1,2})?$/;
const withThousands = /^\d{1,3}([ ,'’\u00a0\u202f]\d{3})+(\.\d{1,2})?$/u;

/** The amount as digits, `1200.50`; '' for nothing, undefined for what is no amount. */
export function parseAmount(typed: string): string | undefined {
  const text = typed.trim();
  const plain = withThousands.test(text)
    ? text.replace(/[ ,'’\u00a0\u202f]/gu, '')
    : text.replace(/,(\d{1,2})$/, '.$1');
  return plain === '' || digits.test(plain) ? plain : undefined;
}

/** `currency`: ISO 4217, '' = none said. Whole units are enough to judge by. */
export function formatMoney(amount: number, currency: string, language: string): string {
  const style = currency === '' ? {} : ({ style: 'currency', currency } as const);
  return new Intl.NumberFormat(language, { ...style, maximumFractionDigits: 0 }).format(amount);
}

export const formatShare = (share: number, language: string): string =>
  new Intl.NumberFormat(language, { style: 'percent', maximumFractionDigits: 0 }).format(share);

export const formatMonths = (months: number, language: string): string =>
  new Intl.NumberFormat(language, { maximumFractionDigits: 1 }).format(months);
