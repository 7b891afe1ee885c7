import type { ArticleVerdict, PageReason } from '../model/article.ts';
import { findJsonLd, isArticleType, typesOf } from './metadata/json-ld.ts';
import { type Prose, findProse } from './text/prose.ts';

const yes = (code: PageReason, paragraphs = 0): ArticleVerdict => ({ isArticle: true, why: { code, paragraphs } });
const no = (code: PageReason, paragraphs = 0): ArticleVerdict => ({ isArticle: false, why: { code, paragraphs } });

/** Kinds of page that say of themselves, in schema.org or Open Graph, that they are no article. */
const otherKinds: readonly (readonly [RegExp, PageReason])[] = [
  [/^(?:(?:Collection|SearchResults|Profile)Page|ItemList|product\.group|profile)$/, 'saysList'],
  [/^(?:(?:og:)?product(?:group|\.item)?|offer)$/i, 'saysProduct'],
  [/^(?:(?:QA|FAQ)Page|DiscussionForumPosting|Question)$/, 'saysForum'],
  [/^(?:TechArticle|APIReference|SoftwareSourceCode|Course|Recipe|JobPosting)$/, 'saysOther'],
];

/** What kind of site built the page; the generator names itself or its body's classes do. */
const generators: readonly (readonly [RegExp, PageReason])[] = [
  [/\b(?:mediawiki|dokuwiki|confluence)\b/i, 'wiki'],
  [
    /\b(?:docusaurus|sphinx|mkdocs|gitbook|(?:vue|vite)press|starlight|doxygen|(?:rust|java|js|type)doc)\b/i,
    'documentation',
  ],
  [/\b(?:discourse|phpbb|vbulletin|xenforo|invision|mybb|smf)\b/i, 'forum'],
  [/\b(?:bikeshed|respec|xml2rfc|idnits|rfc(?:2html|markup))\b/i, 'specification'],
];

/** Places of a site that hold running text and are no news; the last folder or file name decides. */
const otherPlaces =
  /^(?:(?:about|contact)(?:-us)?|privacy(?:-policy)?|terms(?:-of-(?:use|services?|sale)|-and-conditions|-conditions)?|cookies?(?:-policy)?|imprint|impressum|legal|(?:log|sign)-?in|register|subscribe|account|faq|help|search|sitemap|careers|jobs)(?:\.\w+)?$/i;

/** Folders and scripts of forums, whatever builds them. */
const threads = /\/(?:forums?\/|threads?\/|(?:viewtopic|showthread)\.php)/i;

/**
 * Parameters that say how a reader came, not what they read; or none. Out of the address as it is written: through the walls
 * of Firefox's content scripts `searchParams` has nothing to go through.
 */
const tracking = /^(?:utm_\w+|\w+clid|ref|cmpid|ocid|mc_[ce]id)?(?:=|$)/i;

const isRoot = ({ pathname, search }: URL): boolean =>
  /^\/(?:index\.\w+|home\/?)?$/i.test(pathname) &&
  search
    .slice(1)
    .split('&')
    .every((each) => tracking.test(each));

const siteOf = ({ hostname }: URL): string => hostname.replace(/^(?:www|m)\./, '');

/** A page, or its head alone. */
type Scope = Document | HTMLHeadElement;

/** One list that the browser keeps, where a selector would have it look through the whole page for each name. */
const metaOf = (within: Scope, name: string): string => {
  for (const meta of within.getElementsByTagName('meta')) {
    if (['property', 'name'].some((each) => meta.getAttribute(each)?.toLowerCase() === name))
      return meta.content.trim();
  }
  return '';
};

/** Reasons of the address alone. */
const judgeAddress = (within: Scope, page: URL): ArticleVerdict | null => {
  if (isRoot(page)) return no('frontPage');
  const folders = page.pathname.split('/').filter(Boolean);
  if (/^(?:search|suche|buscar|recherche)$/i.test(folders[0] ?? '')) return no('searchResults');
  if (otherPlaces.test(folders.at(-1) ?? '')) return no('aboutSite');
  if (threads.test(page.pathname) && metaOf(within, 'og:type') !== 'article') return no('forum');
  const canonical = within.querySelector('link[rel=canonical i]')?.getAttribute('href') ?? '';
  const target = canonical === '' ? null : URL.parse(canonical, page);
  // A file or a local copy of an article keeps its own address; only its own site's root says "front page".
  if (target && isRoot(target) && siteOf(target) === siteOf(page)) return no('saysFrontPage');
  return null;
};

const judgeBuilder = (within: Scope, page: URL | null): ArticleVerdict | null => {
  if (page && /(?:^|\.)wikinews\.org$/.test(page.hostname)) return null;
  const generator = metaOf(within, 'generator');
  // A whole class: parts of one may say what an article is about (`tag-sphinx`, `the-public-discourse`).
  const { body } = within as Partial<Document>;
  const classes = (body?.getAttribute('class') ?? '').split(/\s+/);
  const found = generators.find(
    ([pattern]) => pattern.test(generator) || classes.some((each) => pattern.exec(each)?.[0] === each),
  );
  return found ? no(found[1]) : null;
};

