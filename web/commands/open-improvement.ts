/** An open improvement as screens use it: state, texts, changes, undo, saving, and the live room. */
import type * as Y from 'yjs';
import {
  type ActorId,
  type CommentId,
  createUuidV7,
  type DocumentId,
} from '../../shared/domain/ids.ts';
import type { SetField, Someone, Stage, TextField } from '../../shared/domain/improvement.ts';
import { setFields } from '../../shared/domain/record-fields.ts';
import {
  readCreation,
  readFields,
  readSet,
  readSupporters,
} from '../../shared/document/read-document.ts';
import { readComments } from '../../shared/document/read-comments.ts';
import { pulsesOf } from '../../shared/document/project-outcome.ts';
import { readScores } from '../../shared/document/scores.ts';
import { writeComment } from '../../shared/document/write-change.ts';
import type { ImprovementFacts } from '../../shared/document/projection.ts';
import { foldFacts, stageOf } from '../../shared/process/facts.ts';
import { noSettings } from '../../shared/document/workspace-document.ts';
import type { WorkspaceSettings } from '../../shared/domain/workspace.ts';
import type { Person } from '../../shared/domain/person.ts';
import { ownedItems } from '../../shared/process/product-owners.ts';
import { may, type Who } from '../../shared/process/permissions.ts';
import { isPulse } from '../../shared/process/pulse.ts';
import type { Asker } from '../../shared/process/relations.ts';
import { type Step, stepsFor, stepsFrom } from '../../shared/process/stages.ts';
import type { ImprovementChange } from '../../shared/document/write-change.ts';
import { type DocumentLog, openDocumentLog } from '../local/document-log.ts';
import { openTypedComment, type TypedCommentDeps } from '../local/typed-comment.ts';
import type { TypedText } from '../local/typed-text.ts';
import type { Readable } from '../readable.ts';
import type { HttpDeps } from '../replication/http-transport.ts';
import type { ErasureService } from '../services/erasure.ts';
import type { ImprovementState, OpenImprovement } from '../services/improvement.ts';
import { readJoined } from './read-joined.ts';
import { itemAdder, itemReader } from './record-items.ts';
import { openDecisionDesk, relationNow } from './run-command.ts';
import { type OpenDocumentDeps, presentDocument } from './open-document.ts';
import { improvementChanges } from './improvement-changes.ts';

export type OpenDeps = OpenDocumentDeps &
  HttpDeps &
  TypedCommentDeps & {
    /** Whoever uses this device; undefined = has not joined. */
    readonly who: () => Who | undefined;
    /** The person behind an actor as far as this device knows, else the actor. */
    readonly whoIs: (actor: ActorId) => Someone;
    readonly people: Readable<readonly Person[]>;
    /** Known like open documents, so that what is typed can be kept before an update or a pagehide. */
    readonly typedTexts: Set<TypedText>;
  };

export async function openImprovement(
  deps: OpenDeps,
  id: DocumentId,
): Promise<OpenImprovement | undefined> {
  const [log, workspace] = await Promise.all([
    openDocumentLog(deps, id),
    deps.store.readWorkspace(),
  ]);
  return log === undefined ? undefined : presentImprovement(deps, log, workspace ?? noSettings);
}

function presentImprovement(
  deps: OpenDeps,
  log: DocumentLog,
  settings: Pick<WorkspaceSettings, 'items'>,
): OpenImprovement {
  const typedComment = openTypedComment(deps, log.id);
  deps.typedTexts.add(typedComment);
  const { actor, device } = deps.identity;
  const isMe = (someone: Someone) => deps.whoIs(someone as ActorId) === deps.whoIs(actor);
  const author = { nowMs: deps.nowMs, actor, device, isOwn: isMe };
  const owned = ownedItems(settings, isMe);
  const asker = (): Asker => ({ isMe, ownedItems: owned, ...belongingIn(deps.people.get(), isMe) });
  const desk = openDecisionDesk({ ...deps, asker }, log);
  const open = presentDocument<TextField, ImprovementState, ImprovementChange>(deps, log, {
    author,
    changes: improvementChanges,
    readState: (doc) => readState(doc, log.facts.get(), deps, asker()),
    follows: [deps.people, log.facts],
  });
  return {
    ...desk,
    ...open,
    addItem: itemAdder(deps, () => open.state.get().items, open.change),
    comment: (text, mentions, isThanks) =>
      writeComment(
        log.doc.get(),
        { id: createUuidV7<CommentId>(deps), text, mentions, isThanks: isThanks === true },
        author,
      ),
    erasure: openErasure(deps, log),
    readJoined: (duplicates) => readJoined(deps, duplicates),
    typedComment,
    close: async () => {
      desk.stop();
      await Promise.all([open.close(), typedComment.flush()]);
      deps.typedTexts.delete(typedComment);
    },
  };
}

/** As far as this device has heard who is in the workspace. */
function belongingIn(people: readonly Person[], isMe: Asker['isMe']): Pick<Asker, 'belongsTo'> {
  const { belongsTo } = people.find(({ id }) => isMe(id)) ?? {};
  return belongsTo === undefined ? {} : { belongsTo };
}

/** Loaded when somebody erases: hardly anybody ever does. */
function openErasure(deps: OpenDeps, log: DocumentLog): ErasureService {
  const load = async () => {
    const { createErasureDesk } = await import('./erasure-desk.ts');
    return createErasureDesk(deps, log);
  };
  return {
    countPlaces: async (words) => (await load()).countPlaces(words),
    erase: async (passage, reason) => (await load()).erase(passage, reason),
  };
}

function readState(
  doc: Y.Doc,
  { list = [] }: ImprovementFacts,
  deps: Pick<OpenDeps, 'whoIs' | 'identity' | 'who'>,
  asker: Asker,
): ImprovementState {
  const fields = readFields(doc);
  const sets = Object.fromEntries(setFields.map((field) => [field, readSet(doc, field)])) as {
    readonly [F in SetField]: readonly string[];
  };
  const supporters = [...new Set(readSupporters(doc).map(deps.whoIs))];
  const me = deps.whoIs(deps.identity.actor);
  const comments = readComments(doc);
  const scores = readScores(doc);
  const decisions = foldFacts(list);
  const stage = stageOf(fields.stage.value, decisions);
  const creation = readCreation(doc);
  const standing = {
    stage,
    owner: fields.owner.value,
    createdBy: creation.by,
    affectedItems: sets.affectedItems,
  };
  const relation = relationNow(standing, decisions, asker);
  const who = deps.who();
  return {
    stage,
    decisions,
    facts: list,
    steps: who === undefined ? ownSteps(stage) : stepsFor(stage, who, relation),
    mayPurge: who !== undefined && may(who, 'purge', relation),
    isAllowed: (verb) => who === undefined || may(who, verb, relation),
    createdAt: creation.at,
    createdBy: creation.by,
    fields,
    sets,
    items: itemReader(doc),
    comments,
    scores: scores.filter(({ criterion }) => !isPulse(criterion)),
    pulses: pulsesOf(scores),
    supporters,
    supportedByMe: supporters.includes(me),
  };
}

/** Whoever has not joined works alone: they move their records, and there is nobody to decide. */
const ownSteps = (stage: Stage): readonly Step[] =>
  stepsFrom(stage).filter(({ by }) => by === 'register');
