/** A record of a demo with what was decided of it, as a server would have written it: for devices that have none. */
import * as Y from 'yjs';
import { project } from '../document/project.ts';
import type { ImprovementRow } from '../domain/improvement.ts';
import type { Uid } from '../domain/ids.ts';
import type { WorkspaceSettings } from '../domain/workspace.ts';
import { approvalRuleFor } from '../process/approval-rules.ts';
import { frozenOf, termsIn } from '../process/approval.ts';
import type { CommandRequest } from '../process/commands.ts';
import { type Fact, foldFacts } from '../process/facts.ts';
import { drawId } from './chance.ts';
import type { DemoRecord } from './demo-step.ts';
import { playRecord } from './play-steps.ts';
import { createRandom } from './seeded-random.ts';

export type DecidedRecord = {
  /** The whole document as one Yjs V1 update. */
  readonly update: Uint8Array;
  readonly facts: readonly Fact[];
  readonly row: ImprovementRow;
};

export function decidedRecord(
  record: DemoRecord,
  { seed, ref, settings }: DecidedOptions,
): DecidedRecord {
  const { id, steps } = record;
  const random = createRandom(seed ^ Number.parseInt(id.slice(-7), 16));
  const facts: Fact[] = [];
  const rowOf = (doc: Y.Doc, atMs: number) => project(id, doc, { ref, list: facts }, atMs);
  const doc = playRecord(record, seed, (event, now) => {
    if (event.type === 'update') return;
    const { by, atMs } = event;
    const uid = drawId<Uid>(random, atMs);
    const said = withCase(event.said, rowOf(now, atMs), facts, settings);
    facts.push({ n: facts.length + 1, uid, by: by.id, at: atMs, said });
  });
  const update = Y.encodeStateAsUpdate(doc);
  return { update, facts, row: rowOf(doc, steps.at(-1)?.atMs ?? 0) };
}

export type DecidedOptions = {
  readonly seed: number;
  /** `CI-7`. */
  readonly ref: string;
  readonly settings: WorkspaceSettings;
};

function withCase(
  said: CommandRequest,
  row: ImprovementRow,
  facts: readonly Fact[],
  { items, values }: WorkspaceSettings,
): CommandRequest {
  if (said.type !== 'approve') return said;
  const frozen = frozenOf(row, foldFacts(facts), termsIn(values));
  const { needed } = approvalRuleFor(items.approvalRules, frozen);
  return { ...said, frozen, needed };
}
