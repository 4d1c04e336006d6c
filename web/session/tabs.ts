/** Talk between this origin's tabs about the program itself: flush before an update, follow into a workspace. */
import { bytesToHex } from '../../shared/domain/ids.ts';
import type { RandomDep } from '../../shared/deps.ts';
import type { TimersDep } from '../local/deps.ts';

/** A tab that does not answer in time is frozen by the browser: what it had was stored when it was hidden. */
const answerDeadlineMs = 2_000;
/** Tabs make themselves known within this. */
const rollCallMs = 150;

type TabMessage =
  | { readonly type: 'flush'; readonly round: string }
  | { readonly type: 'present'; readonly round: string; readonly tab: string }
  | { readonly type: 'flushed'; readonly round: string; readonly tab: string }
  | { readonly type: 'entered' | 'left' };

export type Tabs = {
  /** Resolves when every tab has stored what was typed in it. */
  readonly flushAllTabs: () => Promise<void>;
  /** Tells the others that the session has changed. */
  readonly announceEntry: () => void;
  /** Tells the others that this device has left its workspace. */
  readonly announceLeave: () => void;
};

export type TabsDeps = RandomDep &
  TimersDep & {
    readonly channel: BroadcastChannel;
    readonly flush: () => Promise<void>;
    readonly onEntered: () => void;
    readonly onLeft: () => void;
  };

export function joinTabs(deps: TabsDeps): Tabs {
  const tab = bytesToHex(deps.randomBytes(8));
  const post = (message: TabMessage) => deps.channel.postMessage(message);
  const listeners = new Set<(message: TabMessage) => void>();

  deps.channel.addEventListener('message', ({ data }: MessageEvent<TabMessage>) => {
    for (const listener of listeners) listener(data);
    if (data.type === 'entered') deps.onEntered();
    if (data.type === 'left') deps.onLeft();
    if (data.type === 'flush') void answer(data.round);
  });

  async function answer(round: string): Promise<void> {
    post({ type: 'present', round, tab });
    await deps.flush();
    post({ type: 'flushed', round, tab });
  }

  /** Ends once all who were present are flushed, and not before the roll call is over. */
  function othersFlushed(): Promise<void> {
    const round = bytesToHex(deps.randomBytes(8));
    const busy = new Set<string>();
    let isRollCallOver = false;
    return new Promise((resolve) => {
      const finish = () => {
        listeners.delete(listen);
        resolve();
      };
      const finishIfAll = () => {
        if (isRollCallOver && busy.size === 0) finish();
      };
      const listen = (message: TabMessage) => {
        if (message.type === 'present' && message.round === round) busy.add(message.tab);
        if (message.type === 'flushed' && message.round === round) busy.delete(message.tab);
        finishIfAll();
      };
      listeners.add(listen);
      deps.setTimer(rollCallMs, () => {
        isRollCallOver = true;
        finishIfAll();
      });
      deps.setTimer(answerDeadlineMs, finish);
      post({ type: 'flush', round });
    });
  }

  return {
    flushAllTabs: async () => {
      await Promise.all([deps.flush(), othersFlushed()]);
    },
    announceEntry: () => post({ type: 'entered' }),
    announceLeave: () => post({ type: 'left' }),
  };
}
