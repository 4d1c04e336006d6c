/** The life of one record from its capture to where it stands today. */
import type { DocumentId } from '../domain/ids.ts';
import { linkEntry, linkKinds } from '../domain/links.ts';
import { impactAreas, type Source } from '../domain/record-values.ts';
import { between, fill, happens, pickSome, pickWeighed, type Random, say } from './chance.ts';
import { dayMs, dayOf } from './demo-times.ts';
import type { RecordStep } from './demo-step.ts';
import type { DemoWords } from './demo-words.ts';
import type { Instant, Life } from './life-of-record.ts';
import { captureText, type RecordCast, type Subject } from './record-cast.ts';
import { createRecordScript, type RecordScript } from './record-script.ts';
import { pick } from './seeded-random.ts';
import { tellCase } from './tell-case.ts';
import { closingOf } from './tell-closing.ts';
import { freezing, type Measuring, tellIntervention, tellMeasured } from './tell-measured.ts';
import { chanceOf, tellLearned, tellLearnedSoFar, tellRounds, tellThanks } from './tell-outcome.ts';
import { tellChecked, tellObjective } from './tell-result.ts';
import { tellAdvance, tellPlan, tellReview } from './tell-plan.ts';
import { tellRoutine } from './tell-routine.ts';
import { tellScores } from './tell-scores.ts';

export type Story = {
  readonly random: Random;
  readonly words: DemoWords;
  readonly life: Life;
  readonly cast: RecordCast;
  readonly subject: Subject;
  readonly script: RecordScript;
  /** Of the workspace: what a record may serve. */
  readonly objectives: readonly string[];
  readonly nowMs: number;
  /** The one team that it is for, as the catalogue has it; undefined: it is for everybody. */
  readonly onlyTeam: string | undefined;
  /** undefined: by nothing of the library. */
  readonly measuring: Measuring | undefined;
};

export type Earlier = { readonly id: DocumentId; readonly item: string };

export type RecordTold = Omit<Story, 'script'> & {
  /** Records from before, no duplicates themselves: what this one may point to. */
  readonly earlier: readonly Earlier[];
};

export function tellRecord({ earlier, ...told }: RecordTold): readonly RecordStep[] {
  const story = { ...told, script: createRecordScript(told.random, told.nowMs) };
  tellCapture(story, earlier);
  for (const [instant, tell] of chapters) {
    const atMs = story.life.at(instant);
    if (atMs !== undefined) tell(story, atMs);
  }
  tellTurn(story, earlier);
  return story.script.steps();
}

type Chapter = (story: Story, atMs: number) => void;

const chapters: readonly (readonly [Instant, Chapter])[] = [
  ['answered', tellAnswer],
  ['assessed', tellAssessing],
  ['scored', tellScores],
  ['argued', tellCase],
  ['argued', tellMeasured],
  ['decided', tellApproval],
  ['planned', tellPlan],
  ['planned', tellRounds],
  ['begun', tellBegin],
  ['advanced', tellAdvance],
  ['advanced', tellRoutine],
  ['advanced', tellLearnedSoFar],
  ['reviewed', tellReview],
  ['reviewed', tellLearned],
  ['reviewed', tellChecked],
];

const sources: { readonly [S in Source]?: number } = {
  person: 60,
  workshop: 9,
  incident: 7,
  feedback: 7,
  audit: 5,
  serviceDesk: 5,
  survey: 3,
  supplier: 2,
  problem: 2,
};

function tellCapture(story: Story, earlier: Earliers) {
  const { script, cast, subject, words, random, life, onlyTeam } = story;
  const { theme } = subject;
  script.turnTo(cast.author, life.at('captured') ?? life.turnedAt);
  script.begin(captureText(random, words, subject));
  script.add('affectedItems', theme.item);
  for (const tag of pickSome(random, theme.tags, between(random, 1, 2))) script.add('tags', tag);
  script.set('source', pickWeighed(random, sources));
  script.set('site', pick(random, words.sites));
  script.set('team', theme.team);
  if (happens(random, 0.5)) script.set('urgency', subject.urgency);
  for (const area of pickSome(random, impactAreas, between(random, 0, 2))) {
    script.add('impactAreas', area);
  }
  if (happens(random, 0.4)) script.write('valueForProvider', say(random, words.valueForUs));
  if (happens(random, 0.4)) script.write('valueForConsumer', say(random, words.valueForThem));
  const related = earlier.filter(({ item }) => item === theme.item).at(-between(random, 1, 9));
  if (related !== undefined && happens(random, 0.1)) {
    script.add('links', linkEntry({ kind: pick(random, linkKinds), to: related.id }));
  }
  if (onlyTeam !== undefined) {
    script.set('visibility', 'team');
    script.set('visibleTeam', onlyTeam);
    return;
  }
  const readers = cast.others.slice(0, Math.floor(random() ** 3 * cast.others.length));
  for (const reader of readers) {
    script.turnTo(reader, 0);
    script.support();
    if (happens(random, 0.12)) script.comment(say(random, words.remarks));
  }
}

