/** Picks one's own ideas out of the register, newest first. */
import type { Someone } from '../../../shared/domain/improvement.ts';
import type { Person } from '../../../shared/domain/person.ts';
import type { ListedImprovement, RegisterService, RegisterView } from '../../services.ts';
import { isMe } from '../improvement-words.ts';

/** Rows read at a time. */
const page = 200;
/** Of a very large register only the newest part is looked through; older ones are found by search. */
const readAtMost = 5_000;

type Self = { readonly people: readonly Person[]; readonly me: Someone };

/** Calls back with up to `wanted` of them, again after each change, until stopped. */
export function findOwnIdeas(
  register: RegisterService,
  self: Self,
  wanted: number,
  onFound: (ideas: readonly ListedImprovement[]) => void,
): () => void {
  let latest: RegisterView | undefined;
  const show = async (view: RegisterView) => {
    latest = view;
    const ideas = await collect(view, self, wanted);
    if (view === latest) onFound(ideas);
  };
  const stop = register.watch('', (view) => void show(view));
  return () => {
    latest = undefined;
    stop();
  };
}

async function collect(
  view: RegisterView,
  { people, me }: Self,
  wanted: number,
): Promise<readonly ListedImprovement[]> {
  const own: ListedImprovement[] = [];
  const end = Math.min(view.total, readAtMost);
  for (let start = 0; start < end && own.length < wanted; start += page) {
    const rows = await view.rows(start, Math.min(start + page, end));
    own.push(...rows.filter((row) => row.createdBy !== '' && isMe(people, me, row.createdBy)));
  }
  return own.slice(0, wanted);
}
