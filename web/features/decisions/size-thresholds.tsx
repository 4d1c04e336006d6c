/** What counts as of a size at least, whatever its cost band says: from an amount on, or by its route. */
import { useState } from 'preact/hooks';
import type { ItemValues } from '../../../shared/domain/collections.ts';
import type { Level } from '../../../shared/domain/improvement.ts';
import { type DeliveryRoute, deliveryRoutes } from '../../../shared/domain/record-values.ts';
import { isRaiser } from '../../../shared/process/approval-rules.ts';
import type { OpenWorkspace } from '../../services/workspace.ts';
import { Button } from '../../ui/button.tsx';
import { Field, FieldProblem } from '../../ui/field.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { formatMoney } from '../business-case/amounts.ts';
import { useParsers } from '../business-case/use-parsers.ts';
import { useEnvironment, useWords } from '../environment.ts';
import { PlainSelect } from '../improvement/plain-select.tsx';
import { useReadable } from '../use-readable.ts';
import './size-thresholds.css';

type SizeThresholdsProps = { readonly workspace: OpenWorkspace; readonly size: Level };

export function SizeThresholds({ workspace, size }: SizeThresholdsProps) {
  const { showToast } = useEnvironment();
  const { t } = useWords();
  const sentence = useThresholdSentence();
  const { items } = useReadable(workspace.state);
  const [isAdding, setAdding] = useState(false);
  const standing = items.approvalRules.filter(
    ({ isRemoved, values }) => !isRemoved && values.size === size && isRaiser(values),
  );
  const mark = (item: string, removed: 'yes' | '') =>
    workspace.change({
      type: 'setItem',
      collection: 'approvalRules',
      item,
      change: { removed },
    });
  const remove = (item: string, text: string) => {
    mark(item, 'yes');
    showToast({
      text: t('rules.thresholdRemoved', { threshold: text }),
      action: { label: t('record.undo'), onClick: () => mark(item, '') },
    });
  };
  return (
    <div class="size-thresholds">
      {standing.length > 0 && (
        <ul
          class="size-thresholds__list"
          aria-label={t('rules.alsoOf', { size: t(`rules.size.${size}`) })}
        >
          {standing.map(({ id, values }) => (
            <li key={id} class="size-thresholds__entry">
              <span class="figures">{sentence(values)}</span>
              <IconButton
                icon="close"
                label={t('rules.removeThreshold', { threshold: sentence(values) })}
                onClick={() => remove(id, sentence(values))}
              />
            </li>
          ))}
        </ul>
      )}
      {isAdding ? (
        <NewThreshold
          onAdd={(threshold) => {
            workspace.addItem('approvalRules', { size, ...threshold });
            setAdding(false);
          }}
          onCancel={() => setAdding(false)}
        />
      ) : (
        <Button kind="quiet" icon="plus" onClick={() => setAdding(true)}>
          {t('rules.addThreshold')}
        </Button>
      )}
    </div>
  );
}

function useThresholdSentence() {
  const { t, language } = useWords();
  return ({ fromAmount, currency, route }: ItemValues<'approvalRules'>): string => {
    const amount = fromAmount === '' ? '' : formatMoney(fromAmount, currency, language);
    const way = route === '' ? '' : t(`route.${route}`);
    if (amount === '') return t('rules.byRoute', { route: way });
    return way === ''
      ? t('rules.from', { amount })
      : t('rules.fromByRoute', { amount, route: way });
  };
}

type Threshold = Pick<ItemValues<'approvalRules'>, 'fromAmount' | 'currency' | 'route'>;

type NewThresholdProps = {
  readonly onAdd: (threshold: Threshold) => void;
  readonly onCancel: () => void;
};

/** Kept as a whole: one that names neither an amount nor a route would say nothing. */
function NewThreshold({ onAdd, onCancel }: NewThresholdProps) {
  const { t } = useWords();
  const parse = useParsers();
  const [amount, setAmount] = useState('');
  const [currency, setCurrency] = useState('');
  const [route, setRoute] = useState<DeliveryRoute | ''>('');
  const [problem, setProblem] = useState<string>();

  const add = (event: Event) => {
    event.preventDefault();
    const typed = parse.amount(amount);
    if ('problem' in typed) return setProblem(typed.problem);
    const fromAmount = Number(typed.value);
    const code = currency.trim().toUpperCase();
    if (code !== '' && !/^[A-Z]{3}$/.test(code)) return setProblem(t('case.currencyProblem'));
    if (fromAmount === 0 && route === '') return setProblem(t('rules.thresholdEmpty'));
    onAdd({
      fromAmount: fromAmount === 0 ? '' : fromAmount,
      currency: fromAmount === 0 ? '' : code,
      route,
    });
  };

  return (
    <form class="size-thresholds__form" onSubmit={add} noValidate>
      <div class="size-thresholds__pair">
        <Field label={t('rules.fromAmount')}>
          {(control) => (
            <input
              {...control}
              class="field__input figures"
              type="text"
              inputMode="decimal"
              autocomplete="off"
              autofocus
              value={amount}
              onInput={(event) => setAmount(event.currentTarget.value)}
            />
          )}
        </Field>
        <Field label={t('field.currency')}>
          {(control) => (
            <input
              {...control}
              class="field__input"
              type="text"
              autocomplete="off"
              autocapitalize="characters"
              maxLength={3}
              placeholder={t('rules.anyCurrency')}
              value={currency}
              onInput={(event) => setCurrency(event.currentTarget.value)}
            />
          )}
        </Field>
      </div>
      <PlainSelect
        label={t('field.route')}
        options={[
          { value: '', label: t('rules.anyRoute') },
          ...deliveryRoutes.map((value) => ({ value, label: t(`route.${value}`) })),
        ]}
        value={route}
        onChoose={(chosen) => setRoute(chosen as DeliveryRoute | '')}
      />
      <FieldProblem id="new-threshold-problem" text={problem} />
      <div class="size-thresholds__end">
        <Button kind="quiet" onClick={onCancel}>
          {t('decide.cancel')}
        </Button>
        <Button type="submit">{t('rules.addThisThreshold')}</Button>
      </div>
    </form>
  );
}
