/** Gives this device a name of its person's choice, by which it is found in the list of devices. */
import { useEffect, useState } from 'preact/hooks';
import type { Person } from '../../../shared/domain/person.ts';
import type { ListedDevice } from '../../../shared/protocol/devices.ts';
import { Button } from '../../ui/button.tsx';
import { Field } from '../../ui/field.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { signInFailureText } from './sign-in-failure.ts';
import './sign-in.css';

export function DeviceName({ person }: { readonly person: Person }) {
  const { services, showToast } = useEnvironment();
  const { t } = useWords();
  const [device, setDevice] = useState<ListedDevice>();
  const [name, setName] = useState('');
  const [problem, setProblem] = useState<string>();

  useEffect(() => {
    const read = async () => {
      const devices = await (await services.people()).devicesOf(person.id);
      const mine = devices.ok ? devices.value.find(({ isThisOne }) => isThisOne) : undefined;
      setDevice(mine);
      setName(mine?.name ?? '');
    };
    void read();
  }, [person.id]);

  const save = async (id: string) => {
    const saved = await (await services.signIn()).renameDevice(id, name);
    setProblem(saved.ok ? undefined : t(signInFailureText(saved.error)));
    if (saved.ok) showToast({ text: t('device.renamed') });
  };

  if (device === undefined) return null;
  return (
    <form
      class="sign-in"
      onSubmit={(event) => {
        event.preventDefault();
        void save(device.id);
      }}
    >
      <Field label={t('device.name')} problem={problem}>
        {(control) => (
          <input
            {...control}
            class="field__input"
            autocomplete="off"
            value={name}
            onInput={(event) => setName(event.currentTarget.value)}
          />
        )}
      </Field>
      <div class="sign-in__actions">
        <Button type="submit">{t('device.rename')}</Button>
      </div>
    </form>
  );
}
