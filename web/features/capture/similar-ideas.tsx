/** Ideas like the one being typed, quietly below the box, so that the same idea is not kept twice. */
import { useEffect, useState } from 'preact/hooks';
import type { DocumentId } from '../../../shared/domain/ids.ts';
import { pathTo } from '../../routes.ts';
import type { ListedImprovement } from '../../services/register.ts';
import { useEnvironment, useWords } from '../environment.ts';
import { numberOf } from '../improvement-words.ts';
import { useReadable } from '../use-readable.ts';
import { lazyPart } from '../lazy-part.tsx';
import { findSimilar } from './find-similar.ts';
import { tellingWords } from './similar-words.ts';
import './similar-ideas.css';

const FittingLessons = lazyPart(
  async () => (await import('../lessons/fitting-lessons.tsx')).FittingLessons,
  true,
);

/** A pause in typing after which it is worth looking. */
const pauseMs = 250;

type SimilarIdeasProps = {
  readonly text: string;
  /** The record that the text is from. */
  readonly self?: DocumentId;
};

export function SimilarIdeas({ text, self }: SimilarIdeasProps) {
  const { services, preferences } = useEnvironment();
  const language = useReadable(preferences.language);
  const [found, setFound] = useState<readonly ListedImprovement[]>([]);
  const [words, setWords] = useState<readonly string[]>([]);
  const similar = found.filter(({ id }) => id !== self);

  useEffect(() => {
    let stop: (() => void) | undefined;
    const timer = setTimeout(() => {
      const telling = tellingWords(text, language);
      stop = findSimilar(services.register, telling, setFound);
      setWords(telling);
    }, pauseMs);
    return () => {
      clearTimeout(timer);
      stop?.();
    };
  }, [text, language]);

  return (
    <>
      {similar.length > 0 && <Ideas similar={similar} />}
      <FittingLessons words={words} self={self} />
    </>
  );
}

function Ideas({ similar }: { readonly similar: readonly ListedImprovement[] }) {
  const { t } = useWords();
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
