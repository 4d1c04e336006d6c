/** How many improvements serve each objective, by stage: counted by the register itself, so that both always agree. */
import { useEffect, useState } from 'preact/hooks';
import type { Stage } from '../../../shared/domain/improvement.ts';
import type { Objective } from '../../../shared/process/objectives.ts';
import { everything, type RowGroup } from '../../projection/register-query.ts';
import { useEnvironment } from '../environment.ts';
import { useAsker } from '../find/use-ask.ts';

export type StageCounts = readonly { readonly stage: Stage; readonly count: number }[];

/** By the objective's id; an objective is missing while it has not been counted. */
export type ObjectiveStages = ReadonlyMap<string, StageCounts>;

export function useObjectiveStages(objectives: readonly Objective[]): ObjectiveStages {
  const { services } = useEnvironment();
  const asker = useAsker();
  const [stages, setStages] = useState<ObjectiveStages>(new Map());
  const ids = objectives.filter(({ isRemoved }) => !isRemoved).map(({ id }) => id);
  useEffect(() => {
    const stops = ids.map((id) =>
      services.register.watch(
        asker({ ...everything, objectives: [id], group: 'stage' }),
        ({ groups }) => setStages((known) => new Map(known).set(id, groups.map(toCount))),
      ),
    );
    return () => {
      for (const stop of stops) stop();
    };
  }, [ids.join(), asker]);
  return stages;
}

const toCount = ({ key, count }: RowGroup) => ({ stage: key as Stage, count });

export const totalOf = (counts: StageCounts): number =>
  counts.reduce((sum, { count }) => sum + count, 0);
