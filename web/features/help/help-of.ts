/** Which page's help belongs to what is on the screen. */
import type { Route } from '../../routes.ts';
import { type HelpPage, isHelpPage } from './help-text.ts';

/** undefined: an address that means nothing has no help of its own. */
export function helpOf(route: Route): HelpPage | undefined {
  switch (route.type) {
    case 'capture':
    case 'share':
      return 'capture';
    case 'register':
      return 'register';
    case 'improvement':
      return 'record';
    case 'page': {
      const [name = ''] = route.path;
      return isHelpPage(name) ? name : undefined;
    }
  }
}
