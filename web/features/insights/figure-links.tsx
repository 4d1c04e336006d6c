/** The ways from a figure to the records behind it: the register, filtered by the figure itself, so that both count alike. */
import type { FigureName } from '../../../shared/process/kpis/figures.ts';
import { formatFigure, type InsightsAddress } from '../../projection/insights-address.ts';
import { formatQuery } from '../../projection/query-address.ts';
import { everything } from '../../projection/register-query.ts';
import { pathTo } from '../../routes.ts';
import { useWords } from '../environment.ts';

type Part = 'counted' | 'among' | 'fresh' | 'open' | 'done';

type FigureLinksProps = {
  readonly name: FigureName;
  readonly counts: { readonly [part: string]: number };
  readonly address: InsightsAddress;
};

export function FigureLinks({ name, counts, address }: FigureLinksProps) {
  const { t } = useWords();
  return (
    <p class="figure-links">
      {(Object.entries(counts) as [Part, number][]).map(([part, count]) => {
        const text = t(`insights.part.${part}`, { count });
        return count === 0 ? (
          <span class="figure-links__none" key={part}>
            {text}
          </span>
        ) : (
          <a class="figure-links__link" key={part} href={pathBehind(`${name}.${part}`, address)}>
            {text}
          </a>
        );
      })}
    </p>
  );
}

/** `name` as `recordsBehind` takes it. */
export const pathBehind = (name: string, address: InsightsAddress): string =>
  pathTo.registerWith(formatQuery({ ...everything, figure: formatFigure({ ...address, name }) }));
