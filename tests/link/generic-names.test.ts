import { expect, test } from 'vitest';
import { isGenericName } from '../../lib/link/generic-names.ts';

test.each([
  ['National Bureau of Statistics', true],
  ['Supreme Court', true],
  ['Workers’ Party', true],
  ["People's Democratic Party", true],
  ['the Labour Party', true],
  ['Anti-Corruption Commission', true],
  ['Goldman Sachs', false],
  ['Bank of England', false],
  ['Reserve Bank of Australia', false],
  ['WHO', false],
  ['of the', false],
  ['', false],
  ['最高法院', false],
])('%s: %s', (surface, expected) => expect(isGenericName(surface)).toBe(expected));
