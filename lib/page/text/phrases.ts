/** Lines that stand in articles without being part of their text, in the languages of the pages tried. */

/** Whole short lines: labels of advertisements, share bars, links to elsewhere. */
const labels =
  /^(?:advert(?:isement|ising)?|anzeige|werbung|publicidade?|publicité|pubblicità|sponsored(?: content)?|promoted|share(?: (?:this|on|via|article|story).*)?|tweet|print|e-?mail|save|comments?|\d+ comments?|leave a (?:comment|reply)|loading(?:[.…]+| (?:more|comments?|video|player|content|article).*)?|image|photo|photos?|video|gallery|view gallery.*|play(?: video)?|watch(?: now)?|listen(?: now| to this article)?|read more.*|continue reading.*|keep reading.*|see (?:more|also|all).*|show more|more|next|previous|back to top|top|tags?|topics?|related(?: (?:stor(?:y|ies)|articles?|news|content|posts?|links?|coverage|topics?|reading|videos?|items|tags|to this|information|podcasts?|from)\b.*)?|recommended(?: (?:for you|stories|articles|reading|videos?|links|posts|content|news|topics|by|from)\b.*)?|trending(?: (?:now|stories|today|news|topics|articles|on|in)\b.*)?|most (?:read|popular|viewed|shared).*|more (?:from|on|in|like this)\b.*|more (?:[\p{L}-]+ ){1,3}(?:stories|news|coverage|headlines)\s?:|more (?:stories|news|coverage)(?: (?:from|on|in|about|like|for|to)\b.*)?|you (?:may|might) (?:also )?(?:like|be interested|enjoy).*|up next.*|read next.*|don['’]t miss.*|editor['’]?s['’]? picks?|top stories.*|latest (?:news|stories).*|newsletters?|sign (?:up|in)(?: (?:to|for|or|and|here|now|today|with)\b.*)?|log ?in(?: (?:to|or|for|here|now|with)\b.*)?|subscribe\b.*|about (?:the|this) (?:author|writer)s?|mehr zum thema.*|lesen sie (?:auch|mehr).*|auch interessant.*|à lire aussi.*|lire aussi.*|lire la suite.*|sur le même sujet.*|leia (?:mais|também).*|lea (?:también|más).*|te puede interesar.*|leggi anche.*|lees ook.*)[.:!»>→\s]*$/iu;

/** Starts of lines that ask the reader for something or lead elsewhere. */
const invitations =
  /^\[?(?:(?:also )?read(?: more| also| next| the (?:full|original) .{0,20})?\s*[:|»>]|related(?: \w+)?\s*:|see also\s*:|watch\s*:|listen\s*:|more\s*:|video\s*:|gallery\s*:|photos?\s*:|image(?: credits?)?\s*:|photo(?:graph)? (?:by|credit)\b|pictures?\s*:|credits?\s*:|source\s*:|tags?\s*:|topics?\s*:|filed (?:under|to)|click here\b|sign up (?:for|to|here)|subscribe (?:to|now|here|for)|follow (?:us|me|@|\w+ on (?:twitter|facebook|x|instagram))|like us on|join (?:us (?:on|at|for|live|today)|our (?:newsletter|community|mailing|channel|group|readers|whatsapp|telegram)|the (?:conversation|discussion|debate))\b|download (?:our|the) app|get (?:our|the) (?:free )?(?:app|newsletter)|(?:©|\(c\))\s|copyright\s+(?:©|\(c\)|\d{4}|by\b)|all rights reserved|this (?:site|website) uses cookies|we use cookies|by (?:clicking|subscribing|signing (?:up|in)|creating an account)\b|enter your e-?mail|please (?:enable|sign|log|subscribe|register)|already (?:a subscriber|have an account)|support (?:our|independent) journalism|what you need to know to start|lire aussi|à lire aussi|lire (?:notre|nos|les?|la)\b.*:|lesen sie (?:auch|mehr)|mehr zum thema|leia (?:mais|também)|lea (?:también|más)|leggi anche|lees ook)/iu;

/** The same in the other languages of the interface, and notes that newsletters and publishers end with. */
const invitationsElsewhere =
  /^[[(（«]?(?:you(?:['’]re| are) receiving this (?:e-?mail|newsletter|message)|unsubscribe\b|abonnez-vous|abonnieren sie|jetzt abonnieren|(?:le reste|la suite) de (?:cet|l['’])\s?article est réservée?|(?:article|contenu) réservé aux abonnés|suscríb(?:e|a)(?:te|se)|más información\s*:?$|te puede interesar|читайте (?:также|ещ[её]|подробнее|також|теж|далее)|подпи(?:сывайтесь|шитесь) на|следите за нами|смотрите также|материалы по теме|фото\s*:|підпи(?:суйтес[ья]|шіться) на|дивіться також|(?:اقر[أا](?:وا)?|إقرأ|شاهد) أيضا?|تابعونا|تابعنا على|קראו (?:גם|עוד)|לקריאה נוספת|עקבו אחרינו|责任编辑|責任編輯|延伸阅读|延伸閱讀|相关阅读|相關閱讀|相关新闻|更多精彩|扫码关注|关注我们|点击(?:阅读|查看))/iu;

/** What machines write: addresses, codes that were not carried out, notes on scripts, on rights and on how to cite. */
const machines =
  /^(?:https?:\/\/\S+$|[\w-]+\.(?:jpe?g|png|gif|webp)$|to (?:view|watch|see) this (?:content|video|page),? (?:please )?(?:javascript|enable|install|upgrade)|this (?:video|content|player) is not supported by your\b|\[\/?[a-z_-]+(?: [^\]]*)?\]|this (?:slideshow|video|content|page|form) requires javascript|your browser does not support\b|this (?:document|material|article) (?:is subject to copyright|may not be published, broadcast)|citation\s*:.*\bretrieved\b)/iu;

/** The credit of a picture at the end of what says what it shows. */
const credit =
  /[[(](?:image|photo(?:graph)?|picture|pic|foto|bild|imagen|credit)s?(?: credit| by)?\s*[:：][^()[\]]{1,60}[\])]$/iu;

export const endsWithCredit = (line: string): boolean => credit.test(line);

/** The heading under which readers answer, with their number before or behind it. */
const threadHeadings =
  /^(?:(?:\d[\d.,\s]*|one|join the|add a|leave a|view|show|all|no|reader|readers['’])?\s*(?:comments?|responses?(?: to .*)?|replies|conversation|discussion)|(?:\d+\s*)?(?:(?:leser)?kommentare?|commentaires?|r[eé]actions|comentarios?|comentários?|комментари[ийяев]+|коментар[іїв]+|обсуждение|обговорення|التعليقات|تعليقات|תגובות|评论|評論|网友评论))\s*[(:：]?\s*\d*[\d.,]*\s*\)?:?$/iu;

/** Whether a heading opens readers' comments. */
export const opensThread = (heading: string): boolean => heading.length < 120 && threadHeadings.test(heading);

const bylines =
  /^(?:(?:published|updated|posted|last (?:updated|modified)|first published|veröffentlicht|publié|publicado|aktualisiert|mis à jour)(?!\p{L}).{0,90}|(?:reporting|editing|writing|additional reporting) by .{0,200}|\d+ min(?:ute)?s?(?: read)?|(?:mon|tues?|wed(?:nes)?|thu(?:rs)?|fri|sat(?:ur)?|sun)(?:day)?\b[.,]? .{0,30}\d{4}.{0,30}|\p{L}+\.? \d{1,2},? \d{4}.{0,30}|\d{1,2}\.? \p{L}+\.? \d{4}.{0,30}|\d{1,4}[./-]\d{1,2}[./-]\d{1,4}.{0,30})$/iu;

/** Case counts here: "By Ana Gil" is a byline, "By midday" is not. */
const authored =
  /^(?:By|BY|by|Von|VON|Par|Por|Di|Door)\s+\p{Lu}[\p{L}.'’-]*(?:[\s,|&]+(?:(?:and|und|et|y|e|en|de|van|von|for|of|the|AND)\s+)?\p{Lu}[\p{L}.'’-]*){0,12}(?:\s*[|,•·–—-].{0,60})?$/u;

const biographies =
  /^[\p{Lu}“"][^.]{2,60}\s(?:is|was|are)\s(?:an?|the|our)\s[^.]{0,90}\b(?:reporter|correspondent|editor|columnist|journalist|writer|contributor|author|producer|freelancer?|fellow|professor)\b|^\p{Lu}[^.]{2,40}\sis on (?:Twitter|Facebook|Instagram|X)\b|^(?:Follow|Contact|Reach|E-?mail) .{0,60}(?:@|Twitter|\bat\b)/u;

/** Short words that also stand in bylines, credits and dates; any others make a sentence of a line that ends as one. */
const ofCredits =
  /^(?:by|in|and|for|of|at|on|the|to|with|from|our|a|reporting|editing|writing|additional|compiled|staff|newsroom|updated|published|posted|first|last|modified|ago|hours?|min(?:ute)?s?|days?|read|am|pm|und|von|par|por|di|door|de|et|y|e|en|van|le|la|el|um|uhr|à)$/u;

/** "By Friday, the river had risen." begins as a byline does, and says something. */
const saysSomething = (line: string): boolean => {
  if (!/[.!?…]["'”’»)\]]*$/u.test(line)) return false;
  const words = line.match(/(?<![\p{L}\p{N}’'.-])\p{Ll}[\p{L}’'-]*/gu) ?? [];
  return words.filter((word) => !ofCredits.test(word)).length > 1;
};

const ambiguousInvitations = /^(?:posted (?:in|by|on)\b|follow (?:him|her|them)\b)/iu;
const reprints = /^this\b.{0,60}\b(?:first|originally) (?:published|appeared)\b/iu;
const updates = /^updated\b.{0,30}\bwith (?:comments?|details?|more|new|quotes?|a statement)\b/iu;
const professions = /\b(?:reporter|correspondent|editor|writer|journalist|columnist)\b/iu;

/** Of those, headings after which no paragraph is the article's any more. */
export const closesArticle = (heading: string): boolean =>
  /about|author|newsletter|sign|subscribe|comment/i.test(heading);

/** Ends as a sentence does, closing marks allowed. */
export const endsAsSentence = (line: string): boolean => /[.!?…:。！？؟।][\p{Pe}\p{Pf}\p{Pi}"'”’\])\s]*$/u.test(line);

/** Whether a line, whatever block it stands in, is a label or an invitation. */
export const isBoilerplate = (line: string): boolean =>
  line.length < 400 &&
  ((line.length < 90 && !(line.length > 40 && endsAsSentence(line)) && labels.test(line)) ||
    invitations.test(line) ||
    machines.test(line) ||
    invitationsElsewhere.test(line) ||
    (ambiguousInvitations.test(line) && !saysSomething(line)));

/** Names, dates and credits around an article's text. */
export const isByline = (line: string): boolean => {
  if (line.length >= 220) return false;
  if (reprints.test(line) || updates.test(line)) return true;
  if (authored.test(line)) return professions.test(line) || !saysSomething(line);
  return (/\bfirst published\b.{0,40}\d{4}/i.test(line) || bylines.test(line)) && !saysSomething(line);
};

/**
 * A last line that presents the author; only asked of the end of an article. Whom the article itself has named before is
 * somebody whom it writes about.
 */
export const isBiography = (line: string, before: () => string): boolean => {
  if (line.length >= 500 || !biographies.test(line)) return false;
  const subject = /^(.{2,60}?)\s(?:is|was|are)\s/u.exec(line)?.[1] ?? '';
  const name = subject.match(/\p{Lu}[\p{L}’'-]{2,}/gu)?.at(-1);
  return name === undefined || !before().includes(name);
};

/** A heading after which something else than the article follows. */
export const opensOther = (heading: string): boolean => heading.length < 90 && labels.test(heading);
