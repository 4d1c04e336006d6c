/** Objectives: a tree whatever people wrote while apart, and progress by what is measured. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import {
  type Objective,
  objectiveProgress,
  objectiveTree,
  possibleParents,
} from '../../../shared/process/objectives.ts';

const objective = (
  id: string,
  parent = '',
  given: Partial<Objective['values']> = {},
): Objective => ({
  id,
  isRemoved: false,
  values: {
    title: id,
    measure: '',
    unit: '',
    baseline: '',
    current: '',
    target: '',
    owner: '',
    startsOn: '',
    endsOn: '',
    parent,
    ...given,
  },
});

describe('the tree of objectives', () => {
  const shown = (all: readonly Objective[]) =>
    objectiveTree(all).map(({ objective: { id }, depth }) => `${' '.repeat(depth)}${id}`);

  it('has each behind the one that it serves', () => {
    const all = [objective('a'), objective('b'), objective('a1', 'a'), objective('a11', 'a1')];
    expect(shown(all)).toEqual(['a', ' a1', '  a11', 'b']);
  });

  it('puts at the root what serves nothing that is there', () => {
    const removed = { ...objective('gone'), isRemoved: true };
    expect(shown([removed, objective('a', 'gone'), objective('b', 'never')])).toEqual(['a', 'b']);
  });

  it('leaves nothing out and shows nothing twice, whatever serves whatever', () => {
    const names = ['a', 'b', 'c', 'd', 'e'];
    const parents = fc.array(fc.constantFrom('', ...names), { minLength: 5, maxLength: 5 });
    fc.assert(
      fc.property(parents, (chosen) => {
        const all = names.map((name, at) => objective(name, chosen[at]));
        expect(
          objectiveTree(all)
            .map((node) => node.objective.id)
            .toSorted(),
        ).toEqual(names);
      }),
    );
  });

  it('offers no parent that would close a circle', () => {
    const all = [objective('a'), objective('a1', 'a'), objective('a11', 'a1'), objective('b')];
    expect(possibleParents(all, 'a').map(({ id }) => id)).toEqual(['b']);
    expect(possibleParents(all, 'a11').map(({ id }) => id)).toEqual(['a', 'a1', 'b']);
  });
});

describe('progress', () => {
  const of = (baseline: number | '', current: number | '', target: number | '') =>
    objectiveProgress(objective('a', '', { baseline, current, target }).values);

  it('is how much of the way is behind, also downwards, and never beyond its ends', () => {
    expect(of(10, 15, 20)).toEqual({ type: 'measured', share: 0.5 });
    expect(of(40, 35, 20)).toEqual({ type: 'measured', share: 0.25 });
    expect(of(10, 30, 20)).toEqual({ type: 'measured', share: 1 });
    expect(of(10, 5, 20)).toEqual({ type: 'measured', share: 0 });
  });

  it('is not defined without its three values, and says why', () => {
    expect(of(10, 15, '')).toEqual({ type: 'undefined', why: 'noTarget' });
    expect(of('', 15, 20)).toEqual({ type: 'undefined', why: 'noBaseline' });
    expect(of(10, '', 20)).toEqual({ type: 'undefined', why: 'noReading' });
    expect(of(20, 15, 20)).toEqual({ type: 'undefined', why: 'same' });
  });
});
