/** Words by which readers look for a part of the settings, and which that part itself does not have. */
export const finder = {
  appearance: 'theme dark mode night light font zoom bigger underline highlight style',
  page: 'hover delay wait speed timing popup tooltip badge counter click touch mouse pointer modifier',
  keyboard: 'shortcuts hotkeys commands',
  sites: 'allow block exclude exceptions list disable turn off permissions websites domains',
  memory: 'history privacy private incognito delete clear forget data retention',
  lookUps: 'Wikipedia online internet network search language edition automatic pictures privacy',
  store: 'library backup export import database entries edit',
  packs: 'dictionaries data update subscription download install publisher',
  sync: 'cloud devices account team share encryption password Nextcloud',
  reset: 'defaults restore factory licences',
} as const;
