/** The register: every idea, newest first, with a search that answers while one types, and the tools to find with. */
import { useEffect, useRef, useState } from 'preact/hooks';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { pathTo } from '../../routes.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import '../find/find-bar.css';
import { useEnvironment, useWords } from '../environment.ts';
import { FindDesk } from '../lazy-parts.ts';
import { useArrivalFocus, useScreenTitle } from '../shell/use-screen.ts';
import { useMedia, widths } from '../use-media.ts';
import type { ListExtras } from './list-extras.ts';
import { RegisterList } from './register-list.tsx';
import type { RegisterMemory } from './register-memory.ts';
import type { RowLook } from './register-row.tsx';
import { SearchField } from './search-field.tsx';
import { useRegister } from './use-register.ts';
import './register-screen.css';

/** The look is kept once it has stood still for this long. */
const keepLookAfterMs = 2_000;

type RegisterScreenProps = {
  readonly memory: RegisterMemory;
  readonly filterText: string;
  /** What else the address asks, as it stands there. */
  readonly search: string;
  readonly onFilter: (text: string) => void;
  readonly onAsk: (asked: { readonly text?: string; readonly search: string }) => void;
  /** The record shown beside the list. */
  readonly openId: DocumentId | undefined;
};

export function RegisterScreen(props: RegisterScreenProps) {
  const { memory, filterText, search: asked, onFilter, onAsk, openId } = props;
  const { services } = useEnvironment();
  const { t } = useWords();
  const phone = !useMedia(widths.desk);
  const wide = useMedia(widths.table);
  const [extras, setExtras] = useState<ListExtras>();
  const what = asked === '' ? filterText : extras?.ask;
  const plain = useRegister(services.register, what, memory);
  const register = extras?.withHeadings(plain) ?? plain;
  const heading = useArrivalFocus<HTMLHeadingElement>();
  const search = useRef<HTMLInputElement>(null);
  const enterList = useRef<() => void>(() => undefined);
  const look: RowLook = phone ? 'cards' : wide && openId === undefined ? 'table' : 'compact';
  useScreenTitle(openId === undefined ? t('register.title') : undefined);

  // The record beside the list is gone, and focus with it: back to the row that it came from.
  const lastOpenId = useRef(openId);
  useEffect(() => {
    if (lastOpenId.current !== undefined && openId === undefined) enterList.current();
    lastOpenId.current = openId;
  }, [openId]);

  useEffect(() => {
    memory.focusSearch = () => search.current?.focus();
    if (memory.searchWanted) search.current?.focus();
    memory.searchWanted = false;
    return () => (memory.focusSearch = undefined);
  }, []);

  const { total } = plain;
  const isWhole = what === '';
  useEffect(() => {
    if (!isWhole || openId !== undefined || !total || memory.topRow >= 1) return undefined;
    // Rows that the plain program does not draw would only jump.
    if (extras?.Row !== undefined) return undefined;
    // Without it the next visit only begins a little later.
    const keep = async () => {
      const { keepLook } = await import('./keep-look.ts');
      await keepLook(document, globalThis.caches);
    };
    const timer = setTimeout(() => void keep().catch(() => undefined), keepLookAfterMs);
    return () => clearTimeout(timer);
  });

  return (
    <div class={`register-screen register-screen--${look}`}>
      <header class="register-screen__header">
        <h1 class="register-screen__title" ref={heading} tabIndex={-1}>
          {t('register.title')}
        </h1>
        <p class="register-screen__count figures" role="status">
          {total === undefined || total === 0
            ? ''
            : t(isWhole ? 'register.count' : 'register.matches', { count: total })}
        </p>
        <SearchField
          text={filterText}
          inputRef={search}
          onSearch={onFilter}
          onEnterList={() => enterList.current()}
        />
        <div class="register-screen__find">
          <FindDesk
            text={filterText}
            search={asked}
            look={look}
            total={total}
            onAsk={onAsk}
            onExtras={setExtras}
          />
        </div>
      </header>
      {register.failed ? (
        <EmptyState title={t('register.failed')} hint={t('register.failedHint')} role="alert">
          <Button onClick={() => location.reload()}>{t('app.reload')}</Button>
        </EmptyState>
      ) : total === undefined ? (
        <div class="register-screen__loading" />
      ) : total === 0 ? (
        extras && (asked || !filterText) ? (
          extras.nothingFound
        ) : (
          <NothingHere filterText={filterText} onClear={() => onFilter('')} />
        )
      ) : (
        <RegisterList
          register={register}
          extras={extras}
          look={look}
          openId={openId}
          memory={memory}
          enterRef={enterList}
        />
      )}
    </div>
  );
}

type NothingHereProps = { readonly filterText: string; readonly onClear: () => void };

function NothingHere({ filterText, onClear }: NothingHereProps) {
  const { t } = useWords();
  if (filterText === '') {
    return (
      <EmptyState title={t('register.empty')} hint={t('register.emptyHint')}>
        <ButtonLink kind="primary" href={pathTo.capture}>
          {t('register.emptyAction')}
        </ButtonLink>
      </EmptyState>
    );
  }
  return (
    <EmptyState
      title={t('register.noMatch', { text: filterText })}
      hint={t('register.noMatchHint')}
      role="status"
    >
      <Button onClick={onClear}>{t('register.clear')}</Button>
    </EmptyState>
  );
}
