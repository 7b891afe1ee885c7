/** Words that end in a point without ending a sentence, without the point, folded. */
export const titleAbbreviations: ReadonlySet<string> = new Set(
  'mr mrs ms dr prof rev hon fr sr br gen lt col maj capt cpl sgt cmdr adm brig insp det supt gov sen rep ald pres amb messrs mme mlle st ste mt ft sec cllr atty asst dep'.split(
    ' ',
  ),
);

export const otherAbbreviations: ReadonlySet<string> = new Set(
  'vs v no nos vol fig figs p pp ed eds al etc inc corp co ltd llc plc jr jan feb mar apr jun jul aug sep sept oct nov dec ave blvd rd approx est dept univ cf eg ie viz bros assn mfg intl op cit ca'.split(
    ' ',
  ),
);

/** These may end a sentence as well; the next word decides. */
export const mayEnd: ReadonlySet<string> = new Set('inc corp co ltd jr sr etc al llc plc bros'.split(' '));

/** States and provinces as datelines and lists of members write them ("Tucson, Ariz.", "R-Calif."). */
export const regionAbbreviations: ReadonlySet<string> = new Set(
  'ala ariz ark calif colo conn del fla ga ill ind kan kans ky la md mass mich minn miss mo mont neb nebr nev okla ore pa penn tenn tex va vt wash wis wyo alta ont sask que'.split(
    ' ',
  ),
);
