/** What of a page is not its text: told by element, role and by the words that sites put into classes and ids. */

/** Elements whose content is never read, whatever surrounds them. */
const unread = new Set(
  'script style noscript template iframe frame frameset object embed applet svg math canvas video audio picture map select option datalist button input textarea label progress meter nav rt rp head title'.split(
    ' ',
  ),
);

/** Elements that start a line of their own by the rendering rules of the HTML standard. */
const blocks = new Set(
  'address article aside blockquote body center dd details dialog dir div dl dt fieldset figcaption figure footer form h1 h2 h3 h4 h5 h6 header hgroup hr html li listing main menu ol optgroup p plaintext pre search section summary table caption colgroup tbody td tfoot th thead tr ul xmp'.split(
    ' ',
  ),
);

const roles =
  /^(?:navigation|contentinfo|complementary|search|dialog|alertdialog|alert|status|menu|menubar|toolbar|tablist|listbox|tooltip|banner)$/;

/**
 * Words that, on their own, name something beside the text. Matched against whole words of a class or id. `paywall` is
 * not among them: publishers give it to the paragraphs behind the wall; nor `widget`, which page builders give to all.
 */
const words = new Set(
  (
    'ad ads adv advert adverts advertisement advertising adslot adsense admarker adunit dfp sponsor sponsored sponsors outbrain taboola ' +
    'related recommend recommended recommendation recommendations recirc recirculation trending popular mostread mostpopular morestories ' +
    'newsletter newsletters subscribe subscription signup regwall share sharing sharebar sharetools social addthis sharethis ' +
    'breadcrumb breadcrumbs byline bylines author authors bio contributor contributors tags taglist keywords topics footer nav navbar navigation menu ' +
    'cookie cookies consent gdpr onetrust didomi popup modal overlay toolbar toolbox tools pagination pager timestamp pubdate sidebar rail ' +
    'promo promos promotion pullquote toc quiz poll survey jobs login masthead skip ' +
    'infobox factbox metadata postmeta readmore seealso livefyre references reflist footnotes navbox catlinks editsection'
  ).split(' '),
);

/** On some sites the beginnings of other articles, which are linked, on others what an article begins with. */
const teasers = /\bteasers?\b/;

/** The same for names of two words or more, over words joined by single spaces. */
const phrases =
  /\b(?:most (?:read|popular|viewed|shared)|read (?:more|next|also)|more (?:stories|news|articles|from|on|in)|up next|see also|sign up|you may|pull quote|author (?:bio|box|info)|article (?:tools|meta|info|tags|footer|actions)|entry (?:meta|footer)|post (?:meta|tags|footer)|print only|in read|story (?:tools|meta)|(?:paywall|subscription|registration) (?:wall|notice|barrier|prompt|message|banner|offer))\b/;

const threads =
  /\b(?:comment|comments|commentlist|disqus|livefyre|coral|viafoura|spotim|openweb|discussion|respond|talkback|replies|responses|forum|kommentare|commentaires|comentarios)\b/;

const hiddenNames =
  /(?:^|\s)(?:sr-only|visually-?hidden|screen-?reader(?:-\w+)*|assistive-text|element-invisible|offscreen|a11y-hidden|show-for-sr|(?:\w+-)+visually-?hidden)(?:\s|$)/i;
const hiddenStyle = /(?:^|;)\s*(?:display\s*:\s*none|visibility\s*:\s*hidden)/i;

/** Parts of an AMP page that hold no text of its own; the others lay out what they hold. */
const unreadOfAmp =
  /^amp-(?:ad|auto-ads|consent|embed|iframe|sidebar|social|sticky-ad|subscriptions|user-notification|video)/;

export const isUnread = ({ localName }: Element): boolean => unread.has(localName) || unreadOfAmp.test(localName);
export const isBlock = (element: Element): boolean => blocks.has(element.localName);

/** Hidden by its own attributes, as far as markup tells without layout. */
export const isHidden = (element: Element): boolean => {
  if (element.hasAttribute('hidden') && element.getAttribute('hidden') !== 'until-found') return true;
  // Inline, the attribute marks decoration that is seen (a drop cap whose word is repeated for screen readers).
  if (element.getAttribute('aria-hidden') === 'true' && isBlock(element)) return true;
  return hiddenStyle.test(element.getAttribute('style') ?? '') || hiddenNames.test(element.getAttribute('class') ?? '');
};

