import { describe, expect, test } from 'vitest';
import { isBiography, isBoilerplate, isByline, opensOther } from '../../../lib/page/text/phrases.ts';

describe('a sentence that begins as a label does is a sentence', () => {
  test.each([
    'By Friday, the river had risen by two metres.',
    'By Tuesday – a day late – the ferry was back.',
    'By signing the treaty, the two countries agreed to share the river.',
    'Copyright holders sued the company on Monday over the songs.',
    'Posted on social media on Tuesday, the video shows a ship that burns.',
    'Published in 1990, the book sold two million copies.',
    'Updated guidance was issued on Monday by the ministry.',
    'First published in 1998, the novel is read in schools.',
    'Monday was the hottest day since 1998.',
    'Satellites launched in 2019 saw the fire.',
    'May 9, 2023 was a good day.',
    'Reporting by the BBC found that ministers knew of the leak.',
    'Related industries lost 4,000 jobs.',
    'Recommended doses were cut.',
    'More news outlets closed in May.',
    'Subscribers were not told.',
    'Loading docks were closed.',
    'Follow him into the hall and you see it.',
    'Join us, the minister told the crowd.',
    'Von Tirpitz, der Admiral, war 1914 gegen den Plan.',
    'Di Maria, 34, scored twice.',
  ])('%s', (line) => {
    expect([isBoilerplate(line), isByline(line)]).toEqual([false, false]);
  });
});

describe('what stands around the text is none of it', () => {
  test.each([
    'By Ana Gil, Science Editor',
    'By Ana Gil, a freelance writer based in London.',
    'By ANA GIL and BEN ODE | Harbour Post',
    'Wednesday, 9 May 2023',
    'Posted on 9 May 2023',
    'Posted by Ana',
    'Updated 3 hours ago',
    'Updated at 10:00 a.m. with comments from the council.',
    'Published by Ana Gil. Updated on Monday.',
    'Publié le 7 mars 2022 à 10h30',
    'Veröffentlicht am 7. März 2022 um 10 Uhr',
    'Reporting by Ana Gil in London; Editing by Ben Ode.',
    'Additional reporting by our staff in Kyiv.',
    'This article was first published in the Harbour Post on 3 May 2015.',
    'Copyright 2023 Harbour Post. All rights reserved.',
    'By clicking you agree to our terms.',
    'By signing up you agree to our terms.',
    'Subscribe now and never miss a story.',
    'Log in to continue reading',
    'Related stories',
    'Recommended for you',
    'Trending now',
  ])('%s', (line) => {
    expect(isBoilerplate(line) || isByline(line)).toBe(true);
  });
});

test.each([
  ['Related stories', true],
  ['More from the Harbour Post', true],
  ['Subscribe to our newsletter', true],
  ['Related industries suffer', false],
  ['Subscribers are leaving', false],
  ['Recommended daily doses', false],
  ['Trending down', false],
])('the heading “%s” leads elsewhere: %s', (heading, leads) => {
  expect(opensOther(heading)).toBe(leads);
});

test('a last line presents its author, and not somebody whom the article writes about', () => {
  const last = 'Ruben Falk is a professor of law at the harbour university.';
  expect(isBiography(last, () => 'The council voted on Tuesday.')).toBe(true);
  expect(isBiography(last, () => 'The council asked Falk for a report.')).toBe(false);
});
