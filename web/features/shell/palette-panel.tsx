/** Goes anywhere from the keyboard: to a screen by its name, to a record by its number or words. */
import { useEffect, useId, useState } from 'preact/hooks';
import { formatQuery } from '../../projection/query-address.ts';
import { pathToPage } from '../../page-paths.ts';
import { pathTo } from '../../routes.ts';
import type { ListedImprovement, RegisterView } from '../../services/register.ts';
import { Sheet } from '../../ui/sheet.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { useViews } from '../find/use-views.ts';
import { numberOf } from '../improvement-words.ts';
import { findRecords } from './find-records.ts';
import { usePagePlaces } from './page-links.tsx';
import './palette-panel.css';

type Choice = { readonly path: string; readonly label: string; readonly number?: string };

export function PalettePanel({ onClose }: { readonly onClose: () => void }) {
  const { navigation } = useEnvironment();
  const { t } = useWords();
  const listId = useId();
  const [typed, setTyped] = useState('');
  const [chosen, setChosen] = useState(0);
  const choices = useChoices(typed);
  const current = Math.min(chosen, choices.length - 1);

  const open = (choice: Choice | undefined) => {
    if (choice === undefined) return;
    onClose();
    navigation.go(choice.path);
  };

  const handleKey = (event: KeyboardEvent) => {
    if (event.isComposing) return;
    const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
    if (step !== undefined) {
      event.preventDefault();
      setChosen(Math.max(0, Math.min(choices.length - 1, current + step)));
    }
    if (event.key === 'Enter') {
      event.preventDefault();
      open(choices[current]);
    }
  };

  return (
    <Sheet title={t('palette.title')} closeLabel={t('app.close')} onClose={onClose}>
      <input
        class="field__input"
        role="combobox"
        aria-label={t('palette.label')}
        aria-expanded="true"
        aria-controls={listId}
        aria-activedescendant={current >= 0 ? `${listId}-${current}` : undefined}
        placeholder={t('palette.label')}
        autocomplete="off"
        autofocus
        value={typed}
        onInput={(event) => {
          setTyped(event.currentTarget.value);
          setChosen(0);
        }}
        onKeyDown={handleKey}
      />
      <ul class="palette-panel__list" id={listId} role="listbox" aria-label={t('palette.title')}>
        {choices.map((choice, index) => (
          <li
            key={choice.path}
            class="palette-panel__choice"
            id={`${listId}-${index}`}
            role="option"
            aria-selected={index === current}
            onClick={() => open(choice)}
          >
            {choice.number !== undefined && (
              <span class="palette-panel__number figures">{choice.number}</span>
            )}
            <span class="palette-panel__label">{choice.label}</span>
          </li>
        ))}
      </ul>
      <p class="palette-panel__none" role="status">
        {choices.length === 0 && t('palette.none')}
      </p>
    </Sheet>
  );
}

/** Screens whose name contains what is typed, then records that the register finds for it. */
function useChoices(typed: string): readonly Choice[] {
  const { services } = useEnvironment();
  const { t } = useWords();
  const { views } = useViews();
  const pages = usePagePlaces();
  const [records, setRecords] = useState<readonly ListedImprovement[]>([]);

  useEffect(() => {
    let left = false;
    const show = async (view: RegisterView) => {
      const rows = await findRecords(view, typed);
      if (!left) setRecords(rows);
    };
    const stop = services.register.watch(typed, (view) => void show(view));
    return () => {
      left = true;
      stop();
    };
  }, [typed]);

  const screens = [
    { path: pathTo.capture, label: t('nav.capture') },
    { path: pathTo.register, label: t('nav.register') },
    ...pages,
    { path: pathTo.me, label: t('nav.me') },
    { path: pathTo.people, label: t('people.title') },
    { path: pathToPage.help, label: t('help.title') },
  ];
  const wanted = typed.trim().toLowerCase();
  const found = views.map(({ name, query }) => ({
    path: pathTo.registerWith(formatQuery(query)),
    label: t('palette.view', { name }),
  }));
  return [
    ...screens.filter(({ label }) => label.toLowerCase().includes(wanted)),
    ...found.filter(({ label }) => wanted !== '' && label.toLowerCase().includes(wanted)),
    ...records.map((row) => ({
      path: pathTo.improvement(row.id),
      label: row.title === '' ? t('register.untitled') : row.title,
      number: numberOf(row),
    })),
  ];
}
