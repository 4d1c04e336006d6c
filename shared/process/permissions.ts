/**
 * Who may do what: one table, read by screens (what is offered), by decisions and by the server's admission
 * (what is accepted). A role gives a verb everywhere; being the author or the owner gives it on that record.
 */
import type { Visibility } from '../domain/improvement.ts';
import { type Role, roles } from '../domain/person.ts';

/**
 * How a workspace is written in. `everyone`: like a wiki, whoever contributes edits every record that they
 * see. `involved`: the author, the owner and the coordinators alone.
 */
export const editingModes = ['everyone', 'involved'] as const;
export type Editing = (typeof editingModes)[number];

/** What somebody is to a record, as it stands before they do anything to it. */
export type Relation = {
  readonly isAuthor: boolean;
  readonly isOwner: boolean;
  /** Of the product, service or practice that the record is to improve. */
  readonly isProductOwner: boolean;
  /** The record was shared with them, as with a supplier's people: a contributor to it, and to it alone. */
  readonly isSharedWith: boolean;
  /** Not taken up yet: stage `idea`. */
  readonly isIdea: boolean;
  readonly visibility: Visibility;
  /** It is for a team, and they belong to that one. */
  readonly isInTeam: boolean;
};

/** To a record that has nothing to do with them, and to what is no record. */
export const stranger: Relation = {
  isAuthor: false,
  isOwner: false,
  isProductOwner: false,
  isSharedWith: false,
  isIdea: false,
  visibility: 'workspace',
  isInTeam: false,
};

/** `roles`: none = not a member, or one no longer. */
export type Who = { readonly roles: readonly Role[]; readonly editing: Editing };

type Rule = {
  readonly roles: readonly Role[];
  /** The roles besides, where everyone edits. */
  readonly whereEveryoneEdits?: readonly Role[];
  /** Who has it on their own record. */
  readonly on?: readonly Standing[];
};

type Standing =
  | 'author'
  /** Not a guest, whose say ends where the organisation takes up the idea. */
  | 'memberAuthor'
  /** Anybody, as long as it is an idea. */
  | 'ideaAuthor'
  | 'owner'
  | 'productOwner'
  /** Not a guest, who sees what was shared with them alone. */
  | 'teamMember'
  /** Sharing is said by name: it holds while the record is private, too. */
  | 'sharedWith';

const members = roles.filter((role) => role !== 'guest');

/** Those who do the work, not those who only look at it: evaluators, practice owners, coaches. */
const writers: readonly Role[] = ['contributor', 'assessor', 'coordinator', 'approver', 'admin'];

const table = {
  capture: { roles },
  readRegister: { roles: members, on: ['author', 'owner'] },
  readTeam: {
    roles: ['coordinator', 'admin'],
    on: ['author', 'owner', 'teamMember', 'sharedWith'],
  },
  readPrivate: { roles: ['coordinator', 'admin'], on: ['author', 'owner', 'sharedWith'] },
  editRecord: {
    roles: ['coordinator', 'admin'],
    whereEveryoneEdits: writers,
    on: ['memberAuthor', 'ideaAuthor', 'owner'],
  },
  moveStage: {
    roles: ['coordinator', 'admin'],
    whereEveryoneEdits: writers,
    on: ['owner'],
  },
  assign: { roles: ['coordinator', 'admin'], whereEveryoneEdits: writers, on: ['owner'] },
  setVisibility: { roles: ['coordinator', 'admin'], on: ['memberAuthor', 'ideaAuthor', 'owner'] },
  withdraw: { roles: ['coordinator'], on: ['author'] },
  askReopen: { roles: [], on: ['author'] },
  comment: { roles: members, on: ['author'] },
  vote: { roles: members },
  score: { roles: ['assessor', 'coordinator'] },
  dispute: { roles: ['assessor', 'coordinator'] },
  /** Of a measure, its author is who began it, and its owner who takes its readings. */
  beginMeasure: { roles: [...writers, 'evaluator'] },
  editMeasure: {
    roles: ['coordinator', 'evaluator', 'admin'],
    whereEveryoneEdits: writers,
    on: ['memberAuthor', 'owner'],
  },
  takeReading: {
    roles: ['coordinator', 'evaluator', 'admin'],
    whereEveryoneEdits: writers,
    on: ['memberAuthor', 'owner'],
  },
  takeTask: { roles: writers, on: ['memberAuthor', 'owner'] },
  /** Fills cards of the coaching kata. */
  coach: {
    roles: ['coach', 'coordinator', 'admin'],
    whereEveryoneEdits: writers,
    on: ['memberAuthor', 'owner'],
  },
  triage: { roles: ['coordinator'], on: ['productOwner'] },
  /** Says that the requester has to answer something first. */
  askBack: { roles: ['coordinator', 'approver'], on: ['productOwner'] },
  mergeDuplicates: { roles: ['coordinator'], on: ['productOwner'] },
  decideApproval: { roles: ['approver'] },
  ruleEscalation: { roles: ['approver'] },
  confirmVerdict: { roles: ['approver', 'evaluator'] },
  shareRecord: { roles: ['coordinator', 'admin'], on: ['owner'] },
  readQuarantine: { roles: ['coordinator', 'admin'] },
  configureRegister: { roles: ['coordinator', 'admin'] },
  editPractice: { roles: ['practiceOwner', 'coordinator'] },
  configureWorkspace: { roles: ['admin'] },
  manageMembers: { roles: ['admin'] },
  grantRoles: { roles: ['admin'] },
  manageSignIn: { roles: ['admin'] },
  purge: { roles: ['admin'] },
  erasePerson: { roles: ['admin'] },
  exportAudit: { roles: ['admin', 'evaluator'] },
} as const satisfies Readonly<Record<string, Rule>>;

export type Verb = keyof typeof table;

export const verbs = Object.keys(table) as readonly Verb[];

/** `relation`: to the record that it is done to; left out where there is none. */
export function may(who: Who, verb: Verb, relation: Relation = stranger): boolean {
  const rule: Rule = table[verb];
  const held = relation.isSharedWith ? [...who.roles, 'contributor' as const] : who.roles;
  if (held.length === 0) return false;
  const given = who.editing === 'everyone' ? (rule.whereEveryoneEdits ?? []) : [];
  if (held.some((role) => rule.roles.includes(role) || given.includes(role))) return true;
  return rule.on?.some((standing) => isOn(standing, held, relation)) ?? false;
}

/** Whether they are to know of the record at all. */
export const maySee = (who: Who, relation: Relation): boolean =>
  may(who, readingVerbs[relation.visibility], relation);

const readingVerbs = {
  workspace: 'readRegister',
  team: 'readTeam',
  private: 'readPrivate',
} as const satisfies Record<Visibility, Verb>;

function isOn(standing: Standing, held: readonly Role[], relation: Relation): boolean {
  const isMember = held.some((role) => role !== 'guest');
  switch (standing) {
    case 'author':
      return relation.isAuthor;
    case 'memberAuthor':
      return relation.isAuthor && isMember;
    case 'ideaAuthor':
      return relation.isAuthor && relation.isIdea;
    case 'owner':
      return relation.isOwner && isMember;
    case 'productOwner':
      return relation.isProductOwner && isMember;
    case 'teamMember':
      return relation.isInTeam && isMember;
    case 'sharedWith':
      return relation.isSharedWith;
  }
}