const saysNews = (type: string): boolean => /News/.test(type);

/** Typed: schema.org names the kind. Loose: only Open Graph, which many sites set to `article` on lists and "about" pages. */
interface Declared {
  /** Something that a page is about as a whole, whatever its builder calls the words around it. */
  readonly decided: boolean;
  readonly typed: string | null;
  readonly loose: boolean;
  readonly other: PageReason | null;
}

const readDeclarations = (within: Scope): Declared => {
  // A node of several types is one thing.
  const types = findJsonLd(within).flatMap((node) => {
    const own = typesOf(node);
    return own.some(isArticleType) ? (own.find(saysNews) ?? own.find(isArticleType) ?? []) : own;
  });
  for (const item of within.querySelectorAll('[itemscope][itemtype]:not([itemprop])')) {
    types.push((item.getAttribute('itemtype') ?? '').replace(/^.*[/:#]/, ''));
  }
  const openGraph = metaOf(within, 'og:type').toLowerCase();
  const isDated = metaOf(within, 'article:published_time') !== '';
  const other = [...types, openGraph]
    // Articles have questions and lists in them.
    .filter((type) => !isDated || !/FAQPage|ItemList/.test(type))
    .map((type) => otherKinds.find(([pattern]) => pattern.test(type))?.[1])
    .find(Boolean);
  const articles = types.filter(isArticleType);
  return {
    // A page with many article nodes is a list of them.
    typed: articles.length > 3 ? null : (articles.find(saysNews) ?? articles[0] ?? null),
    loose: /\barticle$/.test(openGraph) || isDated,
    other: other ?? null,
    decided: types.some((type) => /Recipe|JobPosting/.test(type)) && !types.some(saysNews),
  };
};

/** Mean length of a paragraph below which linked headings make a list of teasers and not a listicle. */
const teaserLength = 220;

const judgeText = (prose: Prose, { typed, loose }: Declared, dated: boolean): ArticleVerdict => {
  const { paragraphs: found, linked, teasers } = prose;
  // A declared gallery says what it has to say below its pictures.
  const characters = prose.characters + (typed === null ? 0 : prose.captions);
  if (found === 0 && (typed === null || characters < 250)) return no('noText');
  if (typed === null && teasers > 2 && teasers * 2 > found && characters < found * teaserLength) {
    return no('listOfArticles');
  }
  if (prose.code > characters) return no('code');
  if (linked > 0.5) return no('listOfLinks');
  if (typed !== null || loose) {
    // A declared article may be short news; a page whose text has not arrived yet must not pass.
    const isNews = saysNews(typed ?? '');
    if (characters < (isNews && prose.headline ? 100 : 250)) return no('tooLittle', found);
    return yes(isNews ? 'saysNews' : 'saysArticle');
  }
  const { headline, inArticle } = prose;
  const signed = dated || prose.signed;
  if (inArticle && headline && (found >= 3 ? characters >= 250 : characters >= 500)) {
    return yes('textInArticle', found);
  }
  // Without a word of the page itself, running text alone has to be the more, the less else speaks for news.
  const enough = found >= 8 ? 1_500 : headline && signed ? 300 : headline ? 900 : Number.POSITIVE_INFINITY;
  if (found >= (signed ? 3 : 5) && characters >= enough) return yes('textUnderHeadline', found);
  return no('tooLittleForArticle', found);
};

/** What decides without a text, or what the page says that it is. */
const judgeHead = (within: Scope, page: URL | null): ArticleVerdict | Declared => {
  const verdict = (page && judgeAddress(within, page)) ?? judgeBuilder(within, page);
  if (verdict) return verdict;
  const declared = readDeclarations(within);
  return declared.other !== null && (declared.typed === null || declared.decided) ? no(declared.other) : declared;
};

const onWeb = (url: string): URL | null => (/^http/.test(url) ? URL.parse(url) : null);

/** Whether a page's head says that it is an article. */
export const isAnnounced = (head: Scope, url: string): boolean => {
  const { typed, loose } = judgeHead(head, onWeb(url)) as Partial<Declared>;
  return Boolean(typed ?? loose);
};

/**
 * Whether the page is a news article, with the reason. Cheap (one pass over paragraphs), never
 * throws, works without layout; an address that does not parse only takes its evidence away.
 */
export const judgePage = (document: Document, url: string): ArticleVerdict => {
  const page = onWeb(url);
  const head = judgeHead(document, page);
  if ('why' in head) return head;
  return judgeText(findProse(document), head, /\/(?:19|20)\d\d[/-]?[01]\d/.test(page?.pathname ?? ''));
};
