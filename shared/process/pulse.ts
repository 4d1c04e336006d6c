/**
 * How satisfied people are with what comes of improvements: one question, 1 to 5. It is asked of the requester and
 * the stakeholders when a record is reviewed, and of everybody from time to time.
 */
export const pulseValues = [1, 2, 3, 4, 5] as const;
export type PulseValue = (typeof pulseValues)[number];

/** The criterion under which a record's scores hold the answers. */
export const recordPulse = 'pulse';
/** Those of everybody stand in the workspace's document, each round under a name of its own. */
const roundPrefix = 'pulse.';

export const roundPulse = (round: string): string => `${roundPrefix}${round}`;

/** undefined: a criterion that is no round of the question. */
export const roundOf = (criterion: string): string | undefined =>
  /^pulse\.\d{4}-\d{2}$/.test(criterion) ? criterion.slice(roundPrefix.length) : undefined;

/** Of a record or of a round: no criterion by which a record is ranked. */
export const isPulse = (criterion: string): boolean =>
  criterion === recordPulse || roundOf(criterion) !== undefined;

export const isPulseValue = (value: unknown): value is PulseValue =>
  pulseValues.some((one) => one === value);

/** The month in which the round began that `today` lies in; undefined: it is not asked from time to time. */
export function pulseRound(everyMonths: number | '', today: string): string | undefined {
  if (everyMonths === '') return undefined;
  const [year = 0, month = 1] = today.split('-').map(Number);
  const months = year * 12 + month - 1;
  const first = months - (months % everyMonths);
  return `${Math.floor(first / 12)}-${String((first % 12) + 1).padStart(2, '0')}`;
}

export type Pulse = {
  /** 1 to 5. */
  readonly mean: number;
  readonly count: number;
  /** 0 to 1: who gave 4 or 5. */
  readonly satisfied: number;
};

const satisfiedFrom = 4;

/** undefined: nobody has answered. */
export function pulseOf(values: readonly number[]): Pulse | undefined {
  const count = values.length;
  if (count === 0) return undefined;
  return {
    mean: values.reduce((sum, value) => sum + value, 0) / count,
    count,
    satisfied: values.filter((value) => value >= satisfiedFrom).length / count,
  };
}
