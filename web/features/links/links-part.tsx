/** How a record stands to others: what it depends on, blocks, is a part of, follows from, and repeats. */
import { useState } from 'preact/hooks';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { linkEntry, linksOf, parseLink, type RecordLink } from '../../../shared/domain/links.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useWords } from '../environment.ts';
import type { StoryPartProps } from '../improvement/story-part.ts';
import { LinkLine } from './link-line.tsx';
import { LinkSheet } from './link-sheet.tsx';
import { type Relation, relationOf, relations } from './relations.ts';
import { useChangeOther } from './use-change-other.ts';
import { type RowsById, useIncoming, useRows } from './use-linked.ts';
import './links-part.css';

type End = {
  readonly other: DocumentId;
  readonly relation: Relation | 'duplicateOf' | 'duplicate';
  /** undefined: it came from a decision and is taken back by one. */
  readonly link: (RecordLink & { readonly isIncoming: boolean }) | undefined;
};

export function LinksPart({ improvement, state, row }: StoryPartProps) {
  const { t } = useWords();
  const [isAdding, setAdding] = useState(false);
  const [problem, setProblem] = useState<string>();
  const changeOther = useChangeOther();
  const incoming = useIncoming(improvement.id) ?? [];
  const ends = [...outgoingEnds(state.sets.links, row), ...incomingEnds(improvement.id, incoming)];
  const rows = useRows(ends.map(({ other }) => other));
  const mayEdit = state.isAllowed('editRecord');

  const remove = async ({ other, link }: End) => {
    if (link === undefined) return;
    setProblem(undefined);
    if (!link.isIncoming) {
      const { kind, to } = link;
      const entry = linkEntry({ kind, to });
      return improvement.change({ type: 'setEntry', field: 'links', entry, on: false });
    }
    const failure = await changeOther(other, { kind: link.kind, to: improvement.id }, false);
    if (failure !== undefined) setProblem(t(failure));
  };

  return (
    <div class="links-part">
      {problem !== undefined && <Notice tone="danger" icon="warning" role="alert" text={problem} />}
      {groupsOf(ends, rows).map(({ relation, ends: under }) => (
        <div key={relation} class="links-part__group">
          <h4 class="links-part__relation">{t(`link.${relation}`)}</h4>
          <ul class="links-part__list" aria-label={t(`link.${relation}`)}>
            {under.map((end) => (
              <LinkLine
                key={end.other}
                id={end.other}
                row={rows.get(end.other)}
                onRemove={mayEdit && end.link !== undefined ? () => void remove(end) : undefined}
              />
            ))}
          </ul>
        </div>
      ))}
      {mayEdit && (
        <div class="links-part__add">
          <Button kind="quiet" icon="plus" onClick={() => setAdding(true)}>
            {t('links.add')}
          </Button>
        </div>
      )}
      {isAdding && (
        <LinkSheet improvement={improvement} state={state} onClose={() => setAdding(false)} />
      )}
    </div>
  );
}

function outgoingEnds(
  entries: readonly string[],
  row: ListedImprovement | undefined,
): readonly End[] {
  const links = entries.flatMap((entry) => parseLink(entry) ?? []);
  const original = row?.duplicateOf ?? '';
  return [
    ...links.map((link) => ({
      other: link.to,
      relation: relationOf(link.kind, false),
      link: { ...link, isIncoming: false },
    })),
    ...(original === ''
      ? []
      : [{ other: original, relation: 'duplicateOf' as const, link: undefined }]),
  ];
}

const incomingEnds = (self: DocumentId, incoming: readonly ListedImprovement[]): readonly End[] =>
  incoming.flatMap((other): readonly End[] => [
    ...linksOf(other)
      .filter(({ to }) => to === self)
      .map((link) => ({
        other: other.id,
        relation: relationOf(link.kind, true),
        link: { ...link, isIncoming: true },
      })),
    ...(other.duplicateOf === self
      ? [{ other: other.id, relation: 'duplicate' as const, link: undefined }]
      : []),
  ]);

/** Those whose record is not known yet wait for it. */
function groupsOf(ends: readonly End[], rows: RowsById) {
  const order = [...relations, 'duplicateOf', 'duplicate'] as const;
  return order
    .map((relation) => ({
      relation,
      ends: ends.filter((end) => end.relation === relation && rows.has(end.other)),
    }))
    .filter(({ ends: under }) => under.length > 0);
}
