import { entityTypes } from '../model/entity.ts';
import {
  areInOrder,
  dateForm,
  hasLetter,
  idForm,
  isDay,
  isFilled,
  isWebAddress,
  languageForm,
  longestAddress,
  longestId,
  longestPredicate,
  predicateForm,
} from './forms.ts';
import type { PackIndex } from './index-part.ts';
import { limits } from './limits.ts';

/** What a record is checked against. */
export interface RecordPlace {
  readonly index: PackIndex;
  readonly ordinal: number;
  /** Ids of the sources that its part holds. */
  readonly sources: ReadonlySet<string>;
}

/**
 * Whether an entity's record certainly has the shape, the ids and the sources that it must have. Of a million records
 * the schemas would need longer than all else of an import; so they are asked only where this says no, and they tell
 * what is wrong, or that nothing is.
 */
export function isSurelySound(record: unknown, { index, ordinal, sources }: RecordPlace): boolean {
  if (!isFields(record)) return false;
  const { entity, facts, neighbours, claims } = record;
  if (entity !== null && !(isFields(entity) && isSoundEntity(entity, index, ordinal))) return false;
  const beyond = index.claims.count;
  return (
    isListOf(facts, (fact) => isFields(fact) && isSoundFact(fact, sources) && isIdAt(index, ordinal, fact.subject)) &&
    isListOf(neighbours, isId) &&
    isListOf(claims, (claim) => Number.isInteger(claim) && (claim as number) >= 0 && (claim as number) < beyond)
  );
}

type Fields = Readonly<Record<string, unknown>>;

const isFields = (value: unknown): value is Fields =>
  typeof value === 'object' && value !== null && !Array.isArray(value);

function isListOf(value: unknown, isOne: (one: unknown) => boolean, most = Number.POSITIVE_INFINITY): boolean {
  if (!Array.isArray(value) || value.length > most) return false;
  for (const one of value) if (!isOne(one)) return false;
  return true;
}

const isTextWithin = (value: unknown, limit: number): value is string =>
  typeof value === 'string' && value.length <= limit;

/** Nearly every text begins with a letter, a digit or a mark of ASCII. */
const beginsPlain = (text: string): boolean => {
  const unit = text.charCodeAt(0);
  return unit > 0x20 && unit < 0x7f;
};

const isText = (value: unknown): boolean => isTextWithin(value, limits.text) && (beginsPlain(value) || isFilled(value));

const beginsWithLetter = (text: string): boolean => {
  const unit = text.charCodeAt(0);
  return (unit >= 0x41 && unit <= 0x5a) || (unit >= 0x61 && unit <= 0x7a);
};

const isName = (value: unknown): boolean =>
  isTextWithin(value, limits.name) && (beginsWithLetter(value) || hasLetter(value));

const isId = (value: unknown): boolean => isTextWithin(value, longestId) && idForm.test(value);

const isIdAt = ({ entities }: PackIndex, ordinal: number, value: unknown): boolean =>
  typeof value === 'string' && entities.isAt(ordinal, value);

const isDate = (value: unknown): boolean => typeof value === 'string' && dateForm.test(value) && isDay(value);

const isAbsentOr = (value: unknown, isGood: (value: unknown) => boolean): boolean =>
  value === undefined || isGood(value);

const types: ReadonlySet<unknown> = new Set(entityTypes);

const isSoundEntity = (entity: Fields, index: PackIndex, ordinal: number): boolean =>
  isId(entity.id) &&
  isIdAt(index, ordinal, entity.id) &&
  types.has(entity.type) &&
  isName(entity.name) &&
  isListOf(entity.aliases, isAlias, limits.aliases) &&
  isTextWithin(entity.description, limits.text) &&
  isAbsentOr(entity.gender, (gender) => gender === 'female' || gender === 'male') &&
  isAbsentOr(entity.prominence, isShare) &&
  isAbsentOr(entity.sameAs, (pages) => isListOf(pages, isAddress)) &&
  isAbsentOr(entity.context, (context) => isListOf(context, isId, limits.context));

const isShare = (value: unknown): boolean => typeof value === 'number' && value >= 0 && value <= 1;

const isAddress = (value: unknown): boolean => isTextWithin(value, longestAddress) && isWebAddress(value);

const isAlias = (alias: unknown): boolean =>
  isFields(alias) &&
  isName(alias.text) &&
  isAbsentOr(alias.language, (language) => typeof language === 'string' && languageForm.test(language)) &&
  isAbsentOr(alias.case, (rule) => rule === 'name' || rule === 'exact');

const isSoundFact = (fact: Fields, sources: ReadonlySet<string>): boolean =>
  isId(fact.id) &&
  isId(fact.subject) &&
  isTextWithin(fact.predicate, longestPredicate) &&
  predicateForm.test(fact.predicate) &&
  isFields(fact.value) &&
  isSoundValue(fact.value) &&
  isAbsentOr(fact.of, isId) &&
  isAbsentOr(fact.qualifier, isText) &&
  isAbsentOr(fact.validFrom, isDate) &&
  isAbsentOr(fact.validTo, isDate) &&
  (typeof fact.validFrom !== 'string' ||
    typeof fact.validTo !== 'string' ||
    areInOrder(fact.validFrom, fact.validTo)) &&
  typeof fact.source === 'string' &&
  sources.has(fact.source);

/** One field of those that a value may have; of numbers with a unit the schemas judge. */
function isSoundValue(value: Fields): boolean {
  const [field = '', other] = Object.keys(value);
  if (other !== undefined) return false;
  switch (field) {
    case 'entity':
      return isId(value.entity);
    case 'text':
      return isText(value.text);
    case 'date':
      return isDate(value.date);
    case 'number':
      return Number.isFinite(value.number);
    default:
      return false;
  }
}
