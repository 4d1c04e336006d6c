/** A person's devices, each with its last use and a way to sign it out. */
import { useState } from 'preact/hooks';
import type { Person } from '../../../shared/domain/person.ts';
import type { ListedDevice } from '../../../shared/protocol/devices.ts';
import { Button } from '../../ui/button.tsx';
import { Notice } from '../../ui/notice.tsx';
import { Section, SectionLine } from '../../ui/section.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { useNow } from '../use-now.ts';
import { useAct, useAsked } from './use-asked.ts';

export function PersonDevices({ person }: { readonly person: Person }) {
  const { showToast } = useEnvironment();
  const { t } = useWords();
  const [count, setCount] = useState(0);
  const devices = useAsked(count, (people) => people.devicesOf(person.id));
  const { isBusy, problem, act } = useAct();

  const signOut = async (id: string) => {
    const done = await act((people) => people.signOutDevice(id));
    if (done === undefined) return;
    setCount(count + 1);
    showToast({ text: t('people.deviceSignedOut') });
  };

  const refused = devices.type === 'refused' ? devices.text : problem;
  return (
    <Section title={t('people.devices')}>
      {refused !== undefined && <Notice tone="danger" icon="warning" role="alert" text={refused} />}
      {devices.type === 'here' && devices.value.length === 0 && (
        <SectionLine hint={t('people.devicesNone')} />
      )}
      {devices.type === 'here' &&
        devices.value.map((device) => (
          <div key={device.id} data-testid="device">
            <Device device={device} isBusy={isBusy} onSignOut={() => void signOut(device.id)} />
          </div>
        ))}
    </Section>
  );
}

type DeviceProps = {
  readonly device: ListedDevice;
  readonly isBusy: boolean;
  readonly onSignOut: () => void;
};

function Device({ device, isBusy, onSignOut }: DeviceProps) {
  const { t, format } = useWords();
  const now = useNow();
  const name = device.name === '' ? t('people.deviceUnnamed') : device.name;
  const label = device.isThisOne ? `${name} · ${t('people.deviceThis')}` : name;
  if (device.isSignedOut) return <SectionLine label={label} hint={t('people.deviceOut')} />;
  const seen = t('people.deviceSeen', { when: format.ago(device.lastSeenAt, now) });
  return (
    <SectionLine label={label} hint={seen}>
      {!device.isThisOne && (
        <Button kind="quiet" disabled={isBusy} onClick={onSignOut}>
          {t('people.deviceSignOut', { device: name })}
        </Button>
      )}
    </SectionLine>
  );
}
