/** Builds what opens documents: records, measures, the workspace's own; its code is loaded when the first one is opened. */
import type { DocumentId } from '../shared/domain/ids.ts';
import type { Who } from '../shared/process/permissions.ts';
import type { OpenDeps } from './commands/open-improvement.ts';
import type { DocumentLog } from './local/document-log.ts';
import type { Readable } from './readable.ts';
import type { RoomDeps } from './rooms/room.ts';
import type { Services } from './services.ts';
import type { MeasureService } from './services/measures.ts';
import type { SessionService } from './services/session.ts';
import type { WorkspaceService } from './services/workspace.ts';
import type { SessionClient } from './session/session-client.ts';

type DocumentServiceDeps = Omit<OpenDeps, 'enterRoom' | 'people'> & {
  readonly serverUrl: string;
  readonly canJoin: Readable<boolean>;
  readonly loadClient: () => Promise<Pick<SessionClient, 'roomTicket'>>;
  readonly wakeReplication: () => void;
  readonly session: Pick<SessionService, 'people'>;
  readonly who: () => Who | undefined;
  /** Of the workspace that is in use; undefined = none has been joined. */
  readonly readWorkspaceId: () => Promise<DocumentId | undefined>;
};

export function createDocumentServices(
  deps: DocumentServiceDeps,
): Pick<Services, 'improvements' | 'workspace' | 'measures'> {
  const openDeps = async (): Promise<OpenDeps> => {
    const { enterRoom } = await import('./rooms/room.ts');
    const roomDeps: RoomDeps = {
      ...deps,
      random: Math.random,
      fetchTicket: async (docId) => (await deps.loadClient()).roomTicket(docId),
      createConnection: async (docId, doc, events) => {
        const { createLiveConnection } = await import('./rooms/live-connection.ts');
        return createLiveConnection(deps.serverUrl, docId, doc, events);
      },
    };
    const enter = (docId: DocumentId, log: DocumentLog) => enterRoom(roomDeps, docId, log);
    return { ...deps, people: deps.session.people, enterRoom: enter };
  };

  let measures: Promise<MeasureService> | undefined;
  let workspace: Promise<WorkspaceService> | undefined;
  const createWorkspace = async () => {
    const { createWorkspaceDesk } = await import('./commands/workspace-desk.ts');
    return createWorkspaceDesk({
      ...deps,
      readId: deps.readWorkspaceId,
      open: async (id) => {
        const { openWorkspace } = await import('./commands/open-workspace.ts');
        return openWorkspace(await openDeps(), id);
      },
    });
  };

  return {
    improvements: {
      open: async (id) => {
        const { openImprovement } = await import('./commands/open-improvement.ts');
        return openImprovement(await openDeps(), id);
      },
    },
    measures: () => {
      measures ??= import('./commands/measure-desk.ts')
        .then(({ createMeasureDesk }) => createMeasureDesk({ ...deps, openDeps }))
        .catch((cause: unknown) => {
          measures = undefined;
          throw cause;
        });
      return measures;
    },
    workspace: () => {
      workspace ??= createWorkspace().catch((cause: unknown) => {
        workspace = undefined;
        throw cause;
      });
      return workspace;
    },
  };
}
