import { plural } from '../messages.ts';

/** Why a page is a news article, or none, by the code that the article gate gives. */
export const reasons = {
  asked: 'You asked for it to be read',
  saysNews: 'The page says it is a news article',
  saysArticle: 'The page says it is an article',
  textInArticle: plural({
    one: '{count} paragraph of running text in an article under one headline',
    other: '{count} paragraphs of running text in an article under one headline',
  }),
  textUnderHeadline: plural({
    one: '{count} paragraph of running text under one headline',
    other: '{count} paragraphs of running text under one headline',
  }),
  plainText: 'A text, taken as an article',
  saysList: 'The page says it is a list, not an article',
  saysProduct: 'The page says it sells a product',
  saysForum: 'The page says it is a forum or a list of questions',
  saysOther: 'The page says it is not a news article',
  saysVideo: 'The page says it is a video',
  saysNotFound: 'The page says that what was looked for is not there',
  saysFrontPage: 'The page says it is the front of its site',
  frontPage: 'The front page of a site',
  searchResults: 'A page of search results',
  aboutSite: 'A page about the site itself, not an article',
  wiki: 'An encyclopaedia or wiki page',
  documentation: 'A page of documentation',
  forum: 'A forum thread',
  specification: 'A specification',
  code: 'A page of code or a specification, not an article',
  listOfArticles: 'A list of articles, not an article',
  listOfLinks: 'A list of links, not an article',
  noText: 'No running text on the page',
  tooLittle: plural({ one: 'Too little text: {count} paragraph', other: 'Too little text: {count} paragraphs' }),
  tooLittleForArticle: plural({
    one: 'Too little text for an article: {count} paragraph',
    other: 'Too little text for an article: {count} paragraphs',
  }),
  /** Why an article could not be read. */
  failure: {
    noAnswer: 'Sidelight does not answer. Reload the page to try again.',
    store: 'Your store cannot be opened. The library tells what helps.',
    storeTooNew:
      'Your store was written by a later version of Sidelight. Bring Sidelight up to date, and everything is there again.',
    analysis: 'The article could not be analysed.',
  },
} as const;
