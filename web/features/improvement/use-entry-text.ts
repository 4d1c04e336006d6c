/** How an entry of a set reads: a person by name, a fixed answer in words, anything else as it is. */
import type { SetField, Someone } from '../../../shared/domain/improvement.ts';
import { localNumber } from '../../../shared/domain/ids.ts';
import { parseLink } from '../../../shared/domain/links.ts';
import { impactAreas } from '../../../shared/domain/record-values.ts';
import { useEnvironment, useWords } from '../environment.ts';
import { nameOf } from '../improvement-words.ts';
import { useReadable } from '../use-readable.ts';
import { objectiveTitle } from '../direction/objective-title.ts';
import { useSettings } from '../use-settings.ts';

export function useEntryText(): (field: SetField, entry: string) => string {
  const { services } = useEnvironment();
  const { t } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  const settings = useSettings();
  return (field, entry) => {
    switch (field) {
      case 'stakeholders':
      case 'watchers':
        return nameOf(people, me, entry as Someone, t);
      case 'impactAreas': {
        const area = impactAreas.find((known) => known === entry);
        return area === undefined ? entry : t(`impact.${area}`);
      }
      case 'links': {
        const link = parseLink(entry);
        return link === undefined
          ? entry
          : t(`link.to.${link.kind}`, { record: localNumber(link.to) });
      }
      case 'objectives':
        return objectiveTitle(settings, entry) ?? t('direction.unknown');
      case 'tags':
      case 'affectedItems':
        return entry;
    }
  };
}
