/** One change to all chosen records: says first how many it will reach and why not the others. */
import { useEffect, useMemo, useState } from 'preact/hooks';
import type { ImprovementChange } from '../../../shared/document/write-change.ts';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { levels, limits, type Someone } from '../../../shared/domain/improvement.ts';
import type { ChangeManyService, ManyPlan } from '../../services/register.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useEnvironment } from '../environment.ts';
import { findPerson } from '../improvement-words.ts';
import { Select } from './filter-selects.tsx';
import { useSpeaker } from './use-speaker.ts';

type BulkSheetProps = {
  readonly ids: readonly DocumentId[];
  readonly onDone: () => void;
  readonly onClose: () => void;
};

const kinds = ['owner', 'urgency', 'addTag', 'removeTag'] as const;
type Kind = (typeof kinds)[number];

/** From here on it takes long enough to be told how far it is. */
const progressFrom = 50;
/** Taking back a batch is thought over longer than one edit. */
const undoMs = 20_000;

export function BulkSheet({ ids, onDone, onClose }: BulkSheetProps) {
  const { services, showToast } = useEnvironment();
  const speaker = useSpeaker();
  const { t, people, me } = speaker;
  const [many, setMany] = useState<ChangeManyService>();
  const [kind, setKind] = useState<Kind>('owner');
  const [owner, setOwner] = useState<Someone | ''>(me);
  const [urgency, setUrgency] = useState<(typeof levels)[number] | ''>('high');
  const [tag, setTag] = useState('');
  const [plan, setPlan] = useState<ManyPlan>();
  const [done, setDone] = useState<number>();
  const change = useMemo(() => changeOf(kind, owner, urgency, tag), [kind, owner, urgency, tag]);

  useEffect(() => {
    const load = async () => setMany(await services.changeMany());
    // Without it nothing can be changed, and the button says so.
    load().catch(() => undefined);
  }, [services]);
  useEffect(() => {
    let left = false;
    setPlan(undefined);
    if (change === undefined) return undefined;
    const foretell = async () => {
      const next = await many?.plan(ids, change);
      if (!left) setPlan(next);
    };
    void foretell();
    return () => (left = true);
  }, [many, change]);

  const run = async () => {
    if (many === undefined || plan === undefined || change === undefined) return;
    setDone(0);
    const result = await many.run(plan.changing, change, setDone);
    onClose();
    onDone();
    const undo = async () => {
      const count = await result.undo();
      showToast({ text: t('find.changedBack', { count }) });
    };
    const text =
      result.failure === undefined
        ? t('find.changed', { count: result.changed })
        : `${t('find.changed', { count: result.changed })} ${t(`storage.${result.failure}`)}`;
    showToast({
      text,
      stayMs: undoMs,
      action: { label: t('find.undo'), onClick: () => void undo() },
    });
  };

  const own = findPerson(people, me);
  const count = plan?.changing.length ?? 0;
  return (
    <Sheet
      title={t('find.changeTitle', { count: ids.length })}
      closeLabel={t('app.close')}
      onClose={() => done === undefined && onClose()}
    >
      <div class="filter-sheet">
        <Select
          label={t('find.changeWhat')}
          value={kind}
          onChoose={(value) => setKind(kinds.find((one) => one === value) ?? 'owner')}
        >
          {kinds.map((one) => (
            <option key={one} value={one}>
              {t(`find.change.${one}`)}
            </option>
          ))}
        </Select>
        {kind === 'owner' && (
          <Select
            label={t('field.owner')}
            value={owner}
            onChoose={(value) => setOwner(value as Someone | '')}
          >
            <option value={me}>{t('someone.me')}</option>
            <option value="">{t('register.nobody')}</option>
            {people
              .filter((person) => person !== own && !person.isRemoved)
              .map((person) => (
                <option key={person.id} value={person.id}>
                  {person.displayName}
                </option>
              ))}
          </Select>
        )}
        {kind === 'urgency' && (
          <Select
            label={t('field.urgency')}
            value={urgency}
            onChoose={(value) => setUrgency(levels.find((level) => level === value) ?? '')}
          >
            {levels.map((level) => (
              <option key={level} value={level}>
                {t(`level.${level}`)}
              </option>
            ))}
            <option value="">{t('level.none')}</option>
          </Select>
        )}
        {(kind === 'addTag' || kind === 'removeTag') && (
          <Field label={t('find.tag')}>
            {(control) => (
              <input
                {...control}
                class="field__input"
                maxLength={limits.entryLength}
                value={tag}
                onInput={(event) => setTag(event.currentTarget.value)}
              />
            )}
          </Field>
        )}
        <div class="bulk-sheet__plan" role="status">
          {plan !== undefined && (
            <>
              <p>{t('find.willChange', { count })}</p>
              {plan.unchanged > 0 && <p>{t('find.willStay', { count: plan.unchanged })}</p>}
              {plan.forbidden > 0 && <p>{t('find.mayNot', { count: plan.forbidden })}</p>}
            </>
          )}
        </div>
        {done !== undefined && count > progressFrom && (
          <progress class="bulk-sheet__progress" max={count} value={done} />
        )}
        <Button
          kind="primary"
          disabled={count === 0 || done !== undefined}
          onClick={() => void run()}
        >
          {t('find.changeNow', { count })}
        </Button>
      </div>
    </Sheet>
  );
}

/** undefined: it is not known yet what is to be changed. */
function changeOf(
  kind: Kind,
  owner: Someone | '',
  urgency: (typeof levels)[number] | '',
  tag: string,
): ImprovementChange | undefined {
  const entry = tag.replace(/\s+/gu, ' ').trim();
  switch (kind) {
    case 'owner':
      return { type: 'setField', field: 'owner', value: owner };
    case 'urgency':
      return { type: 'setField', field: 'urgency', value: urgency };
    case 'addTag':
    case 'removeTag':
      return entry === ''
        ? undefined
        : { type: 'setEntry', field: 'tags', entry, on: kind === 'addTag' };
  }
}
