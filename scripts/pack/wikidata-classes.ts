import type { EntityType } from '../../lib/model/entity.ts';

/**
 * What a thing is by its "instance of" (P31). Wikidata has a hundred thousand classes and a dump is read once, so that
 * these are the direct classes of what news names most; `--classes FILE` adds others (`Q123 organisation` a line).
 */
const table: Readonly<Record<EntityType, string>> = {
  person: 'Q5',
  organisation:
    'Q43229 Q4830453 Q783794 Q6881511 Q891723 Q167037 Q7278 Q327333 Q79913 Q163740 Q484652 Q245065 Q3918 Q875538 Q11032 Q1110794 Q192350 Q66344 Q22687 Q837766 Q2659904 Q17149090 Q748720 Q476028 Q847017 Q12973014 Q176799 Q15911314 Q11691 Q41487 Q35749 Q1752346 Q4611891 Q157031 Q31855 Q1331793 Q1616075 Q14350 Q192283 Q210167 Q46970 Q18127 Q215380',
  place:
    'Q6256 Q3624078 Q515 Q1549591 Q486972 Q532 Q3957 Q5119 Q35657 Q5107 Q82794 Q4022 Q23397 Q165 Q8502 Q46831 Q23442 Q33837 Q185113 Q39594 Q37901 Q12280 Q41176 Q16560 Q1248784 Q483110 Q3257686 Q15642541 Q10864048 Q13220204 Q747074 Q484170 Q15284 Q1115575 Q34442 Q174782 Q22698 Q12323 Q39816 Q40080',
  event:
    'Q1656682 Q198 Q178561 Q40231 Q103495 Q180684 Q645883 Q2334719 Q8065 Q7944 Q3241045 Q18608583 Q27020041 Q132241 Q625994 Q175331 Q273120 Q124757 Q45382 Q2223653 Q3839081 Q858439 Q15275719',
  work: 'Q571 Q7725634 Q11424 Q5398426 Q482994 Q134556 Q7366 Q3305213 Q8261 Q25379 Q24862 Q1555508 Q15416 Q41298 Q9737',
  product: 'Q2424752 Q7397 Q166142 Q9143 Q35127 Q29642950 Q3231690 Q15056993 Q12796 Q22645 Q11446 Q12136 Q12140',
  law: 'Q131569 Q7748 Q820655 Q7755 Q49371 Q1438449 Q625298 Q17126079 Q321839',
  nationality: 'Q41710 Q9174 Q34770 Q231002',
  other: '',
};

const byClass = new Map<string, EntityType>(
  (Object.entries(table) as [EntityType, string][]).flatMap(([type, ids]) =>
    ids
      .split(' ')
      .filter((id) => id !== '')
      .map((id) => [id, type] as const),
  ),
);

export const typeOfClass = (id: string): EntityType | null => byClass.get(id) ?? null;

/** Adds classes of the maker's own. */
export function addClass(id: string, type: EntityType): void {
  byClass.set(id, type);
}
