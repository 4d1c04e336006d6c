/** Composition root of the page: builds the core, then draws. */
import { render } from 'preact';
import './design/tokens.css';
import './design/reset.css';
import './design/typography.css';
import './design/motion.css';
import { App } from './app.tsx';
import { createServices } from './create-services.ts';
import { watchJoinLinks } from './features/session/join-links.ts';
import { createNavigation } from './features/shell/navigation.ts';
import { createPreferences } from './features/shell/preferences.ts';
import { showTheme } from './features/shell/show-theme.ts';
import { showStartFailure } from './features/shell/start-failure.ts';
import { transition } from './features/shell/transition.ts';
import { pathTo } from './routes.ts';

const root = document.getElementById('app');
if (root === null) throw new Error('index.html has no #app');

const joinLinks = watchJoinLinks({ window, storage: sessionStorage });

const preferences = createPreferences({
  storage: localStorage,
  preferredLanguages: navigator.languages,
});
showTheme(document, preferences);

try {
  const environment = {
    services: await createServices(),
    navigation: createNavigation({ window, transition }),
    preferences,
    joinLinks,
    nowMs: Date.now,
  };
  joinLinks.opened.subscribe(() => {
    if (joinLinks.opened.get() !== undefined) environment.navigation.go(pathTo.join);
  });
  render(<App environment={environment} />, root);
} catch (error) {
  await showStartFailure(root, preferences.language.get());
  throw error;
}
