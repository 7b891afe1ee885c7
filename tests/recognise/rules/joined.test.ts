import { expect, test } from 'vitest';
import { partJoined } from '../../../lib/recognise/rules/joined.ts';
import { namesAfter } from './marked-names.ts';

test.each([
  ['two people', '[Jason & Michelle] sang.', ['Jason', 'Michelle']],
  ['with "and" and a surname', '[Joan and K Choi] sang.', ['Joan', 'K Choi']],
  ['against each other', '[Canelo vs Julio Chavez] is near.', ['Canelo', 'Julio Chavez']],
  ['with a point', '[Canelo vs. Chavez] is near.', ['Canelo', 'Chavez']],
  ['one person', '[Ana Ruiz] and others sang.', ['Ana Ruiz']],
  ['who took a picture and for whom', '(Photo: [Ana Ruiz/Zekon Press])', ['Ana Ruiz', 'Zekon Press']],
  ['who asked and for whom', 'A survey by [Zekon for the Times=organisation] said so.', ['Zekon', 'Times']],
  ['a body that is for something', 'A letter by [Zekon for Peace=organisation] said so.', ['Zekon for Peace']],
  ['a band', '[AC/DC] sang.', ['AC/DC']],
  [
    'a name and what it stands for',
    'He heads [Zeri (Zekon Research Institute=organisation]), then.',
    ['Zeri', 'Zekon Research Institute'],
  ],
  ['a name with a bracket in it', 'The [Renters (Reform) Bill=law] fell.', ['Renters (Reform) Bill']],
  ['two bodies', '[Zekon Press/Arduino=organisation] met.', ['Zekon Press/Arduino']],
  [
    'organisations that stand by themselves elsewhere',
    '[Arduino=organisation] and others. [Smart Projects=organisation] too. [Arduino and Smart Projects=organisation] agree.',
    ['Arduino', 'Smart Projects', 'Arduino', 'Smart Projects'],
  ],
  [
    'a firm of two names, of which only one stands elsewhere',
    '[Blossom=organisation] opened. [Blossom & Stone=organisation] closed.',
    ['Blossom', 'Blossom & Stone'],
  ],
  [
    'a firm of one name twice',
    '[Johnson=organisation] opened. [Johnson & Johnson=organisation] closed.',
    ['Johnson', 'Johnson & Johnson'],
  ],
  [
    'a firm whose names are people elsewhere',
    '[Smith] and [Wesson] met. [Smith & Wesson=organisation] grew.',
    ['Smith', 'Wesson', 'Smith & Wesson'],
  ],
  ['two given names taken for a firm', '[Mary & John=organisation] sang.', ['Mary', 'John']],
  [
    'two works of which one stands by itself elsewhere',
    '[Gears 4, Zek Storm=work] sold. [Zek Storm=work] too.',
    ['Gears 4', 'Zek Storm', 'Zek Storm'],
  ],
  [
    'two festivals of which one stands by itself elsewhere',
    '[Lammas=event] came. [Lammas and Beltane=event] are near.',
    ['Lammas', 'Lammas', 'Beltane'],
  ],
  [
    'two services taken for a firm that stand by themselves as something else',
    '[Slipway Fi=product] grew. [Ebb Wireless=product] too. [Slipway Fi and Ebb Wireless=organisation] agree.',
    ['Slipway Fi', 'Ebb Wireless', 'Slipway Fi', 'Ebb Wireless'],
  ],
  ['a work called after two people', '[Lorna] sings. [Lorna and Piet=work] is a play.', ['Lorna', 'Lorna and Piet']],
  ['a work with a comma in its name', '[Gears, Zek Storm=work] sold.', ['Gears, Zek Storm']],
  [
    'a country of two parts',
    '[Trinidad=place] and [Tobago=place] are [Trinidad and Tobago=place].',
    ['Trinidad', 'Tobago', 'Trinidad and Tobago'],
  ],
])('%s', (_rule, text, expected) => expect(namesAfter(partJoined, text)).toEqual(expected));
