/** The demo on this device: a made-up workspace in a replica of its own, entered and left without a server. */
import { Dexie } from 'dexie';
import type { ClockDep, RandomDep } from '../../shared/deps.ts';
import { decidedRecord } from '../../shared/demo/decided-record.ts';
import type { DemoLanguage } from '../../shared/demo/demo-languages.ts';
import type { DemoWords } from '../../shared/demo/demo-words.ts';
import { type Demo, generateDemo } from '../../shared/demo/generate-demo.ts';
import { playMeasure, playSettings } from '../../shared/demo/play-steps.ts';
import { projectionVersion } from '../../shared/document/projection.ts';
import { projectMeasure } from '../../shared/document/measure-document.ts';
import { projectWorkspace } from '../../shared/document/workspace-document.ts';
import type { Role } from '../../shared/domain/person.ts';
import {
  createUuidV7,
  type DocumentId,
  type PersonId,
  type ServerEpoch,
} from '../../shared/domain/ids.ts';
import type { PulledDocument } from '../../shared/protocol/messages.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import * as Y from 'yjs';
import { openBrowserReplica } from '../local/browser-replica.ts';
import { demoReplica } from '../local/demo-replica.ts';
import type { DeviceDatabase, JoinedSession } from '../local/device-database.ts';
import type { Identity } from '../local/identity.ts';
import { createJoinedWorkspaces, withOpen, withoutReplica } from '../local/joined-workspaces.ts';
import { storageFailureOf } from '../local/storage-failure.ts';
import type { StorageFailure } from '../services.ts';
import { forgetLook } from './forget-look.ts';
import type { DemoService } from '../services/session.ts';

type DemoDeskDeps = ClockDep &
  RandomDep & {
    readonly device: Pick<DeviceDatabase, 'rows'>;
    readonly identity: Identity;
    readonly flushAllTabs: () => Promise<unknown>;
    readonly announceEntry: () => void;
    readonly announceLeave: () => void;
    readonly stopReplication: () => void;
  };

const count = 150;
const seed = 7;

/** Whoever looks around may try everything but what is an administrator's. */
const visitorRoles: readonly Role[] = ['assessor', 'coordinator', 'approver'];

const wordsOf: { readonly [L in DemoLanguage]: () => Promise<DemoWords> } = {
  en: async () => (await import('../../shared/demo/english-words.ts')).englishWords,
  'zh-CN': async () => (await import('../../shared/demo/chinese-words.ts')).chineseWords,
};

export function createDemoDesk(deps: DemoDeskDeps): Omit<DemoService, 'isOn'> {
  const workspaces = createJoinedWorkspaces(deps.device);
  return {
    enter: async (language, visitorName) => {
      try {
        const words = await wordsOf[language]();
        const session = newSession(deps, words, visitorName);
        // What a closed page may have left of an earlier one.
        await Dexie.delete(demoReplica);
        await fill(deps, words, session);
        await deps.flushAllTabs();
        await workspaces.change((joined) => withOpen(joined, session));
        await forgetLook();
        deps.announceEntry();
      } catch (error) {
        return err(storageFailureOf(error));
      }
      location.assign('/register');
      return ok(undefined);
    },
    leave: async () => {
      deps.stopReplication();
      await workspaces.change((joined) => withoutReplica(joined, demoReplica));
      await forgetLook();
      deps.announceLeave();
      await Dexie.delete(demoReplica);
      location.assign('/me');
    },
  };
}

function newSession(
  deps: DemoDeskDeps,
  { organisation }: DemoWords,
  displayName: string,
): JoinedSession {
  const id = () => createUuidV7<string>(deps);
  return {
    serverId: id(),
    workspace: { id: id(), name: organisation },
    person: { id: id(), displayName, roles: [...visitorRoles], role: 'member' },
    device: deps.identity.device,
    epoch: id(),
    replica: demoReplica,
  };
}

/** As a first pull would, from a server that there is not. */
async function fill(
  { nowMs, identity }: DemoDeskDeps,
  words: DemoWords,
  { workspace, person, epoch }: JoinedSession,
): Promise<void> {
  const demo = generateDemo({ seed, count, words, nowMs: nowMs() });
  const visitor = {
    id: person.id as PersonId,
    displayName: person.displayName,
    roles: visitorRoles,
    actors: [identity.actor],
    isRemoved: false,
  };
  const others = demo.people.map(({ id, name, roles, actor }) => ({
    id,
    displayName: name,
    roles,
    actors: [actor],
    isRemoved: false,
  }));
  const store = openBrowserReplica(demoReplica, identity.actor);
  const applied: Result<boolean, StorageFailure> = await store.applyPage({
    after: { epoch: null, cursor: null },
    epoch: epoch as ServerEpoch,
    cursor: 'demo',
    documents: documentsOf(demo, workspace.id as DocumentId),
    people: { version: 1, list: [visitor, ...others], editing: 'everyone' },
    isLast: true,
  });
  store.close();
  if (!applied.ok) throw new Error('The demo could not be stored.', { cause: applied.error });
}

function documentsOf(demo: Demo, workspaceId: DocumentId): readonly PulledDocument[] {
  const doc = playSettings(demo.settings, seed, () => undefined);
  const settings = projectWorkspace(workspaceId, doc, demo.fromMs);
  const whole = { docEpoch: 0, whole: true, projVersion: projectionVersion };
  const updates = [new Uint8Array(Y.encodeStateAsUpdate(doc))];
  const agreed = { ...whole, docId: workspaceId, headSeq: 1, updates, facts: { ref: '' } };
  const measures = demo.measures.map((measure, place) => {
    const played = playMeasure(measure, seed, () => undefined);
    const row = projectMeasure(measure.id, played, measure.steps.at(-1)?.atMs ?? demo.fromMs);
    const told = {
      facts: { ref: '' },
      row,
      updates: [new Uint8Array(Y.encodeStateAsUpdate(played))],
    };
    return { ...whole, ...told, docId: measure.id, headSeq: place + 2 };
  });
  const records = [...demo.records()].map((record, place) => {
    const ref = `CI-${place + 1}`;
    const { update, facts, row } = decidedRecord(record, { seed, ref, settings });
    const told = { facts: { ref, list: facts }, row, updates: [new Uint8Array(update)] };
    return { ...whole, ...told, docId: record.id, headSeq: measures.length + place + 2 };
  });
  return [{ ...agreed, row: settings }, ...measures, ...records];
}
