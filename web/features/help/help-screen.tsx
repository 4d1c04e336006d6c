/** Help: the list of pages with a search over all that is said, or what is said of one page. */
import { useState } from 'preact/hooks';
import { pathToPage } from '../../page-paths.ts';
import { Button } from '../../ui/button.tsx';
import { EmptyState } from '../../ui/empty-state.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../environment.ts';
import type { PageProps } from '../shell/pages.tsx';
import { useArrivalFocus, useScreenTitle } from '../shell/use-screen.ts';
import { TourLine } from '../tour/tour-line.tsx';
import {
  findHelp,
  helpGroupNames,
  helpGroups,
  type HelpPage,
  type HelpTexts,
  isHelpPage,
} from './help-text.ts';
import { HelpArticle } from './help-article.tsx';
import { useHelpTexts } from './use-help-texts.ts';
import './help-screen.css';

export function HelpScreen({ rest: [name = ''], names }: PageProps) {
  const { t } = useWords();
  const texts = useHelpTexts();
  if (texts === undefined) return <div aria-busy="true" />;
  if (texts === 'failed') {
    return (
      <EmptyState level={1} title={t('app.loadFailed')} hint={t('app.loadFailedHint')} role="alert">
        <Button kind="primary" onClick={() => location.reload()}>
          {t('app.tryAgain')}
        </Button>
      </EmptyState>
    );
  }
  return isHelpPage(name) ? (
    <HelpArticle key={name} page={name} text={texts[name]} />
  ) : (
    <HelpIndex texts={texts} names={names} />
  );
}

/** Those that are no page by a name of their own in the address. */
const withoutName: readonly HelpPage[] = ['capture', 'register', 'record'];

function HelpIndex({ texts, names }: { readonly texts: HelpTexts } & Pick<PageProps, 'names'>) {
  const { t } = useWords();
  const heading = useArrivalFocus<HTMLHeadingElement>();
  const [asked, setAsked] = useState('');
  useScreenTitle(t('help.title'));
  const found = findHelp(texts, asked).filter(
    (page) => names.includes(page) || withoutName.includes(page),
  );
  return (
    <div class="help-screen">
      <header>
        <h1 ref={heading} tabIndex={-1}>
          {t('help.title')}
        </h1>
        <p class="help-screen__lead">{t('help.lead')}</p>
      </header>
      <input
        class="field__input"
        type="search"
        aria-label={t('help.search')}
        placeholder={t('help.search')}
        autocomplete="off"
        value={asked}
        onInput={(event) => setAsked(event.currentTarget.value)}
      />
      <p class="visually-hidden" role="status">
        {asked !== '' && t('help.found', { count: found.length })}
      </p>
      {found.length === 0 && (
        <EmptyState title={t('help.none', { text: asked })} hint={t('help.noneHint')} />
      )}
      {helpGroupNames.map((group) => {
        const pages = helpGroups[group].filter((page) => found.includes(page));
        return (
          pages.length > 0 && (
            <Section key={group} title={t(`help.group.${group}`)}>
              <ul class="help-screen__pages">
                {pages.map((page) => (
                  <li key={page}>
                    <a class="help-screen__page" href={pathToPage.helpOn(page)}>
                      <span class="help-screen__name">{texts[page].title}</span>
                      <span class="help-screen__purpose">{texts[page].purpose}</span>
                    </a>
                  </li>
                ))}
              </ul>
            </Section>
          )
        );
      })}
      {asked === '' && (
        <Section title={t('tour.title')}>
          <TourLine />
        </Section>
      )}
    </div>
  );
}
