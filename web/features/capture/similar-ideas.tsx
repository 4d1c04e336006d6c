/** Ideas like the one being typed, quietly below the box, so that the same idea is not kept twice. */
import { useEffect, useState } from 'preact/hooks';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { pathTo } from '../../routes.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { useEnvironment, useWords } from '../environment.ts';
import { numberOf } from '../improvement-words.ts';
import { useReadable } from '../use-readable.ts';
import { findSimilar } from './find-similar.ts';
import { tellingWords } from './similar-words.ts';
import './similar-ideas.css';

/** A pause in typing after which it is worth looking. */
const pauseMs = 250;

type SimilarIdeasProps = {
  readonly text: string;
  /** The record that the text is from. */
  readonly self?: DocumentId;
};

export function SimilarIdeas({ text, self }: SimilarIdeasProps) {
  const { services, preferences } = useEnvironment();
  const { t } = useWords();
  const language = useReadable(preferences.language);
  const [found, setFound] = useState<readonly ListedImprovement[]>([]);
  const similar = found.filter(({ id }) => id !== self);

  useEffect(() => {
    let stop: (() => void) | undefined;
    const timer = setTimeout(() => {
      stop = findSimilar(services.register, tellingWords(text, language), setFound);
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      stop?.();
    };
  }, [text, language]);

  if (similar.length === 0) return null;
  return (
    <section class="similar-ideas" aria-label={t('capture.similar')}>
      <h2 class="similar-ideas__title">{t('capture.similar')}</h2>
      <ul>
        {similar.map((row) => (
          <li key={row.id}>
            <a class="similar-ideas__idea" href={pathTo.improvement(row.id)}>
              <span class="similar-ideas__number figures">{numberOf(row)}</span>
              <span class="similar-ideas__name">{row.title}</span>
            </a>
          </li>
        ))}
      </ul>
    </section>
  );
}
