/** The teams and organisations that a person belongs to: records for a team are theirs to see, and what is shared with an organisation. */
import { useState } from 'preact/hooks';
import { type Person } from '../../../shared/domain/person.ts';
import { pathToPage } from '../../page-paths.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Choices } from '../../ui/choices.tsx';
import { SectionLine } from '../../ui/section.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { useGroups } from '../use-groups.ts';
import { useAct } from './use-asked.ts';

type PersonGroupsProps = { readonly person: Person; readonly onDone: () => void };

export function PersonGroups({ person, onDone }: PersonGroupsProps) {
  const { showToast } = useEnvironment();
  const { t } = useWords();
  const groups = useGroups();
  const held = person.belongsTo ?? [];
  const [chosen, setChosen] = useState<readonly string[]>(held);
  const { isBusy, problem, act } = useAct();
  const isChanged = chosen.toSorted().join() !== held.toSorted().join();
  const save = async () => {
    const done = await act((people) => people.changeBelonging(person.id, chosen));
    if (done === undefined) return;
    showToast({ text: t('people.groupsSaved', { name: person.displayName }) });
    onDone();
  };
  if (groups.length === 0) {
    return (
      <SectionLine hint={t('people.noGroups')}>
        <ButtonLink href={pathToPage.catalogue}>{t('people.toCatalogue')}</ButtonLink>
      </SectionLine>
    );
  }
  return (
    <div class="person-sheet__part">
      <Choices
        label={t('people.groups')}
        hint={t('people.groupsHint')}
        problem={problem}
        options={groups.map(({ id, title, kind }) => ({
          value: id,
          label: title,
          hint: t(`choice.${kind}`),
        }))}
        chosen={chosen}
        onChange={setChosen}
      />
      <Button disabled={!isChanged || isBusy} onClick={() => void save()}>
        {t('people.groupsSave')}
      </Button>
    </div>
  );
}
