import type { Gender } from '../model/entity.ts';

/**
 * Given names that are borne by one sex nearly everywhere; names that differ by country (Andrea, Jean, Kim, Nikita) are
 * left out. A hint for who "she" is, used only where the text itself does not tell.
 */
const female: ReadonlySet<string> = new Set(
  `mary patricia jennifer linda elizabeth barbara susan jessica sarah karen lisa nancy betty margaret sandra ashley
kimberly emily donna michelle carol amanda dorothy melissa deborah stephanie rebecca sharon laura cynthia kathleen amy
angela shirley anna brenda pamela emma nicole helen samantha katherine christine debra rachel carolyn janet catherine
maria heather diane ruth julie olivia joyce virginia victoria lauren christina joan evelyn judith megan cheryl hannah
jacqueline martha gloria teresa ann anne sara madison frances kathryn janice abigail alice julia judy sophia grace denise
amber doris marilyn danielle beverly isabella theresa diana natalie brittany charlotte marie kayla rose lori
alison alexandra amelia annabel antonia audrey beatrice bernadette bethany bridget camilla caroline cecilia
celia chloe clara claire clare colleen constance cora daphne dawn deirdre delia delores dolores edith eileen elaine eleanor elena
eliza ella ellen eloise elsie emilia erica erin esther ethel eva eve felicity fiona flora florence freya georgia
georgina geraldine gillian gina gladys glenda gwen gwyneth harriet hazel heidi henrietta hilda imogen irene
iris isabel isobel ivy jane jasmine jemima jenna jenny jill joanna joanne jocelyn josephine judy juliet june
kate katie kathy katy kirsten kirsty lara leah lena lily lois lorna lorraine louisa louise lucinda lucy lydia lynn mabel
madeleine madeline maeve marcia margot marian marianne marina marjorie martina matilda maud maureen maxine melanie meredith mildred
miranda miriam moira molly mona monica morag muriel myra nadia nadine naomi natasha nell nina nora norma olive
paige patience patsy paula pauline pearl penelope penny petra philippa phoebe phyllis polly priscilla prudence
rhiannon rita roberta rosa rosalie rosalind rosamund rosemary rosie roxanne ruby sabrina sally selina serena shannon sheila shelagh
silvia simone siobhan sonia sophie stella susanna suzanne sylvia tabitha tamara tanya tara tess tessa thelma tilly tina tracy
trudy ursula valerie vanessa vera veronica vicky viola violet vivian vivien wendy wilma winifred helena sofia marta sue ilona mirela luz elsbeth folake yvette yvonne zara zoe agnes
angharad aoife aisling niamh grainne orla roisin sinead ciara saoirse caoimhe mairead ffion cerys carys eirlys nerys bronwen
ines lucia carmen pilar mercedes guadalupe rocio soledad consuelo beatriz catalina gabriela mariana daniela paola valentina
ximena fernanda alejandra adriana francesca giulia chiara federica giovanna lucrezia paolo-maria elisabetta benedetta ornella
brigitte celine chantal delphine dominique-marie elodie francoise genevieve helene isabelle juliette laurence-anne margaux mathilde
monique nathalie odile sandrine sylvie veronique solene anneliese annika astrid bodil birgit birgitta elke freja frieda
greta gudrun hanne heike helga hilde ilse inga ingrid johanna katrin katja kirsti liesbeth lieselotte marit mette sigrid silke
solveig sunniva svetlana tatiana tatyana olga irina natalia natalya oksana lyudmila ludmila yulia anastasia ekaterina galina
larisa nadezhda raisa tamar valentina vera-ana zoya yelena elena-maria agnieszka katarzyna malgorzata zofia ewa danuta jadwiga
magdalena zuzana jana ivana milena jelena dragana snezana vesna biljana ljiljana
fatima aisha ayesha aishat aysha khadija khadijah maryam mariam zainab zaynab amina aminah layla leila laila noor nour huda
hanan salma samira yasmin yasmine rania dalia dina farah ghada hala heba iman jamila lubna maha mona-amal nabila najla nawal
rasha reem rim safiya sana sawsan shirin shireen soraya suha sumaya wafa zahra zahida zeina zeinab
priya ananya anjali aishwarya aparna archana asha deepa deepika divya gauri geeta gita indira ishita jaya jyoti kalpana kamala
kavita kavitha kiran-devi lakshmi lalita lata leela madhuri mala malini meena meera megha nandini nandita neha nirmala nisha pooja
padma parvati pallavi prachi pratibha preeti rachna radha radhika rani rashmi rekha renu revathi ritu roopa rukmini
sadhana sangeeta sarita saroj savita seema shalini shanti sharmila shilpa shobha shreya sita smita sneha sonal sudha
sujata suman-devi sunita sushma swati tanvi tripti uma usha vandana vasudha vidya vimala yamini nafisa farida shabana
yuki-ko keiko yoko sachiko tomoko noriko michiko kazuko yumiko naoko akiko haruka sakura ayumi mayumi mei-ling mei xiaoling
meiling huiling yan-ling siti nurul dewi putri sri-wahyuni ratna kartini nurhayati
adaeze adaora amaka ama abena akosua akua adwoa efua esi afua yaa ngozi chioma chinwe chiamaka ifeoma nkechi nneka obiageli
uchenna-grace folasade yetunde titilayo omolara bukola funmilayo ronke sade tolulope halima hauwa hajiya zanele
nomvula nomsa thandi thandiwe nokuthula lindiwe sibongile busisiwe refilwe lerato palesa dineo naledi tshepiso wanjiru wambui
wanjiku njeri nyambura wangari muthoni wairimu achieng akinyi atieno adhiambo awino makena nafula
grace-ann blessing charity faith mercy comfort precious
leilani moana aroha ngaio hinemoa losa sefina mele alofa rosalina estrella imelda corazon marisol maricel
ada alicia alina alma amelie anita annette antoinette arlene asma benazir bianca bonnie bronwyn camila carla cassandra
celeste charlene chiyo claudia claudine colette coretta corinne cristina daisy daria dolly edna eilidh elisa elisabeth
elise eloisa emiko emmanuelle esmeralda estelle eugenia eugenie fabienne fanny fatou florencia frida fumiko georgette
gertrude giorgia gisele graciela hailey hanna hannelore hege hermione hina ilaria inge ingeborg isla ivanka jeanette
jeannette josefina juana juanita juliana justine kamila karina karla karolina katarina kateryna katrina kemi klara
kristin kristina ksenia kumiko laetitia larissa letitia lidia liesl lihua lilian lina lise liudmila ljubica loretta
luisa maia maja malala manuela marcela margarita margrethe mariko marisa meryl michaela monika myriam
nanette nasreen nigella noura ofelia olena ottilie paloma pascale patrizia polina priyanka ramona raquel rebekah
renata rochelle roxana sabina sabine salwa sania sayaka selena simona smriti sofie solange sonja stacey
susana susanne svenja tilda ulrike valeria veronika viktoria violeta virginie viviane wanda wilhelmina xiuying yewande
yolanda yuko yumi`
    .split(/\s+/u)
    .filter((name) => !name.includes('-')),
);
const male: ReadonlySet<string> = new Set(
  `james robert john michael david william richard joseph thomas christopher charles daniel matthew anthony mark donald
steven andrew paul joshua kenneth kevin brian george timothy ronald jason edward jeffrey ryan jacob gary nicholas eric
jonathan stephen larry justin scott brandon benjamin samuel gregory alexander patrick frank raymond jack dennis jerry
tyler aaron jose adam nathan henry zachary douglas peter kyle noah ethan jeremy walter christian keith roger terry austin
sean gerald carl harold dylan arthur lawrence bryan bruce gabriel logan albert willie alan eugene ralph roy
louis philip russell randy vincent bobby johnny bradley wayne elijah caleb hunter isaac oscar graham ian neil nigel
simon stuart trevor clive colin derek desmond duncan edwin ernest felix fergus frederick fred gareth geoffrey geoff gilbert
giles gordon graeme guy hamish harry hector herbert horace howard hugh hugo humphrey ivan ivor jasper jeff jim joe joel
julian leonard leslie-john lewis liam lionel lloyd luke malcolm martin marcus maurice max mick miles mike mitchell mohammed
muhammad mohamed ahmed mohammad norman oliver owen percy phil piers quentin ray reginald rex rhys rod roderick rodney rory ross
rufus rupert sebastian sidney stan stanley steve ted terence tim toby todd tom tony travis victor vernon wallace warren wilfred
winston bernard basil barry bart ben bill billy bob boris brad brendan cedric chester clarence clifford clinton craig curtis
cyril dale damian dan darren dave dean dominic don doug duane dwight earl eddie edgar edmund elliot elliott elton elvis emmanuel
ewan ezra francis franklin garrett gavin glenn glyn gus hal hank harvey ignatius ira irving isaiah jake jared jed
jeremiah jonah jordan-lee josiah kurt lance lenny leo leon lester levi luther lyle magnus marshall marvin melvin milton
monty mortimer moses murray ned neville noel nolan orlando oswald otto perry pierce preston ralph ramsay rob rowan-john saul seth
solomon spencer stefan theo theodore titus tobias tristan tyrone ulysses wade wesley wilbur zach
dafydd gethin huw iolo ioan emyr alun dewi-john geraint gwyn ieuan aidan ciaran cormac colm conor declan diarmuid donal eamon
eoin fintan kieran lorcan oisin padraig ruairi seamus cillian tadhg callum alasdair angus hamish lachlan ewen
jorge juan carlos miguel luis pedro pablo javier fernando diego rafael manuel alejandro ricardo sergio eduardo roberto
alberto enrique ignacio gonzalo alvaro andres raul hector-luis ramon rodrigo santiago tomas vicente joaquin emilio esteban
joao paulo antonio marco giovanni giuseppe luca matteo lorenzo paolo pietro salvatore stefano vincenzo enzo massimo fabio
alessandro francesco jacques pierre jean-pierre francois henri michel philippe olivier laurent thierry didier christophe
guillaume sylvain pascal benoit yves aurelien mathieu antoine hans klaus jurgen wolfgang heinz dieter uwe helmut gerhard
manfred matthias thorsten torsten detlef rainer bjorn lars sven anders erik gunnar henrik jens jorgen kjell knut leif mikkel nils olaf
ole per rasmus soren stig sverre tore ulf johan pieter willem hendrik jeroen maarten sjoerd gijs
vladimir sergei sergey dmitry dmitri alexei aleksei mikhail nikolai nikolay igor oleg yuri yury viktor andrei andrey boris-ivan
konstantin pavel roman-petr ruslan anatoly vitaly vyacheslav yevgeny evgeny grigory leonid maxim oleksandr volodymyr
mykola petro taras vasyl bohdan piotr pawel krzysztof andrzej tomasz marek jacek wojciech zbigniew stanislaw jaroslav vaclav
milan zoran dragan goran nikola slobodan miroslav branko dusan stjepan recep mehmet mustafa hasan huseyin ali omer osman yusuf
ibrahim ismail abdul abdullah abdulrahman khalid hassan hussein hussain karim kareem mahmoud mustapha nasser omar osama
rashid said-omar saleh salim samir tariq tarek walid yasser youssef yousef zaid faisal fahad bilal hamza imran irfan jamal kamal
majid nadim nasir nawaz naveed rafiq rehman saeed salman shahid shahbaz usman zafar zahid farid farhan farooq hamid
amit anil ajay arjun arun ashok arvind anand aditya abhishek akash anupam bharat chandra-mohan deepak dinesh ganesh gaurav gopal
girish harish hemant jagdish karan krishna kumar-das lokesh mahesh manoj manish mohan mukesh narendra naresh naveen nitin pankaj
prakash pradeep pranab prashant praveen rahul raj rajesh rajiv rajeev rakesh ramesh ravi rohan rohit sachin sandeep sanjay sanjiv
santosh satish shashi shankar shyam siddharth sridhar subhash sudhir sunil suresh surendra tushar uday umesh varun venkatesh vijay
vikram vinay vinod vishal vivek yogesh anirban joydeep sourav hiroshi kenji takashi takeshi satoshi makoto akira kazuo yoshio ichiro
shinzo junichi masaru haruto ryuichi toshiro daichi joon-ho sung-min
kwame kofi kwabena kwasi yaw kojo kwaku kweku kwadwo emeka chukwuemeka chinedu obinna ikenna nnamdi uche olumide babatunde
oluwaseun segun tunde femi kayode adebayo ibrahim-musa musa sani garba danladi thabo sipho themba mandla bongani sizwe jabulani
tshepo kagiso lebo-john katlego kamau kimani njoroge mwangi karanga-john ndungu kariuki mutua musyoka otieno ochieng odhiambo owino
onyango omondi kipchoge kiprop kipkoech cheruiyot barasa wafula juma hamisi baraka
manuel-jose rodrigo-luis ferdinand benigno bongbong tane wiremu hemi tamati budi joko agus bambang hendra iain euan alistair owain karl anton augusto ramiro
ahmet emre murat kemal eirik olav oyvind andriy chidi
abdel abdoulaye adekunle adolfo agustin ahmad alain alassane alastair aleksandr alfonso alfredo
alphonse amadou amr anselm anwar arif armando arnaud arturo asif athanasios augustin axel balazs baptiste bartosz
bashar bernd bernhard bruno cesar chukwuma cristiano damien denis dietrich dimitri dmytro
dominik emanuel ernesto etienne eugenio fabrice fawad federico felipe filip florian fouad francisco franz
friedrich gabor gael gautam genaro georg georges gerard giacomo gianluca gianni giorgos grzegorz guillermo gunther
gustavo guus hakan harald haruki heinrich herve hossein ilya ioannis istvan ivo jaap jair jakob jakub jannik janos
jerome jiro jisung joachim jochen johann johannes jon jonas josef juergen julien julio junichiro kamil karel kaspar
keir khaled konrad kostas kristof kyriakos laszlo leonardo leopold lothar lubomir lucas luciano ludovic ludwig luigi
lukas lukasz maciej macky manmohan marcel marcelo marcin mariano mario mariusz martijn mateo matthieu mattias maxime
maximilian mehdi miklos milos minho mircea moussa naoki nenad nicolae nicolas nikos norbert octavio olusegun
osvaldo ousmane patrice patricio patrik pavlo peer pekka pervez petr preben rafal ralf raphael renato riccardo rodolfo
roland romain roman ron rudolf ruud saad sandor sebastien shinji sigmund silvio stanislav stephane stipe
sundar taro thiago thibault timo uchenna ulrich umberto vasily vitali vitaliy vittorio vlad vojtech volker wanjala
wasim wilhelm wladyslaw xavier yannick yannis yasuhiro yoshihide yukio zdenek zhiqiang ziad zoltan zulfikar`
    .split(/\s+/u)
    .filter((name) => !name.includes('-')),
);

/** What a folded given name tells, or null. */
export const genderOfGivenName = (folded: string): Gender | null =>
  female.has(folded) ? (male.has(folded) ? null : 'female') : male.has(folded) ? 'male' : null;