const linkNotes =
  /^[\s(]*(?:opens?(?: up)?(?: in)?(?: a| an)? (?:new|external|other) (?:browser )?(?:window|tab|page)|external link|öffnet (?:sich )?in (?:einem )?neuem? (?:fenster|tab)|(?:s['’]ouvre dans une )?nouvelle fenêtre|nouvel onglet|se abre en (?:una )?(?:ventana|pestaña) nueva|abre (?:em|numa) nova (?:janela|aba))[\s).]*$/i;

/** What a link says of itself to those who hear the page: no part of the sentence that it stands in. */
export const isLinkNote = (element: Element): boolean =>
  element.parentElement?.localName === 'a' &&
  element.childElementCount === 0 &&
  linkNotes.test(element.textContent ?? '');

const noteMark = /^[\s[(]*(?:\d{1,3}|[*†‡§¶]|[a-z])[\])\s]*$/i;

/** The raised number that leads to a note: no part of the year or the figure that it stands after. */
export const isNoteReference = (element: Element): boolean => {
  if (element.localName !== 'sup' && element.getAttribute('role') !== 'doc-noteref') return false;
  const link = element.closest('a[href*="#"]') ?? element.querySelector('a[href*="#"]');
  return link !== null && noteMark.test(element.textContent ?? '');
};

/** Classes of a post that tell what it is about, or whether readers may answer, and not what it is. */
const ofSubject = /^(?:tag|category|topic)-/i;
const ofComments =
  /^(?:(?:has|with|no|show|enable|allow)-?comments?|comments?-(?:open|closed|enabled|disabled|allowed|on|off))$/i;
const isPost = /(?:^|\s)(?:hentry|post|type-\w+|article|story)(?:\s|$)/i;

const tellingClasses = (element: Element): string => {
  const classes = element.getAttribute('class') ?? '';
  if (!/tag-|category-|topic-|comment/i.test(classes)) return classes;
  const post = isPost.test(classes);
  return classes
    .split(/\s+/)
    .filter((each) => !ofComments.test(each) && !(post && ofSubject.test(each)))
    .join(' ');
};

/** Of a section that has advertisements in it, and numbers that builders give out, in which letters stand by chance. */
const noNames = /--(?:(?:with|has)-?)?ads?(?![\w-])|\b(?=[\da-f]*\d)[\da-f]{8,}\b/gi;

/** Class and id as lower-case words joined by single spaces; `articleBody--main` gives `article body main`. */
export const namesOf = (element: Element): string => {
  const names = `${tellingClasses(element)} ${element.id} ${element.getAttribute('data-component') ?? ''}`;
  return names
    .replace(noNames, ' ')
    .replace(/([a-z])([A-Z])/g, '$1 $2')
    .toLowerCase()
    .replace(/[^a-z]+/g, ' ')
    .trim();
};

/** `thread`: readers' comments. `beside`: anything else that stands beside the text, if it is small against it. */
export type Clutter = 'thread' | 'beside' | null;

const wordsIn = (text: string): readonly string[] => text.toLowerCase().match(/[a-z]+/g) ?? [];

/** Words of an id from which on it may be a heading's: "related-articles" names what stands beside. */
const longHeading = 3;

/** Whether the id is made of the words of its heading ("sharing-the-burden"), and says what the text is about. */
const isNamedByHeading = (element: Element): boolean => {
  // A heading itself is known for one of something else by what it says.
  if (/^h[1-6]$/.test(element.localName)) return true;
  const id = wordsIn(element.id);
  if (id.length < longHeading || wordsIn(element.getAttribute('class') ?? '').some((word) => words.has(word)))
    return false;
  const said = wordsIn(element.querySelector('h1,h2,h3,h4,h5,h6')?.textContent ?? '');
  return said.length >= id.length && id.every((word, at) => said[at] === word);
};

export const judgeElement = (element: Element, names: string): Clutter => {
  if (threads.test(names)) return 'thread';
  const { localName } = element;
  if (localName === 'aside' || localName === 'footer' || localName === 'form' || localName === 'dialog')
    return 'beside';
  if (roles.test(element.getAttribute('role') ?? '')) return 'beside';
  if (phrases.test(names) || (teasers.test(names) && element.querySelector('a') !== null)) return 'beside';
  return names.split(' ').some((word) => words.has(word)) && !isNamedByHeading(element) ? 'beside' : null;
};
