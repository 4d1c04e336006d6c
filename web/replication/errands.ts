/** What the leading tab does for the device's other workspaces: sends what waits in them, tells owed sign-outs. */
import { browserDeps } from '../local/browser-deps.ts';
import { createJoinedWorkspaces } from '../local/joined-workspaces.ts';
import { tellOwedSignOuts } from '../session/owed-sign-outs.ts';
import { pushOnce, type PushOnceDeps } from './push-once.ts';

/** What could not be done is tried again after this. */
const againMs = 60_000;

/** Begins at once; answers the way to begin again when the network is back. `opened`: the tab's own replica. */
export function startErrands(deps: PushOnceDeps, opened: string): () => void {
  let isRunning = false;
  let cancelNext: () => void = () => undefined;
  const run = async () => {
    if (isRunning) return;
    isRunning = true;
    cancelNext();
    try {
      let isDone = await tellOwedSignOuts(deps.device, deps.serverUrl);
      const { others } = await createJoinedWorkspaces(deps.device).read();
      for (const session of others.filter(({ replica }) => replica !== opened)) {
        isDone = (await pushOnce(deps, session)) && isDone;
      }
      if (!isDone) cancelNext = browserDeps.setTimer(againMs, () => void run());
    } catch (cause) {
      browserDeps.report('looking after the other workspaces', cause);
    } finally {
      isRunning = false;
    }
  };
  void run();
  return () => void run();
}
