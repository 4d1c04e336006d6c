/** What may stand in each field of a record, and in each of its sets. */
import { isDay } from '../domain/day.ts';
import { isUuid } from '../domain/ids.ts';
import {
  levels,
  limits,
  type RegisterField,
  type SetField,
  visibilities,
  workStages,
} from '../domain/improvement.ts';
import { parseLink } from '../domain/links.ts';
import { deliveryRoutes, impactAreas, routines, sources } from '../domain/record-values.ts';

/** True when `value` may stand in `field`; admission refuses what fails it, reading passes it over. */
export const isFieldValue = (field: RegisterField, value: unknown): boolean =>
  typeof value === 'string' && rules[field](value);

type Rule = (value: string) => boolean;

const upTo =
  (length: number): Rule =>
  (value) =>
    value.length <= length;
const oneOf =
  (values: readonly string[]): Rule =>
  (value) =>
    values.includes(value);
const orNone =
  (rule: Rule): Rule =>
  (value) =>
    value === '' || rule(value);

const level = orNone(oneOf(levels));
const someone = upTo(64);
const name = upTo(limits.nameLength);
/** Whole digits with up to two behind the point. */
const amount = orNone((digits) => /^\d{1,12}(\.\d{1,2})?$/.test(digits));

const rules: { readonly [F in RegisterField]: Rule } = {
  title: upTo(limits.titleLength),
  urgency: level,
  cost: level,
  owner: someone,
  stage: oneOf(workStages),
  visibility: oneOf(visibilities),
  visibleTeam: orNone(isUuid),
  value: level,
  effort: level,
  timescale: name,
  dueOn: orNone(isDay),
  route: orNone(oneOf(deliveryRoutes)),
  source: orNone(oneOf(sources)),
  requesterName: name,
  sponsor: someone,
  team: name,
  site: name,
  supplier: name,
  waitingForRequester: oneOf(['', 'yes']),
  changesUse: oneOf(['', 'yes']),
  affectsConsumers: oneOf(['', 'yes']),
  currency: orNone((code) => /^[A-Z]{3}$/.test(code)),
  fundingAsked: amount,
  peopleAsked: name,
  budgetHolder: someone,
  fundingGranted: amount,
  fundedOn: orNone(isDay),
  fundingSource: name,
  blocked: upTo(200),
  routine: orNone(oneOf(routines)),
  kataAchieveBy: orNone(isDay),
};

/** True when `entry` may stand in the set `field`. */
export const isSetEntry = (field: SetField, entry: string): boolean =>
  entry.trim() !== '' && (entryRules[field] ?? upTo(limits.entryLength))(entry);

const entryRules: { readonly [F in SetField]?: Rule } = {
  impactAreas: oneOf(impactAreas),
  stakeholders: isUuid,
  watchers: isUuid,
  links: (entry) => parseLink(entry) !== undefined,
  objectives: isUuid,
};
