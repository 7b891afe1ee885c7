import type { Entity } from '../model/entity.ts';

/** What people are whom the world does not know by it. */
const privateRole =
  /\b(?:police|detectives?|lieutenant|sergeant|constable|inspector|paramedic|firefighter|nurse|teacher|headteacher|neighbou?r|resident|shopkeeper|plumber|electrician|mechanic|bystander|eyewitness|onlooker|commuter|pensioner|schoolgirl|schoolboy|pupil)\b/iu;
/** So well known is somebody whom an article may call by what he was before. */
const wellKnown = 0.35;

/** Whether the article says of somebody what a namesake of little renown is not: a police lieutenant is no climatologist. */
export function isAnotherPerson(role: string, { type, prominence, description }: Entity): boolean {
  if (type !== 'person' || (prominence ?? wellKnown) >= wellKnown) return false;
  const [word] = privateRole.exec(role) ?? [];
  return word !== undefined && !description.toLowerCase().includes(word.toLowerCase());
}
