/** The teams and organisations of the workspace's catalogue, to which people belong and for which records are. */
import { useSettings } from './use-settings.ts';

export type Group = { readonly id: string; readonly title: string; readonly kind: GroupKind };

/** Of the catalogue's kinds those that have people. */
export const groupKinds = ['team', 'supplier', 'partner'] as const;
export type GroupKind = (typeof groupKinds)[number];

export const isOrganisation = ({ kind }: Group): boolean => kind !== 'team';

/** Those that are not taken out, in their order. */
export function useGroups(): readonly Group[] {
  const entries = useSettings()?.items.catalogue ?? [];
  return entries.flatMap(({ id, values: { title, kind }, isRemoved }) =>
    !isRemoved && title !== '' && isGroupKind(kind) ? [{ id, title, kind }] : [],
  );
}

const isGroupKind = (kind: string): kind is GroupKind =>
  (groupKinds as readonly string[]).includes(kind);
