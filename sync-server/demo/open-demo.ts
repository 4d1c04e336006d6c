/** The demo's own data folder: filled when it is first opened, kept after that, and never one that holds anything else. */
import { existsSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { ClockDep, RandomDep } from '../../shared/deps.ts';
import { chineseWords } from '../../shared/demo/chinese-words.ts';
import type { DemoLanguage } from '../../shared/demo/demo-languages.ts';
import { englishWords } from '../../shared/demo/english-words.ts';
import { generateDemo } from '../../shared/demo/generate-demo.ts';
import type { Role } from '../../shared/domain/person.ts';
import { err, ok, type Result } from '../../shared/result.ts';
import { inviteToDemo } from '../auth/invitations.ts';
import { dataFileIn } from '../store/sqlite/data-file.ts';
import { createSqliteStore } from '../store/sqlite/sqlite-store.ts';
import type { Store } from '../store/store.ts';
import { fillDemo } from './fill-demo.ts';

export type OpenDemoOptions = {
  readonly dataDir: string;
  readonly language: DemoLanguage;
  /** Records: fewer in tests. */
  readonly count?: number;
  readonly say: (line: string) => void;
};

type Machine = ClockDep & RandomDep;

const wordsByLanguage = { en: englishWords, 'zh-CN': chineseWords } as const;

const usualCount = 1_500;
/** Whoever shows the demo twice shows the same organisation. */
const seed = 7;

/** The error is a sentence. */
export async function openDemo(
  options: OpenDemoOptions,
  machine: Machine,
): Promise<Result<Store, string>> {
  const { dataDir } = options;
  const file = dataFileIn(dataDir);
  const mark = join(dataDir, 'demo.txt');
  if (existsSync(file) && !existsSync(mark)) {
    return err(`The database in ${dataDir} is not the demo's: choose another --data-dir.`);
  }
  writeFileSync(mark, 'This folder is the demo’s. Delete it, and the demo begins anew.\n');
  if (!existsSync(file)) await fill(file, options, machine);
  return ok(createSqliteStore(file, machine));
}

/** In memory first: the file is there when all of it is, and no commit waits for a disk. */
async function fill(
  file: string,
  { language, count = usualCount, say }: OpenDemoOptions,
  machine: Machine,
): Promise<void> {
  const words = wordsByLanguage[language];
  const demo = generateDemo({ seed, count, words, nowMs: machine.nowMs() });
  const store = createSqliteStore(':memory:', machine, words.organisation);
  say(`Filling the demo with ${count} records of two years …`);
  let told = 0;
  const tell = (share: number) => {
    const tenth = Math.floor(share * 10);
    if (tenth > told) say(`${tenth * 10} %`);
    told = Math.max(told, tenth);
  };
  await fillDemo(store, demo, seed, tell, machine);
  const unfinished = `${file}.filling`;
  rmSync(unfinished, { force: true });
  await store.backUp(unfinished);
  await store.close();
  renameSync(unfinished, file);
}

/** As whom one may look around; the coordinator sees people and settings, too. */
const parts: readonly (readonly [Role, ...Role[]])[] = [
  ['coordinator', 'admin'],
  ['approver'],
  ['assessor'],
  ['contributor'],
];

export type DemoLink = { readonly role: Role; readonly token: string };

/** New links at every start, each for as many people as come; those from before go on. */
export const inviteToParts = (store: Store, machine: Machine): Promise<readonly DemoLink[]> =>
  Promise.all(
    parts.map(async (roles) => ({
      role: roles[0],
      token: await inviteToDemo({ ...machine, store }, store.lineage.workspace.id, roles),
    })),
  );
