/** Edits of one record that were not accepted: why, what they wanted, and the ways out. */
import { useEffect, useId, useState } from 'preact/hooks';
import type { DraftDifference, DraftGroup, DraftService } from '../../services/drafts.ts';
import { Button } from '../../ui/button.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { nameOf } from '../improvement-words.ts';
import { useNow } from '../use-now.ts';
import { useReadable } from '../use-readable.ts';
import { Difference } from './draft-difference.tsx';
import { whyKey } from './draft-words.ts';
import { pathToDocument } from './path-to-document.ts';
import { useWaysOut } from './use-ways-out.ts';
import './draft-card.css';

type DraftCardProps = {
  readonly service: DraftService;
  readonly group: DraftGroup;
  /** The draft leaves the list: focus goes where the reader can go on. */
  readonly onDone: () => void;
};

export function DraftCard({ service, group, onDone }: DraftCardProps) {
  const { services } = useEnvironment();
  const { t, format } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const nowMs = useNow();
  const titleId = useId();
  const difference = useDifference(service, group);
  const isOfWorkspace = difference?.kind === 'workspace';
  const untitled = isOfWorkspace ? 'workspace.title' : 'register.untitled';
  const title = group.title === '' ? t(untitled) : group.title;
  return (
    <article class="draft-card" aria-labelledby={titleId} data-testid="draft">
      <header>
        <h2 class="draft-card__title" id={titleId}>
          {difference?.record === 'missing' ? (
            title
          ) : (
            <a href={pathToDocument(group.docId, difference?.kind)}>{title}</a>
          )}
        </h2>
        <p class="draft-card__why">
          {t(whyKey(group.code))} <time>{format.ago(group.draftedAt, nowMs)}</time>
        </p>
        {group.returnedBy !== undefined && (
          <p class="draft-card__returned">
            {t('drafts.returned', { name: nameOf(people, me, group.returnedBy, t) })}
          </p>
        )}
      </header>
      {difference !== undefined && <Difference difference={difference} />}
      {difference?.record === 'waiting' && (
        <p class="draft-card__why" role="status">
          {t('drafts.recordWaiting')}
        </p>
      )}
      {difference?.record === 'missing' && (
        <p class="draft-card__why">{t('drafts.recordMissing')}</p>
      )}
      <Actions service={service} group={group} difference={difference} onDone={onDone} />
    </article>
  );
}

type ActionsProps = DraftCardProps & { readonly difference: DraftDifference | undefined };

function Actions({ service, group, difference, onDone }: ActionsProps) {
  const { t } = useWords();
  const [isBusy, setIsBusy] = useState(false);
  const ways = useWaysOut(service, group, difference, onDone);
  const run = (way: () => Promise<void>) => async () => {
    setIsBusy(true);
    try {
      await way();
    } finally {
      setIsBusy(false);
    }
  };
  const isOff = isBusy || difference === undefined;
  const isWaiting = difference?.record === 'waiting';
  const isMissing = difference?.record === 'missing';
  return (
    <div class="draft-card__actions">
      <Button disabled={isOff || isWaiting} icon="redo" onClick={run(ways.applyAgain)}>
        {t(isMissing ? 'drafts.keepAsNew' : 'drafts.applyAgain')}
      </Button>
      {!isMissing && difference?.kind === 'improvement' && (
        <Button disabled={isOff || isWaiting} onClick={run(ways.postComment)}>
          {t('drafts.postComment')}
        </Button>
      )}
      <Button disabled={isOff} icon="copy" onClick={run(ways.copy)}>
        {t('drafts.copy')}
      </Button>
      <Button kind="quiet" disabled={isBusy} onClick={run(ways.discard)}>
        {t('drafts.discard')}
      </Button>
    </div>
  );
}

/** Read again whenever the record changes: what it says now is half of the comparison. */
function useDifference(service: DraftService, group: DraftGroup): DraftDifference | undefined {
  const { services } = useEnvironment();
  const [difference, setDifference] = useState<DraftDifference>();
  useEffect(() => {
    let isLeft = false;
    const compare = async () => {
      const compared = await service.compare(group);
      if (!isLeft) setDifference(compared);
    };
    void compare();
    const stop = services.register.watchRow(group.docId, () => void compare());
    return () => {
      isLeft = true;
      stop();
    };
  }, [service, group.docId, group.ns.join()]);
  return difference;
}
