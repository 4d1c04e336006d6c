import { expect, it } from 'vitest';
import { createUuidV7, type ActorId, type CommentId } from '../../../shared/domain/ids.ts';
import { writeChange, writeComment } from '../../../shared/document/write-change.ts';
import { readJoined } from '../../../web/commands/read-joined.ts';
import { joinPersons } from '../../../web/features/improvement/use-joined.ts';
import { createCoreReplica } from '../../support/core-replica.ts';

it('brings along votes, watchers and words of duplicates, each person once', async () => {
  const replica = createCoreReplica();
  const id = await replica.keep('Labels fade');
  const log = await replica.open(id);
  const doc = log.doc.get();
  const [phone, laptop, other] = ['phone', 'laptop', 'other'] as unknown as readonly ActorId[];
  for (const actor of [phone, laptop, other]) {
    const author = { ...replica.deps, ...replica.identity, actor: actor ?? replica.identity.actor };
    writeChange(doc, { type: 'support', on: true }, author);
    writeComment(doc, { id: createUuidV7<CommentId>(replica.deps), text: 'Here too' }, author);
  }
  await log.flush();
  const ann = 'ann' as ActorId;
  const whoIs = (actor: ActorId) => (actor === phone || actor === laptop ? ann : actor);
  const missing = '01990000-0000-7000-8000-00000000000f' as typeof id;
  const joined = await readJoined({ store: replica.store, whoIs }, [missing, id]);
  expect(joined).toMatchObject([{ id, supporters: [ann, other], watchers: [] }]);
  expect(joined[0]?.comments).toHaveLength(3);
  expect(joinPersons([ann], joined[0]?.supporters ?? [])).toEqual([ann, other]);
  await log.close();
});