type Earliers = readonly Earlier[];

function tellAnswer({ script, cast, subject, words, random, life }: Story, atMs: number) {
  script.turnTo(cast.coordinator, atMs);
  script.decide({ type: 'acknowledge', reason: say(random, words.acknowledged) });
  script.set('urgency', subject.urgency);
  if (!happens(random, 0.4)) return;
  script.set('waitingForRequester', 'yes');
  script.ask(cast.author, say(random, words.questions));
  // Some never answer; nothing else goes on before they do.
  if (life.reached === 'answered' && happens(random, 0.5)) return;
  script.turnTo(cast.author, 0);
  script.comment(say(random, words.answers));
}

function tellAssessing(story: Story, atMs: number) {
  const { script, cast, subject, words, random } = story;
  script.turnTo(cast.coordinator, atMs);
  tellObjective(story);
  script.set('stage', 'assessing');
  script.set('owner', cast.owner.id);
  script.set('value', subject.value);
  script.set('effort', subject.effort);
  script.set('cost', subject.cost);
  for (const remark of pickSome(random, words.remarks, Math.floor(random() ** 2 * 4))) {
    const by = pick(random, [cast.owner, ...cast.others]);
    script.turnTo(by, 0);
    const asked = by === cast.owner ? cast.coordinator : cast.owner;
    if (happens(random, 0.3)) script.ask(asked, fill(random, remark));
    else script.comment(fill(random, remark));
  }
}

function tellApproval(story: Story, atMs: number) {
  const { script, cast, subject, words, random, life } = story;
  const [approver, second] = cast.approvers;
  if (approver === undefined || second === undefined) throw new Error('Two approvers are needed.');
  script.turnTo(approver, atMs);
  script.decide(freezing(story, atMs));
  script.decide({ type: 'approve', reason: say(random, words.approved) });
  if (subject.cost === 'high') {
    script.turnTo(second, atMs);
    script.decide({ type: 'approve' });
  }
  // What grew afterwards asks for a new approval.
  const isDearer = life.stage !== 'closed' && happens(random, 0.08);
  if (!isDearer) return;
  script.turnTo(cast.owner, atMs + 3 * dayMs);
  script.set('currency', words.currency);
  script.set('fundingAsked', String(between(random, 40, 90) * 500));
}

function tellBegin(story: Story, atMs: number) {
  const { script, cast, random, words } = story;
  script.turnTo(cast.owner, atMs);
  script.set('stage', 'inProgress');
  tellIntervention(story, atMs);
  if (happens(random, 0.4)) script.comment(say(random, words.begun));
}

function tellTurn(story: Story, earlier: Earliers) {
  const { script, cast, words, random, life, subject, nowMs } = story;
  const atMs = life.turnedAt;
  switch (life.stage) {
    case 'declined':
      script.turnTo(cast.coordinator, atMs);
      return script.decide({ type: 'decline', reason: say(random, words.declined) });
    case 'onHold': {
      script.turnTo(cast.coordinator, atMs);
      const days = between(random, 20, 120);
      const reviewOn = dayOf(Math.max(atMs, nowMs - 20 * dayMs) + days * dayMs);
      return script.decide({ type: 'hold', reason: say(random, words.held), reviewOn });
    }
    case 'withdrawn':
      script.turnTo(cast.author, atMs);
      return script.decide({ type: 'withdraw', reason: say(random, words.withdrawn) });
    case 'duplicate': {
      const alike = earlier.filter(({ item }) => item === subject.theme.item);
      const original = alike.at(-between(random, 1, 6)) ?? earlier.at(-1);
      script.turnTo(cast.coordinator, atMs);
      if (original !== undefined) script.decide({ type: 'markDuplicate', of: original.id });
      return;
    }
    case 'closed': {
      const [approver] = cast.approvers;
      if (approver === undefined) return;
      script.turnTo(approver, life.at('ended') ?? atMs);
      const closing = closingOf(story, chanceOf(story, 3), life.at('ended') ?? atMs);
      script.decide(closing);
      return tellThanks(story, closing.verdict);
    }
    default:
      return;
  }
}
