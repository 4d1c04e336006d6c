/** What a decision was taken upon: the record's last deciding fact and the fields that the command declares. */
import type { ImprovementRow } from '../domain/improvement.ts';
import type { CommandType } from './commands.ts';
import { type Decisions, isDeciding } from './facts.ts';

/** Of a case that may be approved. */
const caseFields = [
  'cost',
  'affectedItems',
  'costAmount',
  'monthlyCost',
  'currency',
  'fundingAsked',
  'objectives',
  'route',
] as const satisfies readonly (keyof ImprovementRow)[];

type DeclaredField = (typeof caseFields)[number] | 'workStage';

/**
 * A change of these while the command was on its way makes it stale. Of an approval: what would ask for a new
 * approval afterwards. Texts never.
 */
const declaredFields: { readonly [T in CommandType]?: readonly DeclaredField[] } = {
  approve: caseFields,
  ruleEscalation: caseFields,
  confirmVerdict: ['workStage'],
};

/** What `expectedVersion` is made from. */
export type VersionBasis = {
  readonly factSeq: number;
  /** To be hashed with SHA-256, as UTF-8. Names the last fact too: after a restore its number may mean another. */
  readonly declaredText: string;
};

export function versionBasis(
  type: CommandType,
  row: Pick<ImprovementRow, DeclaredField>,
  { last }: Decisions,
): VersionBasis {
  const fields = (declaredFields[type] ?? []).map((field) => [field, row[field] ?? '']);
  return { factSeq: last?.n ?? 0, declaredText: JSON.stringify([last?.uid ?? '', fields]) };
}

/** A purge stands whatever was decided; what is said besides decides nothing. */
export const isBoundToVersion = (type: CommandType): boolean =>
  type !== 'purge' && isDeciding(type);
