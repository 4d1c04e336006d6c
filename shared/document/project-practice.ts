/** What a row tells the figures of the practice beyond what lists show: where it came from, how work on it went. */
import type { ImprovementRow } from '../domain/improvement.ts';
import { type Decisions, type Fact, isFact } from '../process/facts.ts';
import { packStages, stageHistory } from '../process/stage-history.ts';
import { businessCaseOf } from '../process/business-case.ts';
import { countAnswers } from '../process/showcase.ts';
import { realisedWeight } from '../process/risks.ts';
import { readCollection } from './collections.ts';
import { readReached } from './reached-stages.ts';
import type { ReadableDocument } from './readable-document.ts';

export type PracticeFacts = Pick<
  ImprovementRow,
  'reachedAt' | 'benefitAmount' | 'iterations' | 'criteria' | 'realisedRisks'
>;

/** What there is none of is left out. */
export function practiceFacts(doc: ReadableDocument): PracticeFacts {
  const reachedAt = readReached(doc);
  const benefit = businessCaseOf(readCollection(doc, 'figures').map(({ values }) => values)).total
    .benefit.likely;
  const iterations = iterationsOf(doc);
  const risks = readCollection(doc, 'risks').map(({ values }) => values);
  const criteria = readCollection(doc, 'successCriteria');
  const realisedRisks = realisedWeight(risks);
  return {
    ...(Object.keys(reachedAt).length > 0 && { reachedAt }),
    ...(benefit > 0 && { benefitAmount: benefit }),
    ...(iterations !== undefined && { iterations }),
    ...(criteria.length > 0 && {
      criteria: {
        met: criteria.filter(({ values }) => values.met === 'yes').length,
        all: criteria.length,
      },
    }),
    ...(realisedRisks > 0 && { realisedRisks }),
  };
}

type Worked = Pick<ImprovementRow, 'createdAt' | 'reachedAt' | 'workStage' | 'workStageAt'>;

type Decided =
  'stageDays' | 'verdict' | 'targetDueOn' | 'actualCost' | 'actualBenefit' | 'setbacks';

/** What the decisions add to it. */
export function practiceDecisions(
  { createdAt, reachedAt = {}, workStage = 'idea', workStageAt }: Worked,
  facts: readonly Fact[],
  { end, targets }: Decisions,
): Pick<ImprovementRow, Decided> {
  const source = { createdAt, reachedAt, workStage, workStageAt, facts };
  const stageDays = packStages(stageHistory(source));
  const target = targets.at(-1);
  return {
    ...(stageDays.length > 0 && { stageDays }),
    ...(end !== undefined && isFact(end, 'confirmVerdict') && cameOf(end.said)),
    ...(target !== undefined && { targetDueOn: target.said.dueOn }),
  };
}

function cameOf({
  verdict,
  actualCost,
  actualBenefit,
  unexpected = [],
}: Fact<'confirmVerdict'>['said']): Pick<ImprovementRow, Decided> {
  const setbacks = unexpected.reduce((sum, { magnitude }) => sum + Math.max(0, -magnitude), 0);
  return {
    verdict,
    ...(actualCost !== undefined && { actualCost }),
    ...(actualBenefit !== undefined && { actualBenefit }),
    ...(setbacks > 0 && { setbacks }),
  };
}

/** Those that are over: with a stakeholder who saw value in the result, at least in part, and without. */
function iterationsOf(doc: ReadableDocument): ImprovementRow['iterations'] {
  const over = readCollection(doc, 'iterations').filter(({ values }) => values.closedOn !== '');
  if (over.length === 0) return undefined;
  const answers = readCollection(doc, 'showcaseAnswers');
  const confirmed = over.filter(({ id }) => {
    const { yes, partly } = countAnswers(answers, id);
    return yes + partly > 0;
  }).length;
  return { confirmed, unconfirmed: over.length - confirmed };
}
