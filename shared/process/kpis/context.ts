/** What the figures need besides records, read off what the workspace has agreed on and who its members are. */
import type { SettingsItem, WorkspaceSettings } from '../../domain/workspace.ts';
import type { Person } from '../../domain/person.ts';
import { answerDaysIn } from '../answers.ts';
import type { KpiContext } from './slice.ts';

/** `settings`: undefined where nobody has set anything. Members are those who have not left; guests are none. */
export const kpiContextOf = (
  settings: WorkspaceSettings | undefined,
  people: readonly Person[],
  nowMs: number,
): Omit<KpiContext, 'countsRefused'> => ({
  nowMs,
  people: people
    .filter(({ isRemoved, roles }) => !isRemoved && roles.some((role) => role !== 'guest'))
    .map(({ id, actors }) => [id, ...actors]),
  teams: namedAs(settings, ['team']),
  answerDays: answerDaysIn(settings?.values),
  rounds: settings?.pulses ?? [],
});

/** What can be improved. */
export const improvableItems = (settings: WorkspaceSettings | undefined): readonly string[] =>
  namedAs(settings, ['service', 'product', 'practice']);

const namedAs = (
  settings: WorkspaceSettings | undefined,
  kinds: readonly SettingsItem<'catalogue'>['values']['kind'][],
): readonly string[] =>
  (settings?.items.catalogue ?? []).flatMap(({ values: { kind, title }, isRemoved }) =>
    isRemoved || title === '' || !kinds.includes(kind) ? [] : [title],
  );
