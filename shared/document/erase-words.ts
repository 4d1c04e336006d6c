/** Takes words out of texts, and out of what is told of a record beside its document: history and decisions. */
import { type CollectionName, collections, type FieldKind } from '../domain/collections.ts';
import type { RegisterField, SetField } from '../domain/improvement.ts';
import type { MeasureField } from '../domain/measure.ts';
import type { RecordChange } from '../domain/record-change.ts';
import type { WorkspaceField } from '../domain/workspace.ts';
import type { CommandRequest } from '../process/commands.ts';

/** Fields that hold ids, days, numbers and choices. All others hold people's words, so that none is forgotten. */
const fixedFields: readonly (RegisterField | WorkspaceField | MeasureField)[] = [
  'urgency',
  'cost',
  'owner',
  'stage',
  'visibility',
  'visibleTeam',
  'value',
  'effort',
  'dueOn',
  'route',
  'source',
  'sponsor',
  'waitingForRequester',
  'changesUse',
  'affectsConsumers',
  'currency',
  'fundingAsked',
  'budgetHolder',
  'fundingGranted',
  'fundedOn',
  'reviewEveryWeeks',
  'reviewedOn',
  'pulseEveryMonths',
  'better',
  'kind',
  'every',
  'period',
  'takenBy',
  'ruleset',
  'limitsForm',
  'baselineFrom',
  'baselineTo',
  'target',
  'targetLabel',
  'archived',
];
export const isFreeField = (field: string): boolean =>
  !(fixedFields as readonly string[]).includes(field);

/** The sets in which people write; the others hold ids and choices. */
export const freeSets: readonly SetField[] = ['tags', 'affectedItems'];

export const isCollectionName = (name: string): name is CollectionName => name in collections;

/** The same of entries of a list; a field that a newer program has may be words. */
export function isFreeItemField(collection: CollectionName, field: string): boolean {
  if (field === 'order' || field === 'removed') return false;
  const kinds = collections[collection] as { readonly [name: string]: FieldKind | undefined };
  const kind = kinds[field]?.type ?? 'text';
  return kind === 'text' || kind === 'link';
}

/** Stands where nothing would be left. */
const emptied = '…';

type Erased = { readonly text: string; readonly places: number };

/** Letter by letter as they are; what comes together when they go is looked through as well. */
export function eraseWords(text: string, words: string): Erased {
  const parts = text.split(words);
  if (parts.length === 1) return { text, places: 0 };
  const rest = eraseWords(parts.join(''), words);
  return { text: rest.text, places: parts.length - 1 + rest.places };
}

export type ErasedChanges = { readonly changes: readonly RecordChange[]; readonly places: number };

/**
 * What history tells of an edit, without the words. A text of `forgotten` is not told at all any more: other
 * sittings at it may hold half of them.
 */
export function eraseInChanges(
  changes: readonly RecordChange[],
  words: string,
  forgotten: ReadonlySet<string>,
): ErasedChanges {
  let places = 0;
  const clean = (text: string): string => {
    const erased = eraseWords(text, words);
    places += erased.places;
    return erased.text;
  };
  const cleaned = changes.map((change): RecordChange => {
    switch (change.type) {
      case 'text': {
        if (!forgotten.has(change.field)) return change;
        places += wordsIn(change, words);
        return { type: 'text', field: change.field };
      }
      case 'field':
        return isFreeField(change.field)
          ? { ...change, old: clean(change.old), new: clean(change.new) }
          : change;
      case 'entry':
        return freeSets.includes(change.field)
          ? { ...change, entry: clean(change.entry) || emptied }
          : change;
      case 'reading': {
        const cleanLabel = (value: number | string) =>
          typeof value === 'string' ? clean(value) : value;
        return { ...change, old: cleanLabel(change.old), new: cleanLabel(change.new) };
      }
      case 'item': {
        const isFree = isFreeItemField(change.collection, change.field);
        const cleanValue = <T>(value: T) =>
          isFree && typeof value === 'string' ? clean(value) : value;
        const [before, after] = [cleanValue(change.old), cleanValue(change.new)];
        return { ...change, title: clean(change.title), old: before, new: after };
      }
      case 'erased':
        return { ...change, reason: clean(change.reason) };
      default:
        return change;
    }
  });
  return { changes: cleaned, places };
}

/** The texts whose history holds the words. */
export const textsWith = (changes: readonly RecordChange[], words: string): readonly string[] =>
  changes.flatMap((change) =>
    change.type === 'text' && wordsIn(change, words) > 0 ? [change.field] : [],
  );

const wordsIn = (change: RecordChange & { readonly type: 'text' }, words: string): number =>
  [change.texts?.old ?? '', change.texts?.new ?? ''].reduce(
    (sum, text) => sum + eraseWords(text, words).places,
    0,
  );

/** Of what is said with a decision: ids, days and choices. All else may be people's words. */
const fixedParts: ReadonlySet<string> = new Set([
  'type',
  'ruling',
  'verdict',
  'of',
  'person',
  'reviewOn',
  'dueOn',
  'rules',
  'measureId',
  'cost',
  'currency',
  'route',
]);

/** What was said with a decision, without the words. */
export function eraseInDecision(
  said: CommandRequest,
  words: string,
): { readonly said: CommandRequest; readonly places: number } {
  let places = 0;
  const clean = (text: string): string => {
    const erased = eraseWords(text, words);
    places += erased.places;
    return erased.text;
  };
  const cleanPart = (part: unknown): unknown => {
    if (typeof part === 'string') return clean(part);
    // As the sets of a document are: what is blank is not in them, and they are sorted.
    if (Array.isArray(part))
      return part
        .map(cleanPart)
        .filter((entry) => String(entry).trim() !== '')
        .toSorted();
    return typeof part === 'object' && part !== null ? cleanParts(part) : part;
  };
  const cleanParts = (parts: object): object =>
    Object.fromEntries(
      Object.entries(parts).map(([name, part]) => [
        name,
        fixedParts.has(name) ? part : cleanPart(part),
      ]),
    );
  const cleaned = cleanParts(said) as CommandRequest;
  return { said: { ...cleaned, ...withoutBlank(cleaned) } as CommandRequest, places };
}

/** A reason and a measure are never blank. */
const withoutBlank = (said: CommandRequest) => ({
  ...('reason' in said && said.reason?.trim() === '' && { reason: emptied }),
  ...('measure' in said && said.measure.trim() === '' && { measure: emptied }),
});
