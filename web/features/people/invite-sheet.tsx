/** Inviting others: what they may do, how many, for how long; then the link and its QR code. */
import { useState } from 'preact/hooks';
import { type Role, roles } from '../../../shared/domain/person.ts';
import type { ShownLink } from '../../services/session.ts';
import { Button } from '../../ui/button.tsx';
import { Choices } from '../../ui/choices.tsx';
import { Field } from '../../ui/field.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Sheet } from '../../ui/sheet.tsx';
import { useWords } from '../environment.ts';
import { InvitationLink } from '../session/invitation-link.tsx';
import { useAct } from './use-asked.ts';
import './invite-sheet.css';

const useChoices = [1, 5, 25, 100] as const;
const dayChoices = [1, 3, 7, 30] as const;

export function InviteSheet({ onClose }: { readonly onClose: () => void }) {
  const { t, format } = useWords();
  const [made, setMade] = useState<ShownLink & { readonly uses: number }>();
  return (
    <Sheet title={t('people.invite')} closeLabel={t('app.close')} onClose={onClose}>
      {made === undefined ? (
        <InviteForm onMade={setMade} />
      ) : (
        <InvitationLink
          url={made.url}
          until={t('people.linkWorksFor', {
            count: made.uses,
            when: format.dateTime(made.expiresAt),
          })}
        />
      )}
    </Sheet>
  );
}

type InviteFormProps = { readonly onMade: (link: ShownLink & { readonly uses: number }) => void };

function InviteForm({ onMade }: InviteFormProps) {
  const { t } = useWords();
  const [chosen, setChosen] = useState<readonly Role[]>(['contributor']);
  const [uses, setUses] = useState<number>(useChoices[0]);
  const [days, setDays] = useState<number>(dayChoices[1]);
  const [label, setLabel] = useState('');
  const [noRole, setNoRole] = useState(false);
  const { isBusy, problem, act } = useAct();

  const make = async () => {
    setNoRole(chosen.length === 0);
    if (chosen.length === 0) return;
    const link = await act((people) =>
      people.invite({
        for: 'person',
        roles: [...chosen],
        uses,
        expiresInHours: days * 24,
        label: label.trim(),
      }),
    );
    if (link !== undefined) onMade({ ...link, uses });
  };

  return (
    <form
      class="invite-sheet"
      noValidate
      onSubmit={(event) => {
        event.preventDefault();
        void make();
      }}
    >
      <Choices
        label={t('people.inviteRoles')}
        hint={t('people.rolesHint')}
        problem={noRole ? t('people.inviteNoRole') : undefined}
        options={roles.map((role) => ({
          value: role,
          label: t(`role.${role}`),
          hint: t(`role.hint.${role}`),
        }))}
        chosen={chosen}
        onChange={setChosen}
      />
      <div class="invite-sheet__pair">
        <NumberChoice
          label={t('people.inviteUses')}
          options={useChoices}
          value={uses}
          wordOf={(count) => t('people.inviteUsesOption', { count })}
          onChoose={setUses}
        />
        <NumberChoice
          label={t('people.inviteLife')}
          options={dayChoices}
          value={days}
          wordOf={(count) => t('people.inviteDays', { count })}
          onChoose={setDays}
        />
      </div>
      <Field label={t('people.inviteLabel')} hint={t('people.inviteLabelHint')}>
        {(control) => (
          <input
            {...control}
            class="field__input"
            maxLength={80}
            autocomplete="off"
            value={label}
            onInput={(event) => setLabel(event.currentTarget.value)}
          />
        )}
      </Field>
      {problem !== undefined && <Notice tone="danger" icon="warning" role="alert" text={problem} />}
      <Button kind="primary" type="submit" disabled={isBusy}>
        {t(isBusy ? 'people.inviteMaking' : 'people.inviteMake')}
      </Button>
    </form>
  );
}

type NumberChoiceProps = {
  readonly label: string;
  readonly options: readonly number[];
  readonly value: number;
  readonly wordOf: (value: number) => string;
  readonly onChoose: (value: number) => void;
};

const NumberChoice = ({ label, options, value, wordOf, onChoose }: NumberChoiceProps) => (
  <Field label={label}>
    {(control) => (
      <select
        {...control}
        class="field__input"
        value={value}
        onChange={(event) => onChoose(Number(event.currentTarget.value))}
      >
        {options.map((option) => (
          <option key={option} value={option}>
            {wordOf(option)}
          </option>
        ))}
      </select>
    )}
  </Field>
);
