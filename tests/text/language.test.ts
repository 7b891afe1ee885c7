import { expect, test } from 'vitest';
import { guessLanguage } from '../../lib/text/language.ts';

test.each([
  ['en', 'The minister said that the talks with the neighbours had been long and that he would return in the autumn.'],
  [
    'de',
    'Der Minister sagte, dass die Gespräche mit den Nachbarn lang gewesen seien und er im Herbst wieder kommen wird.',
  ],
  [
    'fr',
    'Le ministre a déclaré que les discussions avec les voisins avaient été longues et que la suite est pour cet automne.',
  ],
  [
    'es',
    'El ministro dijo que las conversaciones con los vecinos han sido largas y que la próxima será en el otoño de este año.',
  ],
  ['ru', 'Министр сказал, что переговоры с соседями были долгими и что он вернётся осенью.'],
  ['uk', 'Міністр сказав, що переговори із сусідами були довгими і він повернеться восени цієї їхньої зустрічі.'],
  ['zh', '外交部长表示，与邻国的会谈时间很长，他将于秋季返回。'],
  ['ja', '外相は、隣国との会談は長かったが、秋に戻ると述べた。'],
  ['ar', 'قال الوزير إن المحادثات مع الجيران كانت طويلة وإنه سيعود في الخريف.'],
  [null, 'Lorem 12'],
  [null, ''],
])('the language is %s', (language, text) => {
  expect(guessLanguage(text, null)).toBe(language);
});

test.each([
  [
    'few little words do not speak against it',
    'en',
    'en',
    'PM Modi met Sunak. Rishi Sunak, who was born in Southampton, praised Modi loudly.',
  ],
  [
    'a region of it is the same',
    'en',
    'en-GB',
    'PM Modi met Sunak. Rishi Sunak, who was born in Southampton, praised Modi loudly.',
  ],
  [
    'many do',
    'de',
    'en',
    'Der Minister sagte, dass die Gespräche mit den Nachbarn lang gewesen seien und er im Herbst wieder kommen wird.',
  ],
  ['a script does', 'ru', 'en', 'Министр сказал, что переговоры с соседями были долгими и что он вернётся осенью.'],
])('what the page declares: %s', (_rule, language, declared, text) => {
  expect(guessLanguage(text, declared)).toBe(language);
});
