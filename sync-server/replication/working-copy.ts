/** A document in memory while updates are judged against it. */
import * as Y from 'yjs';
import type { DeviceId } from '../../shared/domain/ids.ts';
import type { RecordChange } from '../../shared/domain/record-change.ts';
import {
  type DocumentChange,
  isWithoutEffect,
  readChange,
} from '../../shared/document/read-change.ts';
import type { DocumentKind } from '../../shared/domain/document-kinds.ts';
import { type Decisions, undecided } from '../../shared/process/facts.ts';
import { type Refusal, refusal } from '../../shared/protocol/refusals.ts';
import type { ClockRange, StoredDocument } from '../store/store.ts';
import {
  type AdmissionItem,
  type DocumentKey,
  type ItemVerdict,
  kindOf,
  type UpdateRefusal,
  type Writer,
} from './admission.ts';
import { type DecodedUpdate, decodeUpdate } from './decode-update.ts';
import {
  describeChange,
  describeMeasureChange,
  describeWorkspaceChange,
} from './describe-change.ts';
import { judgeChange } from './judge-change.ts';
import {
  decidedStanding,
  saysStanding,
  standingOf,
  type WrittenStanding,
} from './record-standing.ts';
import { judgeMeasureChange, measureStandingOf } from './measure-rules.ts';
import { judgeWorkspaceChange } from './workspace-rules.ts';

export type WorkingCopy = {
  readonly kind: DocumentKind;
  readonly doc: Y.Doc;
  readonly ref: string;
  readonly claims: Map<number, DeviceId>;
  readonly refusedRanges: ClockRange[];
  /** Read when it is needed, and forgotten when something of it is written. */
  standing: WrittenStanding | undefined;
  /** As of the batch that is judged. */
  decisions: Decisions;
};

export function openCopy(key: DocumentKey, stored: StoredDocument | undefined): WorkingCopy {
  // With an id of its own Yjs need not draw a random one, the dearest part of a new document.
  const doc = new Y.Doc({ guid: key.docId });
  for (const update of stored?.updates ?? []) Y.applyUpdate(doc, update);
  return {
    kind: kindOf(key),
    doc,
    ref: stored?.ref ?? '',
    claims: new Map(stored?.claims.map(({ clientId, device }) => [clientId, device])),
    refusedRanges: [...(stored?.refusedRanges ?? [])],
    standing: undefined,
    decisions: undecided,
  };
}

/** A verdict, and whether the copy holds something that was not admitted and must be opened anew. */
export type Judgement = { readonly verdict: ItemVerdict; readonly isSpoilt: boolean };

/** Applies the item to the copy and says whether it may stay. */
export function judgeItem(copy: WorkingCopy, item: AdmissionItem, writer: Writer): Judgement {
  const bytes = joinParts(item.parts);
  const { verdict, isSpoilt } = judgeBytes(copy, bytes, writer);
  const isJoined = item.parts.length > 1 && (verdict.type === 'ok' || verdict.type === 'refused');
  return { verdict: isJoined ? { ...verdict, joined: bytes } : verdict, isSpoilt };
}

function judgeBytes(copy: WorkingCopy, bytes: Uint8Array, author: Writer): Judgement {
  const decoded = decodeUpdate(bytes);
  if (!decoded.ok) return untouched(refuse(refusal('badUpdate', decoded.error), []));
  const { ranges } = decoded.value;
  const fresh = freshRanges(copy.doc, ranges);
  const own = fresh.filter(({ clientId }) => isFree(copy, clientId, author.device));
  if (own.length < fresh.length) {
    const reason = refusal('foreignClientId', 'A Yjs client id is another device’s here.');
    return untouched(refuse(reason, own));
  }
  const claimed = newClaims(copy, fresh);
  if (claimed > maxNewClaims || (claimed > 0 && claimsOf(copy, author) + claimed > maxClaims)) {
    return untouched(refuse(refusal('tooLarge', 'Too many Yjs client ids of one device.'), own));
  }
  const isAhead = ranges.some(({ clientId, from }) => from > clockOf(copy.doc, clientId));
  return isAhead
    ? untouched(missing(copy, decoded.value, fresh))
    : apply(copy, author, bytes, decoded.value, fresh);
}

/**
 * A client id is made each time a document is opened, and one update comes of one opening. Claims are for
 * ever: whoever could take them without end would fill the database, and take those that others will draw.
 */
const maxNewClaims = 8;
const maxClaims = 10_000;

const newClaims = ({ claims }: WorkingCopy, fresh: readonly ClockRange[]): number =>
  fresh.filter(({ clientId }) => !claims.has(clientId)).length;

function claimsOf({ claims }: WorkingCopy, { device }: Writer): number {
  if (claims.size < maxClaims - maxNewClaims) return 0;
  return [...claims.values()].filter((owner) => owner === device).length;
}

function apply(
  copy: WorkingCopy,
  author: Writer,
  bytes: Uint8Array,
  decoded: DecodedUpdate,
  fresh: readonly ClockRange[],
): Judgement {
  const isFirst = copy.doc.store.clients.size === 0;
  const { outcome: applied, changes } = applyWatched(copy, bytes, author);
  if (copy.doc.store.pendingStructs !== null || copy.doc.store.pendingDs !== null) {
    return { verdict: missing(copy, decoded, fresh), isSpoilt: true };
  }
  if (isFirst && copy.doc.share.size === 0) {
    return { verdict: refuse(refusal('badUpdate', saysNothing), []), isSpoilt: true };
  }
  if (applied === 'nothing') return untouched({ type: 'dup' });
  if (applied !== 'applied') return { verdict: refuse(applied, fresh), isSpoilt: true };
  const newClientIds = fresh
    .map(({ clientId }) => clientId)
    .filter((clientId) => !copy.claims.has(clientId));
  for (const clientId of newClientIds) copy.claims.set(clientId, author.device);
  return untouched({ type: 'ok', joined: undefined, newClientIds, changes });
}

