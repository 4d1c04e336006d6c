/** The screen of a route; on a wide window the register stays beside the open record. */
import { useEffect, useLayoutEffect, useState } from 'preact/hooks';
import { pathTo, type Route } from '../../routes.ts';
import { CaptureScreen } from '../capture/capture-screen.tsx';
import { useEnvironment } from '../environment.ts';
import { ImprovementScreen, Page } from '../lazy-parts.ts';
import type { RegisterMemory } from '../register/register-memory.ts';
import { RegisterScreen } from '../register/register-screen.tsx';
import { useMedia, widths } from '../use-media.ts';
import './screen.css';

type ScreenProps = { readonly route: Route; readonly memory: RegisterMemory };

export function Screen({ route, memory }: ScreenProps) {
  const { navigation } = useEnvironment();
  const [asked, setAsked] = useState(() =>
    route.type === 'register' ? route : { text: '', search: '' },
  );
  const sideBySide = useMedia(widths.sideBySide);

  // What was shared is in the box by now; the address would hand it over again on every reload.
  useEffect(() => {
    if (route.type === 'share') navigation.replaceAddress('/');
  }, [route]);

  // What an address asks comes first; beside a record what was asked before it goes on.
  useLayoutEffect(() => {
    if (route.type === 'register') setAsked(route);
  }, [route]);

  const ask = (next: { readonly text?: string; readonly search?: string }) => {
    const all = { text: asked.text, search: asked.search, ...next };
    setAsked(all);
    if (route.type !== 'register') return;
    const words = all.text === '' ? '' : new URLSearchParams({ q: all.text }).toString();
    const search = [all.search, words].filter(Boolean).join('&');
    navigation.replaceAddress(pathTo.registerWith(search));
  };

  switch (route.type) {
    case 'capture':
      return <CaptureScreen arrival={route} />;
    case 'share':
      return <CaptureScreen arrival={route} sharedWords={route.words} />;
    case 'register':
    case 'improvement': {
      const openId = route.type === 'improvement' ? route.id : undefined;
      return (
        <div class={`screen ${openId !== undefined && sideBySide ? 'screen--side-by-side' : ''}`}>
          {(openId === undefined || sideBySide) && (
            <RegisterScreen
              memory={memory}
              filterText={asked.text}
              search={asked.search}
              onFilter={(text) => ask({ text })}
              onAsk={ask}
              openId={openId}
            />
          )}
          {route.type === 'improvement' && (
            <ImprovementScreen
              key={openId}
              id={route.id}
              isDetailWanted={route.isDetailWanted === true}
            />
          )}
        </div>
      );
    }
    case 'page':
      return <Page path={route.path} />;
  }
}
