/** How a person stands in SQLite, with every actor that is bound to them. */
import type { ActorId, PersonId } from '../../../shared/domain/ids.ts';
import type { Person, Role } from '../../../shared/domain/person.ts';

export const selectPeople = `
  SELECT person, display_name, roles, removed_at, belongs_to,
    (SELECT json_group_array(actor) FROM actors a WHERE a.ws = p.ws AND a.person = p.person) AS actors
  FROM people p`;

export type PersonRecord = {
  readonly person: PersonId;
  readonly display_name: string;
  readonly roles: string;
  readonly removed_at: number | null;
  readonly belongs_to: string;
  readonly actors: string;
};

export const personOf = (found: PersonRecord): Person => ({
  id: found.person,
  displayName: found.display_name,
  roles: JSON.parse(found.roles) as Role[],
  actors: JSON.parse(found.actors) as ActorId[],
  isRemoved: found.removed_at !== null,
  belongsTo: JSON.parse(found.belongs_to) as string[],
});
