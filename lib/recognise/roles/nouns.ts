/** Nouns that name what a person or an organisation is: the last word of a role or of its first noun phrase; folded. */
export const roleNouns: ReadonlySet<string> = new Set(
  `minister president premier chancellor spokesperson spokesman spokeswoman secretary ambassador envoy diplomat senator
congressman congresswoman congressperson lawmaker legislator mp mep councillor councilor mayor governor commissioner
chief head leader director chair chairman chairwoman chairperson president-elect ceo cfo cto coo executive founder co-
founder cofounder owner partner manager editor reporter correspondent journalist columnist anchor presenter host
author novelist writer poet playwright historian professor lecturer researcher scientist economist analyst strategist
physicist chemist biologist virologist epidemiologist ecologist geologist astronomer engineer architect designer
artist painter sculptor singer musician composer conductor pianist guitarist drummer rapper actor actress comedian
filmmaker producer dancer choreographer chef farmer teacher headteacher principal student pupil nurse doctor surgeon
physician paediatrician pediatrician psychologist psychiatrist pharmacist lawyer attorney barrister solicitor
prosecutor judge justice magistrate officer inspector superintendent detective constable sheriff sergeant lieutenant
captain major colonel general admiral commander soldier pilot driver coach trainer striker midfielder defender
goalkeeper forward winger batsman batter bowler all-rounder spinner sprinter swimmer cyclist jockey golfer boxer
player champion winner runner referee umpire activist campaigner organiser organizer volunteer advocate lobbyist
adviser advisor consultant aide counsellor counselor negotiator mediator representative delegate deputy candidate
nominee incumbent opponent rival member fellow expert specialist trader broker investor banker treasurer accountant
auditor shopkeeper fisherman trucker mechanic electrician carpenter plumber baker butcher tailor weaver potter priest
pastor bishop archbishop cardinal imam rabbi monk nun pope king queen prince princess duke duchess sultan emir sheikh
resident neighbour neighbor mother father son daughter brother sister husband wife widow widower uncle aunt cousin
grandmother grandfather survivor witness victim suspect defendant plaintiff passenger patient customer tenant landlord
worker labourer miner union boss official bureaucrat administrator coordinator ombudsman regulator watchdog dictator
rebel warlord militant insurgent astronaut cosmonaut explorer climber sailor skipper curator archivist librarian
collector critic reviewer blogger streamer influencer developer programmer hacker entrepreneur businessman
businesswoman tycoon billionaire philanthropist heir heiress model photographer cameraman translator interpreter vice-
president vice-chancellor provost dean rector registrar clerk speaker whip backbencher statesman politician monarch
company firm bank group think-tank thinktank charity nonprofit non-profit agency maker manufacturer retailer carrier
airline operator publisher broadcaster newspaper daily weekly magazine website startup start-up lender insurer
brokerage supermarket chain university college institute school hospital club team party movement coalition alliance
network lab laboratory trade-body body minister-designate agent assistant athlete cleric climatologist commentator
contractor convener counsel creator demonstrator educator firefighter footballer gardener grandmaster illustrator
instructor investigator mathematician meteorologist paramedic philosopher policeman policewoman publicist quarterback
retiree rider scholar screenwriter sociologist songwriter star technician tennis trustee veteran yachtsman nephew
niece girlfriend boyfriend colleague teammate veterinarian vet rookie wicketkeeper flanker hooker fullback centre
sweeper playmaker shortstop pitcher catcher outfielder infielder closer reliever linebacker cornerback tailback
receiver kicker punter marksman skater skier snowboarder gymnast wrestler weightlifter judoka rower diver triathlete
marathoner surfer skateboarder mountaineer matador caddie linesman lineman undersecretary emissary attaché attache
legate nuncio plenipotentiary arbitrator bursar warden ranger gamekeeper courier cabbie cabdriver stoker stationmaster
signalman dockworker longshoreman stevedore fisher trawlerman lobsterman bosun purser steward stewardess navigator
gunner sniper medic corpsman mercenary strongman viceroy regent consort courtier equerry butler valet housekeeper
nanny governess maid groundsman caretaker janitor cleaner porter concierge receptionist typist bookkeeper cashier
teller dealer auctioneer appraiser assessor surveyor realtor builder bricklayer joiner roofer welder glazier decorator
upholsterer seamstress dressmaker milliner couturier stylist hairdresser barber beautician masseur masseuse therapist
physiotherapist osteopath chiropractor acupuncturist midwife obstetrician gynaecologist gynecologist cardiologist
oncologist neurologist neurosurgeon psychoanalyst dermatologist radiologist pathologist anaesthetist anesthesiologist
dentist orthodontist optician nutritionist dietitian toxicologist immunologist microbiologist botanist zoologist
entomologist ornithologist palaeontologist paleontologist archaeologist archeologist anthropologist ethnographer
linguist lexicographer philologist theologian seismologist volcanologist hydrologist oceanographer glaciologist
geneticist neuroscientist biochemist astrophysicist cosmologist statistician demographer geographer cartographer
criminologist penologist pollster speechwriter fundraiser donor backer benefactor patron mentor protégé protege
apprentice intern trainee cadet recruit conscript pensioner stepfather stepmother stepson stepdaughter fiancé fiancée
fiance fiancee lover mistress bride groom bridegroom bridesmaid godfather godmother godson toddler teenager schoolboy
schoolgirl undergraduate graduate postgraduate postdoc alumnus alumna valedictorian headmaster headmistress
schoolteacher tutor choirmaster organist violinist cellist flautist trumpeter saxophonist bassist percussionist
vocalist soprano contralto tenor baritone bass dj mc bandleader frontman frontwoman lyricist librettist ballerina
acrobat clown magician illusionist ventriloquist puppeteer mime impressionist comic satirist cartoonist animator
printmaker ceramicist muralist photojournalist camerawoman cinematographer showrunner auteur documentarian newsreader
newscaster anchorwoman anchorman weatherman pundit essayist diarist memoirist biographer ghostwriter bookseller
conservator restorer antiquarian gallerist socialite vlogger youtuber gamer podcaster whistleblower leaker informant
spy spymaster defector dissident exile refugee migrant hostage captive prisoner inmate convict felon fugitive arsonist
burglar robber thief fraudster conman swindler embezzler smuggler trafficker kingpin mobster gangster mafioso hitman
assassin gunman shooter bomber attacker hijacker kidnapper rapist stalker killer murderer preacher evangelist
televangelist missionary chaplain vicar curate deacon canon prebendary prelate primate patriarch metropolitan abbot
abbess prior friar hermit mystic guru yogi shaman healer herbalist soothsayer medium psychic astrologer sangoma
frontbencher peer alderwoman quartermaster inventor discoverer pioneer trailblazer scientologist socialist communist
marxist anarchist libertarian feminist suffragist abolitionist environmentalist conservationist humanitarian unionist
nationalist separatist loyalist royalist jihadist islamist extremist supremacist convenor mate baseman recorder
coroner planner portal squad studio arranger forecaster twin septuagenarian octogenarian nonagenarian homeowner
shareholder stakeholder landowner restaurateur hotelier publican barman barmaid bartender waiter waitress usher busker
picker keeper beekeeper shepherd herder rancher grower winemaker brewer distiller scaffolder handyman foreman
supervisor superviser leaver psychotherapist carer caregiver recluse orphan client interviewer merchant reader
ally balloonist chairlady companion consultancy docker finalist financier fresher freshman futurist gangman goalie
goaltender guard hander helper holder insider kitman magnate matron medalist medallist moderator outfit parent
policymaker predecessor prop qualifier relative seller showman sophomore substitute successor supplier technologist
watchman widower`.split(/\s+/u),
);

/** Titles that stand before a name and say too little to be a role by themselves. */
export const nameTitles: ReadonlySet<string> = new Set(
  `mr mrs ms miss mx dr prof sir dame lord lady rev fr cllr coun councillor brigadier major captain capt colonel col
general gen lt lieutenant sgt sergeant inspector insp constable garda chief judge rabbi sister brother father
uncle aunt mama papa bishop archbishop cardinal professor barrister engineer sheikh begum nawabzada señor señora doña
don justice queen king pope canon pastor coach representative rep senator sen congressman congresswoman hon honourable honorable adv comrade alhaji alhaja hajiya
madam madame mme monsieur mzee datuk shri smt`.split(/\s+/u),
);

/** What people are and no body is, or what says nothing of one. */
export const onlyPeople: ReadonlySet<string> = new Set(
  'rival rivals ally allies member members friend hero brother sister mother father son daughter wife husband uncle aunt cousin grandfather grandmother executive envoy chair chairman chairwoman president host tenant director secretary minister coach captain activist dealer worker workers driver drivers passenger patient customer candidate guest opponent opponents suspect suspects'.split(
    ' ',
  ),
);
