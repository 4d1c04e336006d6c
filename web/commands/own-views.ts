/** Views that a person keeps on this device under names of their own. */
import type { RandomDep } from '../../shared/deps.ts';
import { bytesToHex } from '../../shared/domain/ids.ts';
import type { DeviceRow } from '../local/device-database.ts';
import { createWritable } from '../readable.ts';
import type { OwnView, OwnViewService } from '../services/register.ts';

/** More would be a list to search in, not a list of shortcuts. */
const mostViews = 50;
const longestName = 40;

/** The part of the device's table that is needed here. */
type ViewRows = {
  readonly get: (key: string) => PromiseLike<DeviceRow | undefined>;
  readonly put: (row: DeviceRow) => PromiseLike<unknown>;
};

export async function openOwnViews(
  deps: RandomDep & { readonly rows: ViewRows },
): Promise<OwnViewService> {
  const stored = await deps.rows.get('views');
  const views = createWritable(stored?.k === 'views' ? stored.views : []);

  /** Shown once it is stored. */
  async function put(next: readonly OwnView[]): Promise<void> {
    await deps.rows.put({ k: 'views', views: next });
    views.set(next);
  }

  return {
    views,
    keep: async (name, search) => {
      const known = views.get();
      const fitting = fittingName(name);
      if (fitting === '' || known.length >= mostViews) return false;
      await put([...known, { id: bytesToHex(deps.randomBytes(8)), name: fitting, search }]);
      return true;
    },
    rename: async (id, name) => {
      const fitting = fittingName(name);
      if (fitting === '') return;
      await put(views.get().map((view) => (view.id === id ? { ...view, name: fitting } : view)));
    },
    remove: async (id) => {
      const before = views.get();
      await put(before.filter((view) => view.id !== id));
      return async () => {
        const removed = before.find((view) => view.id === id);
        if (removed === undefined || views.get().some((view) => view.id === id)) return;
        const at = before.indexOf(removed);
        await put(views.get().toSpliced(at, 0, removed));
      };
    },
  };
}

const fittingName = (name: string): string =>
  name.replace(/\s+/gu, ' ').trim().slice(0, longestName).trimEnd();
