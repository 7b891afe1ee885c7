import type { DocumentView } from './view.ts';

/** What the law adds to a company's name, which goes by the rest of it ("Arduino" of "Arduino LLC"). */
const legalForms: ReadonlySet<string> = new Set(
  'inc incorporated corp corporation co company ltd limited llc llp lp plc gmbh ag kg se sa sas sarl spa srl nv bv ab as asa oy oyj kk pte pty pvt bhd holdings group'.split(
    ' ',
  ),
);
export const isLegalForm = (view: DocumentView, i: number): boolean =>
  legalForms.has(view.document.tokens[i]?.folded.replaceAll('.', '') ?? '');
