/** The workspace's own document, open: what is changed in it takes the way of every edit. */
import { orderBetween } from '../../shared/document/collections.ts';
import {
  readWorkspace,
  readWorkspaceField,
  type WorkspaceChange,
  writeWorkspaceChange,
} from '../../shared/document/workspace-document.ts';
import { type ActorId, createUuidV7, type DocumentId } from '../../shared/domain/ids.ts';
import type { Someone } from '../../shared/domain/improvement.ts';
import { type WorkspaceText, workspaceTexts } from '../../shared/domain/workspace.ts';
import { may, type Who } from '../../shared/process/permissions.ts';
import { isPulseValue, roundPulse } from '../../shared/process/pulse.ts';
import { openDocumentLog } from '../local/document-log.ts';
import type { Readable } from '../readable.ts';
import type { OpenWorkspace, WorkspaceState } from '../services/workspace.ts';
import { type OpenDocumentDeps, presentDocument } from './open-document.ts';
import { inverseOfItem, ownItemStamp, ownScore, ownScoreStamp } from './improvement-changes.ts';
import type { ChangeWriting } from './undo.ts';

export type OpenWorkspaceDeps = OpenDocumentDeps & {
  /** Whoever uses this device; undefined = has not joined. */
  readonly who: () => Who | undefined;
  /** The person behind an actor as far as this device knows, else the actor. */
  readonly whoIs: (actor: ActorId) => Someone;
  /** Tells when that may have become somebody else. */
  readonly people: Readable<unknown>;
};

/** undefined: this device can't keep it now. */
export async function openWorkspace(
  deps: OpenWorkspaceDeps,
  id: DocumentId,
): Promise<OpenWorkspace | undefined> {
  const prepared = await deps.store.prepareWorkspace(id);
  const log = prepared.ok ? await openDocumentLog(deps, id) : undefined;
  if (log === undefined) return undefined;
  const { actor, device } = deps.identity;
  const open = presentDocument<WorkspaceText, WorkspaceState, WorkspaceChange>(deps, log, {
    author: {
      nowMs: deps.nowMs,
      actor,
      device,
      isOwn: (other) => deps.whoIs(other) === deps.whoIs(actor),
    },
    changes: workspaceChanges,
    readState: (doc) => ({
      ...readWorkspace(doc),
      isAllowed: (verb) => {
        const who = deps.who();
        return who !== undefined && may(who, verb);
      },
    }),
    follows: [deps.people],
  });
  return {
    ...open,
    addItem: (collection, values) => {
      const item = createUuidV7(deps) as string;
      const last = open.state.get().items[collection].at(-1)?.order ?? '';
      const order = orderBetween(last, '');
      open.change({ type: 'setItem', collection, item, change: { ...values, order } });
      return item;
    },
  };
}

const workspaceChanges: ChangeWriting<WorkspaceChange> = {
  texts: workspaceTexts,
  write: writeWorkspaceChange,
  inverseOf: (doc, change, author) => {
    switch (change.type) {
      case 'setItem':
        return { ...change, change: inverseOfItem(doc, change) };
      case 'pulse': {
        const own = ownScore(doc, roundPulse(change.round), author)?.value;
        return { ...change, value: isPulseValue(own) ? own : null };
      }
      case 'setField':
        return { ...change, value: readWorkspace(doc).values[change.field] };
    }
  },
  stampOf: (doc, change, author) => {
    if (change.type === 'setItem') return ownItemStamp(doc, change, author);
    if (change.type === 'pulse') return ownScoreStamp(doc, roundPulse(change.round), author);
    const [first, ...others] = readWorkspaceField(doc, change.field);
    return first?.device === author.device && others.length === 0 ? first.hlc : undefined;
  },
};