const saysNothing = 'The first update of a document must say something.';

type Applied = {
  readonly outcome: 'applied' | 'nothing' | Refusal;
  readonly changes: readonly RecordChange[];
};

/** Applies the update and holds what it did against the rules, before Yjs throws deleted content away. */
function applyWatched(copy: WorkingCopy, bytes: Uint8Array, author: Writer): Applied {
  const { doc } = copy;
  const isFirst = doc.store.clients.size === 0;
  // That a record or a measure began says its first update.
  const isTold = !isFirst || copy.kind === 'workspace';
  const { judge, describe } = rulesFor(copy, isFirst, author);
  let applied: Applied = { outcome: 'nothing', changes: [] };
  const watch = (transaction: Y.Transaction) => {
    if (isWithoutEffect(transaction)) return;
    const change = readChange(transaction);
    const broken = change.ok ? judge(change.value) : refusal('badValue', change.error);
    const isAdmitted = change.ok && broken === undefined;
    if (isAdmitted && saysStanding(change.value)) copy.standing = undefined;
    applied = {
      outcome: broken ?? 'applied',
      changes: isAdmitted && isTold ? describe(transaction, change.value) : [],
    };
  };
  doc.on('afterTransaction', watch);
  try {
    Y.applyUpdate(doc, bytes);
    return applied;
  } catch (error) {
    const reason = refusal('badUpdate', `Yjs can't apply it: ${String(error)}.`);
    return { outcome: reason, changes: [] };
  } finally {
    doc.off('afterTransaction', watch);
  }
}

type Rules = {
  readonly judge: (change: DocumentChange) => Refusal | undefined;
  readonly describe: (
    transaction: Y.Transaction,
    change: DocumentChange,
  ) => readonly RecordChange[];
};

/** Of the document's kind, and as it is before the update. */
function rulesFor(copy: WorkingCopy, isFirst: boolean, author: Writer): Rules {
  const { kind, doc } = copy;
  switch (kind) {
    case 'improvement': {
      const before = isFirst
        ? undefined
        : decidedStanding((copy.standing ??= standingOf(doc)), copy.decisions);
      return {
        judge: (change) => judgeChange(change, author, { before, after: doc }),
        describe: (transaction, change) => describeChange(transaction, change, author),
      };
    }
    case 'workspace':
      return {
        judge: (change) => judgeWorkspaceChange(change, author, doc),
        describe: (transaction, change) => describeWorkspaceChange(transaction, change, author),
      };
    case 'measure': {
      const before = isFirst ? undefined : measureStandingOf(doc);
      return {
        judge: (change) => judgeMeasureChange(change, author, { before, after: doc }),
        describe: (transaction, change) => describeMeasureChange(transaction, change, author),
      };
    }
    case 'other':
      return { judge: () => unknownKind, describe: () => [] };
  }
}

const unknownKind = refusal('badValue', 'This server does not know documents of this kind.');

/** Waits for what it builds on; unless that was refused, because then it would wait for ever. */
function missing(
  copy: WorkingCopy,
  { ranges, deletions }: DecodedUpdate,
  fresh: readonly ClockRange[],
): ItemVerdict {
  const needed = [
    ...ranges.map(({ clientId, from }) => ({ clientId, clock: from - 1 })),
    ...deletions.map(({ clientId, to }) => ({ clientId, clock: to - 1 })),
    ...[...(copy.doc.store.pendingStructs?.missing ?? [])].map(([clientId, clock]) => ({
      clientId,
      clock,
    })),
  ];
  const isLost = needed.some(({ clientId, clock }) =>
    copy.refusedRanges.some(
      (refused) =>
        refused.clientId === clientId &&
        refused.from <= clock &&
        refused.to > clockOf(copy.doc, clientId),
    ),
  );
  return isLost
    ? refuse(refusal('dependsOnRefused', 'It builds on an edit that was refused.'), fresh)
    : { type: 'gap' };
}

const refuse = ({ code, message }: Refusal, ranges: readonly ClockRange[]): UpdateRefusal => ({
  type: 'refused',
  code,
  message,
  joined: undefined,
  ranges,
});

const untouched = (verdict: ItemVerdict): Judgement => ({ verdict, isSpoilt: false });

/** The parts of `ranges` that the document does not have yet. */
function freshRanges(doc: Y.Doc, ranges: readonly ClockRange[]): readonly ClockRange[] {
  return ranges
    .map(({ clientId, from, to }) => ({
      clientId,
      from: Math.max(from, clockOf(doc, clientId)),
      to,
    }))
    .filter(({ from, to }) => from < to);
}

const isFree = (copy: WorkingCopy, clientId: number, device: DeviceId): boolean =>
  (copy.claims.get(clientId) ?? device) === device;

const clockOf = (doc: Y.Doc, clientId: number): number => Y.getState(doc.store, clientId);

function joinParts(parts: readonly Uint8Array[]): Uint8Array {
  const [only] = parts;
  if (only !== undefined && parts.length === 1) return only;
  try {
    return Y.mergeUpdates([...parts]);
  } catch {
    // Refused as it is by decodeUpdate, which says why.
    return Buffer.concat(parts);
  }
}
