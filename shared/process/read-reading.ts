/** What somebody typed as a reading, held against its measure: the reading, or at which field it can't be one. */
import { isMoment } from '../document/read-readings.ts';
import { type NewReading, readingLimits, type ScaleLabel, valueAtMost } from '../domain/measure.ts';
import { err, ok, type Result } from '../result.ts';
import { type DecimalMark, readNumber } from './read-number.ts';

export type ReadingRefusal =
  /** Nothing is there. */
  | 'noValue'
  | 'notANumber'
  /** A number and a unit, which is not the measure's. */
  | 'otherUnit'
  | 'tooFar'
  | 'notOnScale'
  | 'notAMoment'
  | 'inFuture'
  /** There is a reading of this moment already. */
  | 'takenAlready'
  | 'noteTooLong'
  /** The measure holds as many as it can. */
  | 'full';

export type ReadingField = 'value' | 'at' | 'note';
export type RefusedReading = { readonly field: ReadingField; readonly code: ReadingRefusal };

export type TypedReading = {
  readonly value: string;
  /** A day `2026-11-25` or a minute `2026-11-25T14:30`. */
  readonly at: string;
  readonly note: string;
};

export type ReadingContext = {
  readonly kind: 'quantitative' | 'qualitative' | '';
  readonly unit: string;
  readonly scale: readonly ScaleLabel[];
  readonly decimal: DecimalMark;
  /** Now, by the clock on the wall: `2026-11-25T14:30`. */
  readonly now: string;
  /** The moments of which there are readings. */
  readonly taken: ReadonlySet<string>;
};

export function readReading(
  { value: typed, at, note }: TypedReading,
  context: ReadingContext,
): Result<NewReading, RefusedReading> {
  const value = readValue(typed, context);
  if (!value.ok) return err({ field: 'value', code: value.error });
  if (!isMoment(at)) return err({ field: 'at', code: 'notAMoment' });
  // A day is over for nobody before it began: of today, a reading may be taken at any hour.
  if (at > context.now.slice(0, at.length)) return err({ field: 'at', code: 'inFuture' });
  if (context.taken.has(at)) return err({ field: 'at', code: 'takenAlready' });
  const said = note.trim();
  if (said.length > readingLimits.noteLength) return err({ field: 'note', code: 'noteTooLong' });
  return ok({ value: value.value, at, note: said });
}

function readValue(
  typed: string,
  { kind, unit, scale, decimal }: Pick<ReadingContext, 'kind' | 'unit' | 'scale' | 'decimal'>,
): Result<number | string, ReadingRefusal> {
  const text = typed.normalize('NFKC').trim();
  if (text === '') return err('noValue');
  if (kind === 'qualitative') {
    const label = scale.find(({ id, title }) => id === text || isSame(title, text));
    return label === undefined ? err('notOnScale') : ok(label.id);
  }
  const { figures, rest } = partsOf(text);
  const number = readNumber(figures, decimal);
  if (number === undefined || !Number.isFinite(number)) return err('notANumber');
  if (rest !== '' && !isSame(rest, unit)) return err('otherUnit');
  return Math.abs(number) > valueAtMost ? err('tooFar') : ok(number);
}

/** `3.5 min` → `3.5` and `min`. */
function partsOf(text: string): { readonly figures: string; readonly rest: string } {
  const [figures = ''] = /^[+\-−]?[\d.,\s'’]*(?:e[+-]?\d+)?/iu.exec(text) ?? [];
  return /\d/u.test(figures)
    ? { figures, rest: text.slice(figures.length).trim() }
    : { figures: text, rest: '' };
}

const isSame = (some: string, other: string): boolean =>
  some.normalize('NFKC').trim().toLocaleLowerCase() ===
  other.normalize('NFKC').trim().toLocaleLowerCase();
