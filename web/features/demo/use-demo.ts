/** Whether this device looks around in the demo; undefined until that is known. */
import { useEffect, useState } from 'preact/hooks';
import { useEnvironment } from '../environment.ts';

export function useDemo(): boolean | undefined {
  const { services } = useEnvironment();
  const [isOn, setOn] = useState<boolean>();
  useEffect(() => {
    const look = async () => {
      const { demo } = await services.signIn();
      setOn(await demo.isOn());
    };
    // What can't be looked up is no demo.
    look().catch(() => setOn(false));
  }, [services]);
  return isOn;
}
