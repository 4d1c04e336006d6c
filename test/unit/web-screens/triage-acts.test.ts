/** Taking back what was decided in triage. */
import { expect, it } from 'vitest';
import type { Uid } from '../../../shared/domain/ids.ts';
import type { CommandRequest } from '../../../shared/process/commands.ts';
import { err, ok, type Result } from '../../../shared/result.ts';
import { takeBack } from '../../../web/features/triage/triage-acts.ts';
import type { DecideFailure, OpenImprovement } from '../../../web/services/improvement.ts';

const uid = 'declined' as Uid;
const reopen: CommandRequest = { type: 'reopen', reason: 'Declined by mistake' };

function opened(isHere: boolean, answer: Result<Uid, DecideFailure> = ok('reopened' as Uid)) {
  const asked: CommandRequest[] = [];
  const improvement = {
    takeBackDecision: async (name: Uid) => isHere && name === uid,
    decide: async (command: CommandRequest) => {
      asked.push(command);
      return answer;
    },
  } as unknown as OpenImprovement;
  return { improvement, asked };
}

it('takes a decision out of the outbox while it has not left this device', async () => {
  const { improvement, asked } = opened(true);
  expect(await takeBack(improvement, uid, reopen)).toBeUndefined();
  expect(asked).toEqual([]);
});

it('undoes one that has left by its opposite', async () => {
  const { improvement, asked } = opened(false);
  expect(await takeBack(improvement, uid, reopen)).toBeUndefined();
  expect(asked).toEqual([reopen]);
});

it('says why, when it can be taken back no longer and is not decided yet', async () => {
  const { improvement } = opened(false, err('pending'));
  expect(await takeBack(improvement, uid, reopen)).toBe('pending');
});
