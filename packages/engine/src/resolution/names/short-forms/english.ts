/** English short and pet forms, each line the name first, folded. Facts of usage, put together for Clew. */
export const englishShortForms = `
aaron ron ronnie
abel abe
abigail abbie abby abbe nabby gail
abraham abe abram bram
ada adie addie
adam ad addy
adelaide addie addy della ada
adeline addie addy delia
adelbert albert bert del delbert
adolph dolph ad
adrienne addie adri
agatha aggie aggy
agnes aggie aggy nessie nancy senga
aidan ade
aileen lena allie
alan al
albert al bert bertie elbert
alberta bertie allie berta
alexander alex al eck sandy alec lex xander sander ally zander
alexandra alex sandy lexi lexie allie alix ali sandra
alexis lexi lexie alex
alfred al fred alf freddy alfie fredo
alfreda freda freddie frieda
alice allie elsie ally lisa
alicia allie lisa licia
alison allie ali ally
allen al
allison allie ali ally
almena mena
alonzo al lon lonnie lonzo
alphonse al alph
althea thea allie
alvin al vin vinny
alyssa lissa ali ally
amanda mandy manda mandi
amber amby
ambrose brose
amelia amy millie mel melia milly
amy ami
anastasia ana stacy stasia annie tasia
andrea drea andi rea andy
andrew andy drew
angela angie
angelina angie lina
ann nancy annie nan nanny
anna annie nancy nan
annabelle belle annie bella
annette nettie netta annie
anthony tony ant
antoinette tony netta toni nettie
antonia toni tonya tonie
arabella bella ara belle arry
archibald archie arch baldie
ariadne ari
arlene lena arly
arnold arnie arny
arthur art artie
asenath sene
ashley ash
aubrey bree
audrey audie dee
augusta gussie gusta tina aggy
augustine gus austin
augustus gus august
aurelia aurie orilla rella
austin auggie
barbara barb babs barbie bab bobbie babbie
barnabas barney
bartholomew bart bat barth bartie mees
beatrice bea trixie trissie bee bess
belinda bella lindy linda
benedict ben bennie
benjamin ben benny benjy bennie jamie
bernadette bernie berna detta
bernard bernie barney berney
bertha bert bertie birdie
bertram bert bertie
bethany beth
beverly bev
blanche bea
bonita bonnie
bradford brad ford
bradley brad
brenda brandy
brian bry
bridget biddy bridie bridey delia biddie
brittany britt
bronwyn bron
caleb cal
calvin cal vin vinny
cameron cam ron
camilla millie cammie mila
camille millie cammie cam
candace candy dacey
carl charlie
carlotta lottie
carmen carm
caroline carrie caddie cal callie carol
carolyn carrie carol
cassandra cassie sandy cass sandra
catherine kate cathy kathy katie kit kitty cassie trina kay kat lena cate cathie
cecil cis
cecilia cissy cece sisely
celeste celie
chadwick chad
charity chat
charles charlie chuck chas charley chick
charlotte lottie char charlie lotta sherry lotte totty
chauncey chan
chelsea chels
cheryl cher sherry
chester chet
christian chris kit
christiana chris kris tina christy kit crissy
christina chris kris tina christy kit crissy xina
christine chris kris tina christy kit crissy teenie
christopher chris kit topher kris
clarence clair clare
clarissa cissy
claudia claud
clayton clay
clement clem
clementine clem tina
clifford cliff ford
clifton cliff tony
clinton clint
constance connie
cordelia cordy delia
corinne cora ora cory
cornelia corny nelle nelia nelly
cornelius con conny corny neil
courtney court
crystal chris tal stal crys
cynthia cindy cintha
cyrus cy
dalton dahl
daniel dan danny
danielle ellie dani danny
daphne daph
darlene lena darry
david dave day davey
dean dino
deanne dee
deborah deb debbie debby debi
delbert bert del
delilah lil lila dell della
delores lolly lola della dee dell
denise dennie
dennis denny
derrick ricky rick
desmond des
diana di dicey didi
diane di dicey didi
dominic dom nick nicky
donald don donnie donny
donna dona
dorcas dorcie
dorothea dolly dottie dora dot thea dodie
dorothy dolly dot dottie dora dodie
dougal doug
douglas doug
duncan dunk
dwight ike
earnest ernie
ebenezer eb ben eben
edgar ed eddie eddy ned
edith edie edye
edmund ed eddie ted ned eddy
edna eddie
edward ed eddie ted teddy ned
edwin ed eddie win ned eddy
edwina edie winnie
egbert bert
eleanor ellie nell nellie lena lenora nora
eleazer lazar
elias eli lias
elijah eli lige
eliphalet life
elisha eli lish
elizabeth liz lizzie beth betsy betty libby bess bessie lisa elsie bette betsey lizzy lib liza birdie bettie elise liddy tetty eliza
ella el
ellen nell nellie lena ellie
elmer el
elsie elsa
elvira vira elvie
emeline em emmy milly
emily em emmy millie mel
emma em emmy
epaphroditus dite
ephraim eph
eric rick ricky
ernest ernie
ernestine tina ernie erna
esther essie hester hettie
ethel effie
ethelbert bert
eugene gene
eugenia gene genie
eunice nicie
euphemia effie phemie effy
eustace stacy
evan van
evangeline vangie evie angie eva
evelyn evie ev lyn evelina eva
ezekiel zeke ez
ezra ez
faith fay
felicia fel felix feli lisa
ferdinand ferdie fred freddie nando
fidelia delia
florence flo flossie florrie flora
frances fran frankie fanny sis cissy frannie francie fannie
francis fran frankie francie frank
franklin fran frankie frank
frederick fred freddy freddie fritz rick eric
fredericka freda frieda ricka freddie
gabriel gabe gabby
gabriella gabby gabi gaby ella
gabrielle gabby gabi gaby elle
garrett gary
genevieve eve jenny gen viv ginny
geoffrey jeff geoff
george georgie
georgia georgie
gerald gerry jerry
geraldine gerry jerry gerri dina
gertrude gertie trudy gert gatty
gilbert gil bert
giles gil
gloria glory
grace gracie
gregory greg gregg
gretchen greta
griselda grissel zelda
guinevere gwen jennie
gustavus gus gussie
gwendolyn gwen wendy
hannah nan nanny hanna
harold hal harry
harriet hattie harry hatty
harrison harry
harvey harve
heather hettie
helen nell nellie lena helena ellie
helena eileen lena nell nellie
henrietta etta hetty hank etty retta hattie nettie
henry hank hal harry
herbert bert herb
hermione hermie
hester hessy hetty hessie
hezekiah hez hy kiah
hiram hy
horace horry
howard howie hal
hubert bert hugh hub
hugh hughie
humphrey humph numps
ichabod ich
ignatius iggy nace nate natius
imogene immy gene
ira ire
irene rena
irvin irving
irving irv
isaac ike zeke izzy
isabel bella belle issy izzy tibbie bell nib ib ibby
isabella belle bella tibbie nib issy izzy ibbie
isadora issy dora
isaiah zay
isidore izzy dore
israel izzy
jacinda cindy jacky
jacob jake jay jaap cobb
jacqueline jackie jack jacqui lena
jacques jack
james jim jimmy jamie jem jimmie
jane janie jessie jennie jeannie
janet jan jess jessie nettie
janice jan
jasper jap
jean jeannie
jeanette jessie janet nettie
jedidiah jed
jeffrey jeff geoff
jemima mimi mima
jennifer jen jenny jenni jenna jennie
jeremiah jerry jereme
jeremy jerry jez
jerome jerry
jessica jess jessie
jessie jess
joan jo nonie joanie
joanna jo jody
joanne jo
jocelyn joce joss
joel joe
john jack johnny jock jon johnnie
jonathan jon nathan johnny jonty
joseph joe joey jos jo
josephine jo josie fina josey joey fifi
joshua josh jos
josiah joe
josias joe
joyce joy
judith judy jude judie
julia jill
julian jule jules
julius jule jules
justin jus
karen kay
katherine kate kathy katie kit kitty kay kat kathie lena
kathleen kate kathy katie kay kathie
kathryn kate kathy katie kay kathie
kenneth ken kenny kendrick
kendall ken kenny
kimberly kim kimmy
kristen kris chris
kristopher kris chris
lafayette fate laffie
lambert bert
laura laurie lolly lora
laurence larry lorne lon lonny lorry lars
laurinda laura
lauryn laurie
lawrence larry lorne lon lonny lorry laurie
leah lea
lee leigh
lemuel lem
lenora nora
leona leonie
leonard len lenny lineau leo leon
leonora lenora nell nora
leroy roy lee
leslie les
lester les
letitia lettie tish titia letty
lidia lyddy
lillian lil lilly lolly lillie
linda lindy
lindsey lins lindsay
llewellyn lew
lois lou
lorenzo loren
loretta etta lorrie retta lottie
lorraine lorrie
louis lou louie
louisa lou
louise lou
lucas luke
lucille lu cille lou lucie
lucinda cindy lou
lucretia lu creasy
lucy lou
luther luke
lydia lyddie
mabel mae
mackenzie mac mack kenzie
madeline maddie lena maud madge maddy
magdalena lena maggie
malcolm mac mal
malachi mal
manuel manny
marcella marcie celia
marcia marcie
margaret maggie meg peg peggy madge marge margie rita daisy greta midge may gretta metta meggie mog
margery marge margie madge
maria mitzi mia
marjorie marge margie madge
mark marky
marshall marsh
martha marty mattie patsy patty mat
martin marty
martina tina
marvin marv merv
mary molly polly mae may mamie mimi minnie mitzi mayme
mathilda tilda tilly matty mattie maud
matilda tilda tilly matty mattie maud
matthew matt thias matty
matthias matt thias
maurice moe mo morris
maureen mo
maxine max
maxwell max
megan meg
melanie mel
melinda mel lindy mindy linda
melissa lisa mel missy milly lissa
melvin mel vin vinny
mercedes mercy sadie
micajah cage
michael mike mickey mick mikey micky
michelle mickey shelly shell
mildred milly millie
millicent milly missy
milton milt
minerva minnie nerva
miranda mandy mira randy
miriam mimi mitzi
mitchell mitch
mortimer mort
morton mort
moses mose moss
muriel mur
myrtle mert myrt
nadine dee deedee
nancy ann nan
naomi omi
napoleon nap
natalie nat tally natty
nathan nate nat natty
nathaniel nat nate nathan than natty thaniel
nehemiah nemi
nelson nels
newton newt
nicholas nick nicky claas claes
nicole nicky nikki cole
nora norah
norbert bert norby
norman norm
obadiah obie obed diah
octavia tave tavia
octavius tave
odell odo
olive ollie nollie livia
oliver ollie
olivia ollie livia liv nollie livvy
oscar ossie
oswald ozzy ossie waldo oz
otis ode
pamela pam pammy
patience pat patty
patricia pat patty patsy tricia trish trixie
patrick pat paddy packy
paula polly lina pauly
pauline polly lina paula
penelope penny pen
persis persy
peter pete
philetus leet
philip phil pip
philomena mena
phineas phin
phoebe feebs
phyllis phil
preston pres
priscilla cissy cilla prissy pris
prudence prue prudy
rachel rae shelly rach rachie
ralph rafe
ramona mona
randall randy
randolph randy dolph rand
raphael rafe
raymond ray
rebecca becky becca reba bec
reginald reg reggie ron ronnie
regina reggie gina
relief leafa
reuben rube
rhoda rodie
rhodella della
richard rick dick rich richie ricky dickie dickon
robert bob rob bobby robbie bobbie dob dobbin hob rab rabbie
roberta bobbie bert robbie birdie
roderick rod rick roddy erick
rodney rod
roger rod hodge
roland rolly rollo lanny
ronald ron ronnie ronny
rosabel rosa rosie
rosalind roz rosie
rosalyn roz rosie
rosamond roz
rosanna rosie
roscoe ross
rose rosie
roseanne rosie
rosemary rosie rose
rowena weena
roxanna roxie
roxanne roxie
rudolph rudy dolph rolf
rufus ruffy
rupert rupe
russell russ rusty
ruth ruthie
sabrina brina
salvador sal
samantha sam sammy mantha
samson sam
samuel sam sammy
sandra sandy
sarah sadie sal sara sukey sally
savannah vannie
selina lena celina
seymour see
shannon shan
sharon sha shari sherry
sheldon shel
shelton shel tony
sibyl sibbie
sidney sid syd
sigismund sig
silas si sy
silvester syl si vester
simeon si
simon si
solomon sol
sophia sophie
sophronia frona sophie fronie
stacey stacy
stanley stan
stephanie steph stephie annie
stephen steve steph
stuart stu
sullivan sully van
susan sue susie suzie sukey suky
susannah sue susie suzie sukey
suzanne sue suzie
sylvester sy syl vet vester
sylvia syl
tabitha tabby
tamara tammy
tanya tan
tasha tash
temperance tempy
terence terry
teresa tess tessie tessa tracy terry
thaddeus thad tad
theodora dora teddy theo
theodore ted teddy theo tad
theodosia theo dosia
theophilus ophi theo
theresa tess tessie tessa traci tracy terry
thomas tom tommy thom
thomasina tom tommie tammy
tiffany tiff
timothy tim timmy
tobias toby bias
trevor trev
trudy gertrude
tryphena phena
uriah riah
ursula sulie ursie
valerie val
vanessa vanna essa nessa
vandalia vannie
vernon vern
veronica ronnie vonnie franky vera
victor vic
victoria vicky tory vickie tori
vincent vin vince vinny vic
viola vi ola
violet vi lettie
virgil virg
virginia ginny jenny ginger virgie
vivian viv
wallace wally
walter walt wally wat
wendy wen
wesley wes
wilber will bert
wilbur will willie
wilfred will fred willie wilf
wilhelmina mina billie minnie willa wilma
willard will
william bill will billy willie bell bela
willis will bill
wilma billie
winfield field winny win
winifred winnie fred freddie winny
winston winny win
woodrow woody wood
yvonne vonna
zachariah zach zak zeke
zachary zach zak zack
zebedee zeb
zebulon zeb lon
zedekiah diah zed
zephaniah zeph
`;
