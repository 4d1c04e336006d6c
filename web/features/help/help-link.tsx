/** The quiet way to the help of the page that one is on. */
import { pathToPage } from '../../page-paths.ts';
import { useEnvironment, useWords } from '../environment.ts';
import { useReadable } from '../use-readable.ts';
import { helpOf } from './help-of.ts';
import './help-link.css';

type HelpLinkProps = {
  /** In the rail it has words; in the bar of a phone it is a sign. */
  readonly isInRail: boolean;
};

export function HelpLink({ isInRail }: HelpLinkProps) {
  const { navigation } = useEnvironment();
  const { t } = useWords();
  const page = helpOf(useReadable(navigation.route));
  const path = page === undefined || page === 'help' ? pathToPage.help : pathToPage.helpOn(page);
  const sign = (
    <span class="help-link__sign" aria-hidden="true">
      ?
    </span>
  );
  return isInRail ? (
    <a class="shell__item" href={path} aria-keyshortcuts="?">
      {sign}
      <span class="shell__label">{t('help.title')}</span>
    </a>
  ) : (
    <a class="help-link" href={path} aria-label={t('help.thisPage')}>
      {sign}
    </a>
  );
}
