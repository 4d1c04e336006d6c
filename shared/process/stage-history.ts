/** In which stage a record stood when: what people set and what was decided, put in one line. */
import { type Stage, stages, type WorkStage, workStages } from '../domain/improvement.ts';
import { afterFact, type Fact, stageOf, undecided } from './facts.ts';

const dayMs = 86_400_000;

/** Whole days since 1970-01-01, UTC: the same day on every device and on the server. */
const dayNumberOf = (atMs: number): number => Math.floor(atMs / dayMs);

export type StageStep = {
  readonly stage: Stage;
  /** As {@link dayNumberOf}. */
  readonly day: number;
};

export type StageSource = {
  readonly createdAt: number;
  /** When each stage of work was first reached. */
  readonly reachedAt: { readonly [S in WorkStage]?: number };
  readonly workStage: WorkStage;
  /** When people set it; undefined = never. All times are Unix ms. */
  readonly workStageAt: number | undefined;
  readonly facts: readonly Fact[];
};

type Event = { readonly at: number } & (
  { readonly workStage: WorkStage } | { readonly fact: Fact }
);

/**
 * From its beginning as an idea to the stage in which it stands; days never fall. What people set and what was
 * decided are timed by different clocks, so that only their order by those is known.
 */
export function stageHistory(source: StageSource): readonly StageStep[] {
  const steps: StageStep[] = [{ stage: 'idea', day: dayNumberOf(source.createdAt) }];
  let workStage: WorkStage = 'idea';
  let decisions = undecided;
  for (const event of eventsOf(source)) {
    if ('fact' in event) decisions = afterFact(decisions, event.fact);
    else workStage = event.workStage;
    const last = steps.at(-1);
    const stage = stageOf(workStage, decisions);
    if (last === undefined || stage === last.stage) continue;
    steps.push({ stage, day: Math.max(last.day, dayNumberOf(event.at)) });
  }
  return steps;
}

/** The register's own time ends the work that people told of: nothing was reached after it. */
function eventsOf({ reachedAt, workStage, workStageAt, createdAt, facts }: StageSource): Event[] {
  const setAt = workStageAt ?? createdAt;
  const events: Event[] = workStages.flatMap((stage) => {
    const at = reachedAt[stage];
    return at !== undefined && at < setAt && stage !== workStage ? [{ at, workStage: stage }] : [];
  });
  const first = reachedAt[workStage];
  if (first !== undefined && first < setAt) events.push({ at: first, workStage });
  events.push({ at: setAt, workStage });
  // Their order is the server's, whatever its clock did meanwhile.
  let decidedAt = 0;
  for (const fact of facts) {
    decidedAt = Math.max(decidedAt, fact.at);
    events.push({ at: decidedAt, fact });
  }
  return events.sort((a, b) => a.at - b.at);
}

/** As a row keeps it: two numbers a step, the stage by its place and the day; without the beginning. */
export const packStages = (steps: readonly StageStep[]): readonly number[] =>
  steps.slice(1).flatMap(({ stage, day }) => [stages.indexOf(stage), day]);

/** Total: what is no stage is passed over. */
export function unpackStages(createdAt: number, packed: readonly number[]): readonly StageStep[] {
  const steps: StageStep[] = [{ stage: 'idea', day: dayNumberOf(createdAt) }];
  for (let at = 0; at + 1 < packed.length; at += 2) {
    const stage = stages[packed[at] ?? -1];
    if (stage !== undefined) steps.push({ stage, day: packed[at + 1] ?? 0 });
  }
  return steps;
}
