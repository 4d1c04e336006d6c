/** Joining a workspace: the link, a name, and a word on what comes along. */
import type { ComponentChildren } from 'preact';
import { useEffect, useRef, useState } from 'preact/hooks';
import type { TextKey } from '../../i18n/translate.ts';
import { pathTo } from '../../routes.ts';
import { Button, ButtonLink } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { useArrivalFocus, useScreenTitle } from '../shell/use-screen.ts';
import { useReadable } from '../use-readable.ts';
import { type JoinLink, parseJoinLink } from './join-link.ts';
import { AccountArrival, takeAccountTicket } from './account-arrival.tsx';
import { useLeftWork } from './left-work.tsx';
import { JoinWithAccount } from './join-with-account.tsx';
import { canOfferPasskey, OfferPasskey } from './offer-passkey.tsx';
import { useJoin } from './use-join.ts';
import { WaysIn } from './ways-in.tsx';
import { WhoSignsIn } from './who-signs-in.tsx';
import './join-screen.css';

export function JoinScreen() {
  const { services, joinLinks, navigation, showToast } = useEnvironment();
  const { t } = useWords();
  const session = useReadable(services.session.state);
  const { state } = useReadable(services.sync.status);
  const link = useReadable(joinLinks.opened);
  const [left] = useLeftWork();
  const [isSame, setSame] = useState(false);
  const theirs =
    session.type === 'local' ? left.find((work) => work.isOfThisIdentity && !isSame) : undefined;
  const [isNew, setNew] = useState(false);
  const [ticket, setTicket] = useState(takeAccountTicket);
  const title = t(titleOf(link));
  const heading = useArrivalFocus<HTMLHeadingElement>();
  useScreenTitle(title);
  const isHere = useRef(true);
  useEffect(() => () => void (isHere.current = false), []);

  const welcome = () => {
    const entered = services.session.state.get();
    if (entered.type === 'joined') {
      showToast({ text: t('join.done', { workspace: entered.workspaceName }) });
    }
    // Whoever went elsewhere meanwhile is not fetched back.
    if (isHere.current) navigation.go(pathTo.register);
  };
  const joined = async () => {
    if (await canOfferPasskey(services)) setNew(true);
    else welcome();
  };

  return (
    <div class="join-screen">
      <h1 ref={heading} tabIndex={-1}>
        {title}
      </h1>
      {ticket !== undefined ? (
        <AccountArrival
          ticket={ticket}
          onSignedIn={(arrival) => {
            joinLinks.forget();
            if (arrival === 'here') welcome();
          }}
          onOtherWay={() => setTicket(undefined)}
        />
      ) : isNew ? (
        <OfferPasskey onDone={() => navigation.go(pathTo.register)} />
      ) : session.type === 'joined' && state !== 'signInNeeded' && link === undefined ? (
        <>
          <p class="join-screen__lead">{t('join.already', { workspace: session.workspaceName })}</p>
          <ButtonLink kind="primary" href={pathTo.register}>
            {t('nav.register')}
          </ButtonLink>
          <h2>{t('join.another')}</h2>
          <PasteLink onLink={joinLinks.take} />
        </>
      ) : theirs !== undefined ? (
        <WhoSignsIn work={theirs} onSame={() => setSame(true)} />
      ) : link === undefined ? (
        <WaysIn onSignedIn={welcome}>
          <PasteLink onLink={joinLinks.take} />
        </WaysIn>
      ) : (
        <NameForm link={link} onJoined={() => void joined()} />
      )}
    </div>
  );
}

function titleOf(link: JoinLink | undefined): TextKey {
  if (link === undefined) return 'signIn.title';
  return link.ownDevice ? 'join.titleDevice' : 'join.title';
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
    <Form onSubmit={read}>
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
      <Button type="submit">{t('join.continue')}</Button>
    </Form>
  );
}

type NameFormProps = { readonly link: JoinLink; readonly onJoined: () => void };

function NameForm({ link, onJoined }: NameFormProps) {
  const { services, joinLinks } = useEnvironment();
  const { t } = useWords();
  const { unsent } = useReadable(services.sync.status);
  const session = useReadable(services.session.state);
  const [name, setName] = useState('');
  const { busy, problem, join } = useJoin(onJoined);

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
      {session.type === 'joined' ? (
        <p class="join-screen__along">{t('join.besides', { workspace: session.workspaceName })}</p>
      ) : (
        unsent > 0 && <p class="join-screen__along">{t('join.takesAlong', { count: unsent })}</p>
      )}
      {problem?.of === 'joining' && (
        <Notice tone="danger" icon="warning" role="alert" text={problem.text} />
      )}
      <Button kind="primary" type="submit" disabled={busy}>
        {t(busy ? 'join.busy' : link.ownDevice ? 'join.actionDevice' : 'join.action')}
      </Button>
      {!link.ownDevice && <JoinWithAccount token={link.token} />}
      {problem?.of === 'joining' && (
        <Button kind="quiet" onClick={joinLinks.forget}>
          {t('join.otherLink')}
        </Button>
      )}
    </Form>
  );
}

type FormProps = {
  readonly lead?: string;
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
    {lead !== undefined && <p class="join-screen__lead">{lead}</p>}
    {children}
  </form>
);
