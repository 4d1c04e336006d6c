/** What a record waits for, and the circle that nobody wanted: two people may have closed it while apart. */
import { useEffect, useState } from 'preact/hooks';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { linkEntry, parseLink, type RecordLink } from '../../../shared/domain/links.ts';
import { findCycle } from '../../../shared/process/link-cycles.ts';
import { isUnfinished } from '../../projection/query-match.ts';
import { pathTo } from '../../routes.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { StageMark } from '../../ui/stage-mark.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { numberOf, stageShapes } from '../improvement-words.ts';
import type { StoryPartProps } from '../improvement/story-part.ts';
import { linkReader, type RowsById, useRows } from './use-linked.ts';
import './link-facts.css';

type Circle = { readonly link: RecordLink; readonly way: readonly DocumentId[] };

export function LinkFacts({ improvement, state }: StoryPartProps) {
  const { t } = useWords();
  const links = state.sets.links.flatMap((entry) => parseLink(entry) ?? []);
  const [circles, setCircles] = useState<readonly Circle[]>([]);
  const rows = useRows([
    ...links.map(({ to }) => to),
    // Whoever opens the circle elsewhere is heard of here.
    ...circles.flatMap(({ way }) => way),
  ]);
  const { services } = useEnvironment();

  useEffect(() => {
    let left = false;
    const look = async () => {
      const read = linkReader(services.register);
      const found = await Promise.all(
        links.map(async (link) => ({ link, way: await findCycle(improvement.id, link, read) })),
      );
      const closed = found.flatMap(({ link, way }) => (way === undefined ? [] : [{ link, way }]));
      if (!left) setCircles(closed);
    };
    void look();
    return () => {
      left = true;
    };
  }, [state.sets.links.join(), rows]);

  const awaited = isUnfinished(state.stage)
    ? links.flatMap(({ kind, to }) => {
        const row = kind === 'dependsOn' ? rows.get(to) : undefined;
        return row !== undefined && isUnfinished(row.stage) ? [row] : [];
      })
    : [];
  return (
    <>
      {awaited.length > 0 && (
        <ul class="link-facts" data-testid="waits-for">
          {awaited.map((row) => (
            <li key={row.id}>
              <a class="link-facts__record" href={pathTo.improvement(row.id)}>
                <StageMark shape={stageShapes[row.stage]} />
                {t('links.waitsFor', { record: numberOf(row), stage: t(`stage.${row.stage}`) })}
              </a>
            </li>
          ))}
        </ul>
      )}
      {circles.map(({ link, way }) => (
        <Notice
          key={linkEntry(link)}
          tone="warn"
          icon="fork"
          text={t(link.kind === 'partOf' ? 'links.parts' : 'links.stuck', {
            way: wayText([improvement.id, ...way], rows),
          })}
        >
          {state.isAllowed('editRecord') && (
            <Button
              onClick={() =>
                improvement.change({
                  type: 'setEntry',
                  field: 'links',
                  entry: linkEntry(link),
                  on: false,
                })
              }
            >
              {t('links.takeOut', { record: wayText([link.to], rows) })}
            </Button>
          )}
        </Notice>
      ))}
    </>
  );
}

const wayText = (way: readonly DocumentId[], rows: RowsById): string =>
  way
    .map((id) => {
      const row = rows.get(id);
      return row === undefined ? '…' : numberOf(row);
    })
    .join(' → ');
