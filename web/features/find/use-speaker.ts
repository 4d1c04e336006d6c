/** Words and people together, for what names both. */
import { useEnvironment, useWords } from '../environment.ts';
import { useReadable } from '../use-readable.ts';
import { objectiveTitle } from '../direction/objective-title.ts';
import { useSettings } from '../use-settings.ts';
import type { Speaker } from './query-words.ts';

export function useSpeaker(): Speaker {
  const { services } = useEnvironment();
  const { t, format, language } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const settings = useSettings();
  const objective = (id: string) => objectiveTitle(settings, id);
  return { t, language, format, people, me, objective };
}
