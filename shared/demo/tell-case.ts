/** The business case of a record: canvas, options, figures, what is asked for. */
import { between, happens, say } from './chance.ts';
import { dayMs, dayOf } from './demo-times.ts';
import type { Story } from './tell-record.ts';

export function tellCase(story: Story, atMs: number): void {
  const { script, cast, random, words, subject } = story;
  script.turnTo(cast.owner, atMs);
  script.set('route', subject.effort === 'high' ? 'project' : 'bau');
  if (happens(random, 0.65)) writeCanvas(story);
  if (happens(random, 0.7)) script.write('currentState', say(random, words.effects));
  script.write('costOfNotActing', say(random, words.costOfNotActing));
  if (happens(random, 0.7)) addFigures(story);
  if (happens(random, 0.5)) {
    const chosen = between(random, 1, words.options.length - 1);
    for (const [place, title] of words.options.entries()) {
      script.append('options', { title, ...(place === chosen && { chosen: 'yes' }) });
    }
  }
  script.append('successCriteria', {
    title: say(random, words.criteria),
    dueOn: dayOf(atMs + between(random, 90, 200) * dayMs),
  });
  if (happens(random, 0.2)) {
    script.set('supplier', subject.theme.supplier);
    script.append('offers', {
      supplier: subject.theme.supplier,
      step: 'potential',
      note: say(random, words.offers),
    });
  }
}

function writeCanvas({ script, random, words: { canvas, effects }, subject }: Story): void {
  script.write('canvasProblem', say(random, effects));
  script.write('canvasProposal', say(random, subject.theme.proposals));
  script.write('canvasSegments', say(random, canvas.segments));
  script.write('canvasValue', say(random, canvas.value));
  script.write('canvasAdvantage', say(random, canvas.advantage));
  script.write('canvasChannels', say(random, canvas.channels));
  script.write('canvasCosts', say(random, canvas.costs));
  script.write('canvasBenefits', say(random, canvas.benefits));
}

/** Hundreds, thousands or tens of thousands, as the record's cost says. */
const sizes = { low: 100, medium: 900, high: 6_000 } as const;

function addFigures({ script, random, words, subject }: Story): void {
  const { figures, currency } = words;
  const unit = sizes[subject.cost];
  const amount = (least: number, most: number) => between(random, least, most) * unit;
  const once = { kind: 'cost', timing: 'once' } as const;
  const purchase = amount(4, 20);
  script.set('currency', currency);
  script.append('figures', {
    ...once,
    title: figures.purchase,
    likely: purchase,
    low: Math.round(purchase * 0.8),
    high: Math.round(purchase * 1.3),
  });
  script.append('figures', { ...once, title: figures.work, likely: amount(1, 6) });
  if (happens(random, 0.5)) {
    script.append('figures', {
      kind: 'cost',
      timing: 'monthly',
      title: figures.upkeep,
      likely: Math.round(unit / 4),
    });
  }
  const gain = amount(1, 4);
  script.append('figures', {
    kind: 'benefit',
    timing: 'monthly',
    title: figures.time,
    likely: gain,
    low: Math.round(gain * 0.6),
    high: Math.round(gain * 1.4),
  });
  if (happens(random, 0.4)) {
    script.append('figures', {
      kind: 'benefit',
      timing: 'monthly',
      title: figures.waste,
      likely: Math.round(unit / 3),
    });
  }
  if (subject.cost !== 'low') script.set('fundingAsked', String(purchase));
}
