/** What help says of one page. */
import { pathToPage } from '../../page-paths.ts';
import { pathTo } from '../../routes.ts';
import { ButtonLink } from '../../ui/button.tsx';
import { Section } from '../../ui/section.tsx';
import { useWords } from '../environment.ts';
import { useArrivalFocus, useScreenTitle } from '../shell/use-screen.ts';
import type { HelpPage, HelpText } from './help-text.ts';

type HelpArticleProps = { readonly page: HelpPage; readonly text: HelpText };

export function HelpArticle({ page, text }: HelpArticleProps) {
  const { t } = useWords();
  const heading = useArrivalFocus<HTMLHeadingElement>();
  useScreenTitle(t('help.titleOf', { page: text.title }));
  const path = pathOf(page);
  return (
    <article class="help-screen">
      <header>
        <p class="help-screen__kind">{t('help.title')}</p>
        <h1 ref={heading} tabIndex={-1}>
          {text.title}
        </h1>
        <p class="help-screen__lead">{text.purpose}</p>
      </header>
      <Section title={t('help.how')}>
        <ul class="help-screen__how">
          {text.how.map((sentence) => (
            <li key={sentence}>{sentence}</li>
          ))}
        </ul>
      </Section>
      <Section title={t('help.offline')}>
        <p class="help-screen__text">{text.offline}</p>
      </Section>
      {text.keys !== undefined && (
        <Section title={t('keys.title')}>
          <dl class="help-screen__keys">
            {text.keys.map(([pressed, does]) => (
              <div key={pressed} class="help-screen__key">
                <dt>{pressed}</dt>
                <dd>{does}</dd>
              </div>
            ))}
          </dl>
        </Section>
      )}
      <div class="help-screen__ways">
        {path !== undefined && <ButtonLink href={path}>{t('help.open')}</ButtonLink>}
        <ButtonLink kind="quiet" href={pathToPage.help}>
          {t('help.all')}
        </ButtonLink>
      </div>
    </article>
  );
}

/** Pages of one record have no address without it. */
const ofOneRecord: readonly HelpPage[] = ['record', 'business-case', 'kata', 'ooda', 'help'];

function pathOf(page: HelpPage): string | undefined {
  if (ofOneRecord.includes(page)) return undefined;
  return page === 'capture' ? pathTo.capture : `/${page}`;
}
