/** Says that nothing here is real, and leads out. */
import { Button } from '../../ui/button.tsx';
import { useEnvironment, useWords } from '../environment.ts';
import { useReadable } from '../use-readable.ts';
import { useDemo } from './use-demo.ts';
import './demo-banner.css';

export function DemoBanner() {
  const { services } = useEnvironment();
  const session = useReadable(services.session.state);
  return session.type === 'joined' ? <BannerIfOn /> : null;
}

function BannerIfOn() {
  const { services } = useEnvironment();
  const { t } = useWords();
  if (useDemo() !== true) return null;
  const leave = async () => (await services.signIn()).demo.leave();
  return (
    <div class="demo-banner" role="status">
      {t('demo.notReal')}
      <Button kind="quiet" onClick={() => void leave()}>
        {t('demo.leave')}
      </Button>
    </div>
  );
}
