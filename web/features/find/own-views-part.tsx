/** What is asked now, kept as a view of one's own; and the views kept before, to rename and to delete. */
import { useState } from 'preact/hooks';
import { formatQuery } from '../../projection/query-address.ts';
import type { RegisterQuery } from '../../projection/register-query.ts';
import type { OwnView, OwnViewService } from '../../services/register.ts';
import { Button } from '../../ui/button.tsx';
import { IconButton } from '../../ui/icon-button.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import type { View } from './use-views.ts';

type OwnViewsPartProps = {
  readonly query: RegisterQuery;
  readonly views: readonly View[];
  readonly service: OwnViewService;
};

export function OwnViewsPart({ query, views, service }: OwnViewsPartProps) {
  const { t } = useWords();
  const [name, setName] = useState('');
  const own = views.flatMap((view) => (view.own === undefined ? [] : [view.own]));
  const keep = async (event: Event) => {
    event.preventDefault();
    if (await service.keep(name, formatQuery(query))) setName('');
  };
  return (
    <section class="own-views" aria-label={t('find.ownViews')}>
      <p class="filter-sheet__label">{t('find.ownViews')}</p>
      <ul class="own-views__list">
        {own.map((view) => (
          <OwnViewLine key={view.id} view={view} service={service} />
        ))}
      </ul>
      <form class="own-views__form" onSubmit={(event) => void keep(event)}>
        <input
          class="field__input"
          aria-label={t('find.viewName')}
          placeholder={t('find.viewName')}
          maxLength={40}
          value={name}
          onInput={(event) => setName(event.currentTarget.value)}
        />
        <Button type="submit">{t('find.keepView')}</Button>
      </form>
    </section>
  );
}

type OwnViewLineProps = { readonly view: OwnView; readonly service: OwnViewService };

function OwnViewLine({ view, service }: OwnViewLineProps) {
  const { showToast } = useEnvironment();
  const { t } = useWords();
  const remove = async () => {
    const bringBack = await service.remove(view.id);
    const onClick = () => void bringBack();
    showToast({
      text: t('find.viewRemoved', { name: view.name }),
      action: { label: t('find.undo'), onClick },
    });
  };
  return (
    <li class="own-views__line">
      <input
        class="field__input"
        aria-label={t('find.renameView', { name: view.name })}
        maxLength={40}
        value={view.name}
        onChange={(event) => void service.rename(view.id, event.currentTarget.value)}
      />
      <IconButton
        icon="close"
        label={t('find.removeView', { name: view.name })}
        onClick={() => void remove()}
      />
    </li>
  );
}
