/** Links that still let somebody in, each with a way to end it. */
import { useState } from 'preact/hooks';
import type { OpenInvitation } from '../../../shared/protocol/session.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section, SectionLine } from '../../ui/section.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { nameOf } from '../improvement-words.ts';
import { useReadable } from '../use-readable.ts';
import { useAct, useAsked } from './use-asked.ts';

export function OpenLinks() {
  const { showToast } = useEnvironment();
  const { t } = useWords();
  const [ended, setEnded] = useState(0);
  const links = useAsked(ended, (people) => people.openInvitations());
  const { isBusy, problem, act } = useAct();

  const end = async (id: string) => {
    const done = await act((people) => people.endInvitation(id));
    if (done === undefined) return;
    setEnded(ended + 1);
    showToast({ text: t('people.linkEnded') });
  };

  return (
    <Section title={t('people.links')}>
      {links.type === 'refused' && <Notice tone="calm" icon="cloudOff" text={links.text} />}
      {problem !== undefined && <Notice tone="danger" icon="warning" role="alert" text={problem} />}
      {links.type === 'here' && links.value.length === 0 && (
        <p class="people-screen__hint">{t('people.linksEmpty')}</p>
      )}
      {links.type === 'here' &&
        links.value.map((link) => (
          <Link key={link.id} link={link} isBusy={isBusy} onEnd={() => void end(link.id)} />
        ))}
    </Section>
  );
}

type LinkProps = {
  readonly link: OpenInvitation;
  readonly isBusy: boolean;
  readonly onEnd: () => void;
};

function Link({ link, isBusy, onEnd }: LinkProps) {
  const { t, format } = useWords();
  const what = useWhat(link);
  const uses = t('people.linkUses', {
    count: link.usesLeft,
    when: format.dateTime(link.expiresAt),
  });
  return (
    <SectionLine label={link.label === '' ? what : `${link.label} · ${what}`} hint={uses}>
      <Button kind="quiet" disabled={isBusy} onClick={onEnd}>
        {t('people.linkEnd')}
      </Button>
    </SectionLine>
  );
}

function useWhat(link: OpenInvitation): string {
  const { services } = useEnvironment();
  const { t, format } = useWords();
  const people = useReadable(services.session.people);
  const me = useReadable(services.session.me);
  if (link.for === 'person') return format.list(link.roles.map((role) => t(`role.${role}`)));
  if (link.for === 'firstAdministrator') return t('people.linkFor.firstAdministrator');
  const name =
    link.person === null ? t('someone.unknown') : nameOf(people, me, link.person as typeof me, t);
  return t(`people.linkFor.${link.for}`, { name });
}
