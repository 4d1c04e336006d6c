/** An open improvement as screens use it: state, texts, changes, undo, saving, and the live room. */
import type * as Y from 'yjs';
import {
  type ActorId,
  type CommentId,
  createUuidV7,
  type DocumentId,
} from '../../shared/domain/ids.ts';
import {
  type SetField,
  setFields,
  type Someone,
  type Stage,
} from '../../shared/domain/improvement.ts';
import {
  readCreation,
  readFields,
  readSet,
  readSupporters,
} from '../../shared/document/read-document.ts';
import { readComments } from '../../shared/document/read-comments.ts';
import { writeComment } from '../../shared/document/write-change.ts';
import type { ImprovementFacts } from '../../shared/document/projection.ts';
import { foldFacts, stageOf } from '../../shared/process/facts.ts';
import { may, type Who } from '../../shared/process/permissions.ts';
import { type Step, stepsFor, stepsFrom } from '../../shared/process/stages.ts';
import { textOf } from '../../shared/document/schema.ts';
import { type DocumentLog, type DocumentLogDeps, openDocumentLog } from '../local/document-log.ts';
import { openTypedComment, type TypedCommentDeps } from '../local/typed-comment.ts';
import type { TypedText } from '../local/typed-text.ts';
import { createWritable, type Readable } from '../readable.ts';
import type { ImprovementState, OpenImprovement, RoomService } from '../services/improvement.ts';
import { itemAdder, itemReader } from './record-items.ts';
import { openDecisionDesk, relationNow } from './run-command.ts';
import { createUndoStack, type UndoStack } from './undo.ts';

export type OpenDeps = DocumentLogDeps &
  TypedCommentDeps & {
    /** Whoever uses this device; undefined = has not joined. */
    readonly who: () => Who | undefined;
    /** The person behind an actor as far as this device knows, else the actor. */
    readonly whoIs: (actor: ActorId) => Someone;
    readonly people: Readable<unknown>;
    readonly enterRoom: (id: DocumentId, log: DocumentLog) => Room;
    /** Known for as long as it is open, so that everything can be flushed before an update or a pagehide. */
    readonly openLogs: Set<DocumentLog>;
    /** The same for what is typed. */
    readonly typedTexts: Set<TypedText>;
  };

export type Room = RoomService & { readonly leave: () => void };

export async function openImprovement(
  deps: OpenDeps,
  id: DocumentId,
): Promise<OpenImprovement | undefined> {
  const log = await openDocumentLog(deps, id);
  return log === undefined ? undefined : presentImprovement(deps, id, log);
}

function presentImprovement(deps: OpenDeps, id: DocumentId, log: DocumentLog): OpenImprovement {
  deps.openLogs.add(log);
  const typedComment = openTypedComment(deps, id);
  deps.typedTexts.add(typedComment);
  const { actor, device } = deps.identity;
  const isMe = (someone: Someone) => deps.whoIs(someone as ActorId) === deps.whoIs(actor);
  const author = { nowMs: deps.nowMs, actor, device, isOwn: isMe };
  const readNow = () => readState(log.doc.get(), log.facts.get(), { ...deps, isMe });
  const state = createWritable(readNow());
  const desk = openDecisionDesk({ ...deps, isMe }, log);
  const canUndo = createWritable(false);
  const canRedo = createWritable(false);
  const room = deps.enterRoom(id, log);
  let stack = bind(log.doc.get());

  function bind(doc: Y.Doc): UndoStack {
    const bound = createUndoStack(doc, author, log.editorOrigin);
    const refreshUndo = () => {
      canUndo.set(bound.canUndo.get());
      canRedo.set(bound.canRedo.get());
    };
    doc.on('update', refreshState);
    bound.canUndo.subscribe(refreshUndo);
    bound.canRedo.subscribe(refreshUndo);
    refreshUndo();
    return bound;
  }

  function refreshState(): void {
    state.set(readNow());
  }

  const stopFollowing = log.doc.subscribe(() => {
    stack.destroy();
    stack = bind(log.doc.get());
    refreshState();
  });
  const stopPeople = deps.people.subscribe(refreshState);
  const stopFacts = log.facts.subscribe(refreshState);

  return {
    ...desk,
    id,
    state,
    text: (field) => textOf(log.doc.get(), field),
    editorOrigin: log.editorOrigin,
    change: (change) => stack.change(change),
    addItem: itemAdder(
      deps,
      () => state.get().items,
      (change) => stack.change(change),
    ),
    comment: (text) =>
      writeComment(log.doc.get(), { id: createUuidV7<CommentId>(deps), text }, author),
    typedComment,
    saving: log.saving,
    refused: log.refused,
    undo: {
      canUndo,
      canRedo,
      undo: () => stack.undo(),
      redo: () => stack.redo(),
    },
    room,
    close: async () => {
      room.leave();
      stopFollowing();
      stopPeople();
      stopFacts();
      desk.stop();
      stack.destroy();
      await Promise.all([log.close(), typedComment.flush()]);
      deps.openLogs.delete(log);
      deps.typedTexts.delete(typedComment);
    },
  };
}

function readState(
  doc: Y.Doc,
  { list = [] }: ImprovementFacts,
  deps: Pick<OpenDeps, 'whoIs' | 'identity' | 'who'> & {
    readonly isMe: (someone: Someone) => boolean;
  },
): ImprovementState {
  const fields = readFields(doc);
  const sets = Object.fromEntries(setFields.map((field) => [field, readSet(doc, field)])) as {
    readonly [F in SetField]: readonly string[];
  };
  const supporters = [...new Set(readSupporters(doc).map(deps.whoIs))];
  const me = deps.whoIs(deps.identity.actor);
  const comments = readComments(doc);
  const decisions = foldFacts(list);
  const stage = stageOf(fields.stage.value, decisions);
  const creation = readCreation(doc);
  const standing = { stage, owner: fields.owner.value, createdBy: creation.by };
  const relation = relationNow(standing, decisions, deps.isMe);
  const who = deps.who();
  return {
    stage,
    decisions,
    facts: list,
    steps: who === undefined ? ownSteps(stage) : stepsFor(stage, who, relation),
    mayPurge: who !== undefined && may(who, 'purge', relation),
    isAllowed: (verb) => who === undefined || may(who, verb, relation),
    createdAt: creation.at,
    fields,
    sets,
    items: itemReader(doc),
    comments,
    supporters,
    supportedByMe: supporters.includes(me),
  };
}

/** Whoever has not joined works alone: they move their records, and there is nobody to decide. */
const ownSteps = (stage: Stage): readonly Step[] =>
  stepsFrom(stage).filter(({ by }) => by === 'register');
