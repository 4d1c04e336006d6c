/** Since when a record stands in its stage: what people set and what was decided, whichever came last. */
import type { Stage, WorkStage } from '../domain/improvement.ts';
import { afterFact, type Fact, stageOf, undecided } from './facts.ts';

/** `setAt`: when people set the stage of work. All of it, and the answer, Unix ms. */
export function stageSince(workStage: WorkStage, setAt: number, facts: readonly Fact[]): number {
  let decisions = undecided;
  let stage: Stage = stageOf(workStage, decisions);
  let since = setAt;
  for (const fact of facts) {
    decisions = afterFact(decisions, fact);
    const next = stageOf(workStage, decisions);
    if (next !== stage) since = Math.max(since, fact.at);
    stage = next;
  }
  return since;
}
