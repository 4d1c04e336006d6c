/** Joining a workspace: the link, a name, and a word on what comes along. */
import type { ComponentChildren } from 'preact';
import { useState } from 'preact/hooks';
import { pathTo } from '../../routes.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { useArrivalFocus, useScreenTitle } from '../shell/use-screen.ts';
import { useReadable } from '../use-readable.ts';
import { type JoinLink, parseJoinLink } from './join-link.ts';
import { useJoin } from './use-join.ts';
import './join-screen.css';

export function JoinScreen() {
  const { services, joinLinks } = useEnvironment();
  const { t } = useWords();
  const session = useReadable(services.session.state);
  const { state } = useReadable(services.sync.status);
  const link = useReadable(joinLinks.opened);
  const title = t(link?.ownDevice === true ? 'join.titleDevice' : 'join.title');
  const heading = useArrivalFocus<HTMLHeadingElement>();
  useScreenTitle(title);

  return (
    <div class="join-screen">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {session.type === 'joined' && state !== 'signInNeeded' ? (
        <>
          <p class="join-screen__lead">{t('join.already', { workspace: session.workspaceName })}</p>
          <ButtonLink kind="primary" href={pathTo.register}>
            {t('nav.register')}
          </ButtonLink>
        </>
      ) : link === undefined ? (
        <PasteLink onLink={joinLinks.take} />
      ) : (
        <NameForm link={link} />
      )}
    </div>
  );
}

function PasteLink({ onLink }: { readonly onLink: (link: JoinLink) => void }) {
  const { t } = useWords();
  const [typed, setTyped] = useState('');
  const [problem, setProblem] = useState<string>();
  const read = () => {
    const link = parseJoinLink(typed);
    if (link === undefined) setProblem(t('join.linkInvalid'));
    else onLink(link);
  };
  return (
    <Form lead={t('join.lead')} onSubmit={read}>
      <Field label={t('join.link')} hint={t('join.linkHint')} problem={problem}>
        {(control) => (
          <input
            {...control}
            class="field__input"
            type="url"
            inputMode="url"
            autocomplete="off"
            value={typed}
            onInput={(event) => setTyped(event.currentTarget.value)}
          />
        )}
      </Field>
      <Button kind="primary" type="submit">
        {t('join.continue')}
      </Button>
    </Form>
  );
}

function NameForm({ link }: { readonly link: JoinLink }) {
  const { services, navigation, joinLinks, showToast } = useEnvironment();
  const { t } = useWords();
  const { unsent } = useReadable(services.sync.status);
  const [name, setName] = useState('');
  const { busy, problem, join } = useJoin(() => {
    const session = services.session.state.get();
    if (session.type === 'joined') {
      showToast({ text: t('join.done', { workspace: session.workspaceName }) });
    }
    navigation.go(pathTo.register);
  });

  return (
    <Form
      lead={t(link.ownDevice ? 'join.leadDevice' : 'join.lead')}
      onSubmit={() => void join(link, name)}
    >
      {!link.ownDevice && (
        <Field
          label={t('join.name')}
          hint={t('join.nameHint')}
          problem={problem?.of === 'name' ? problem.text : undefined}
        >
          {(control) => (
            <input
              {...control}
              class="field__input"
              autocomplete="name"
              value={name}
              onInput={(event) => setName(event.currentTarget.value)}
            />
          )}
        </Field>
      )}
      {unsent > 0 && <p class="join-screen__along">{t('join.takesAlong', { count: unsent })}</p>}
      {problem?.of === 'joining' && (
        <Notice tone="danger" icon="warning" role="alert" text={problem.text} />
      )}
      <Button kind="primary" type="submit" disabled={busy}>
        {t(busy ? 'join.busy' : link.ownDevice ? 'join.actionDevice' : 'join.action')}
      </Button>
      {problem?.of === 'joining' && (
        <Button kind="quiet" onClick={joinLinks.forget}>
          {t('join.otherLink')}
        </Button>
      )}
    </Form>
  );
}

type FormProps = {
  readonly lead: string;
  readonly onSubmit: () => void;
  readonly children: ComponentChildren;
};

const Form = ({ lead, onSubmit, children }: FormProps) => (
  <form
    class="join-screen__form"
    noValidate
    onSubmit={(event) => {
      event.preventDefault();
      onSubmit();
    }}
  >
    <p class="join-screen__lead">{lead}</p>
    {children}
  </form>
);
