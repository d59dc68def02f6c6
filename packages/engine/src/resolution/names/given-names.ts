/**
 * Given names that are names of their own, each with its usual spellings, folded: Arabic, Persian, Turkish, Slavic, Greek,
 * Romanian, Spanish, Germanic, South Asian, Chinese, Korean and Vietnamese use. Names with short forms are in `nicknames.ts`.
 * Two tokens that are known as different names are not each other's misspelling: `hassan` is not `hussein`, nor
 * `daniel` `daniela`.
 */
export const givenNames: readonly string[] = `
aaliyah aliyah alia aliya
abbas
abdlah abdla
abdrahman abdirahman
abdaziz
abdkarim
abdkader abdqadir
abdhamid
abdmalik abdmalek
abdrahim
abdsalam
abdnasser
abu
abubakar abubakr aboubakar aboubacar bakr
adam
adel adil
adela adele
adnan
adriana adrienne
agnes agnieszka ines
agustin agostino augustin augustine
ahmed ahmad achmed achmad ahmet ahmat ahamed
aida
aisha aysha ayesha aicha aishah aysa aise
akram
alan allan allen alain alun
albert alberto
alberta albertina
alfonso alphonse alonso
ali aly
alice alicia alisa
alla
amal
amin ameen amine
amina aminah ameena
amir ameer emir
amira ameera
amy aimee
anatoly anatoli anatolie anatoliy
anh
anwar anouar
ariel
arjun
armen
arnold arnaud arnaldo
artem artyom artiom
arturo
asad assad asaad
ashraf achraf
asif
asma asmaa
astrid
athanasios thanasis
audrey
aurelia
aurel aurelian
ayman aiman aymen
ayoub ayub ayyub job
aziz azeez
aziza
bashar
bashir bachir basheer
basel basil bassel
bassam
beatrice beatriz beatrix
bernard bernardo bernhard
bilal belal
boris borys
brandon
bruce
bruno
carmen
carolina caroline carolyn karolina
cecilia cecile
cesar caesar
chloe
claire clara klara
claude claudio claudius
claudia claudine
colin
cornel cornelius kornel cornelia
cristian christian kristian christiaan
cynthia
dalia dahlia
damir
dana
daniela danielle danuta daniella
dario darius dariusz
daria darya dasha daryna
dawud daoud dawood
dean
denis dennis denys dionisie denise
dennise
derek derrick
diana diane
diego
dina
domenico dominic dominik domingo dominique
donna
doris
dung
dusan
dwayne duane
edgar edgardo
edith
edmund edmond edmundo
edwin
efstathios stathis
eileen aileen
eleanor eleonora leonora eleni
elias ilias ilie ilya ilia elijah
elvira
emil emile emilio emilian
emilia emily emilie
emma
emre
enzo
eric erik erich
erika erica
ernest ernesto ernst
ervin erwin irwin
esra
ester esther
eva eve evie ewa
evangelos vangelis
evelyn evelina eveline
ezra
fabian fabiano fabien
fabio
fadi
fahd fahad
faisal feisal faysal
faiz fayez
farah
farid fareed
farida
fares faris
farouk faruk farooq faruq
fatima fatma fatimah fatemeh fatoumata fatme
felicia
felix
ferdinand fernando fernand
fernanda
fidel
fiona
flavia
flavius flavio
florin florian
francesca francisca frances francoise franziska
fuad fouad
gail
galina halyna
genadi gennady gennadi hennadiy
georgia georgina georgeta georgiana
geoffrey jeffrey jeff geoff
gertrude
gheorghita
ghassan
gilbert gilberto
gina
giulia giuliana
gleb hlib
gloria
gonzalo
grace grazia graciela
guido guy
gunther gunter guenter
gustav gustavo gustave
habib
hadi
hafiz hafez
haidar haider haydar heydar
hakan
hakim hakeem
hala
hamad hamed
hamid hameed
hamza hamzah
hana hanna hannah
hani
harold harald
haroon harun haroun
hasan hassan hasaan
hashim hashem
hatem hatim
hector
hoda huda
horst
hosni husni
hugh hugo
hui
hung
hussein husain hussain husayn hossein hussien husein hossain huseyn hussin hocine houssein
ian iain
ibrahim ebrahim ibraheem ibrahima abraham avraam avram
ida
idris idriss edris
ilham
imad emad
imran emran
inga inge ingrid
inna
ioannis yannis giannis
irfan
irma
iskander iskandar
ismail ismael esmail
issa eisa isa
ivo
izabela
jaber jabir gaber
jabbar
jafar jaafar gafar
jalal galal
jamal gamal djamal jamaal
jamil jameel gamil
jamila
jasmin yasmin yasmine yasmina jasmine yasemin
jason
javier xavier
jawad gawad
jesus
jia
jian
jing
joachim joaquin ioachim
joel
jonas
jordan
joyce
juana
jun
justin justyn iustin
justina justyna
kadir qadir
kamal kemal
kamil kamel
kamila camila camilla
karim kareem
karima
karen karin
kazem kazim kadhim
keith
kevin
khadija khadijah khadidja hatice
khaled khalid halid khaleed
khalil halil khaleel
kirill kyrylo chiril
kurt
kyle
kyriakos
laila layla leila leyla
lakshmi
laszlo
laura laure lora
laurent
lavinia
lea leah
leon
leonie
leticia
lien
ling
linda
livia
liviu
loredana
lorena
lothar
louise luisa louisa
lubna
luc luca lucas luka lukas lukasz luke
lucian lucien luciano
lyubov lubov liubov
madina
mahdi mehdi
maher mahir
mahmoud mahmud mahmood mehmud
majid majed majeed magid
malak
malik malek
mansour mansur mansoor
marcela marcella
marcel marcello marcelo
marcin
marian marion mariano
mariana marianne marianna
marina
mario marius mariusz
marwan
masood masoud massoud
matilda mathilde
maya maia
mei
melanie
melissa
mihaela michaela mikaela
milan
milena
milos
min
minh
mina
mirela
miroslav miro
mohsen muhsin mohsin
monica monika monique
muna mona
murad mourad murat
musa moussa moosa mousa moses
mustafa mostafa moustafa mustapha
nabil nabeel
nabila
nadir nader
naima
najib nagib najeeb
nam
naomi
naser nasser nasir nasr
nasreen nasrin
nawal
nazir nadhir
neil niall
nga
ngoc
nigel
nikita mykyta
nina
noah nuh
noel
nora noura norah
norbert
norman
nour nur noor
nura
octavian octavio
oksana oxana
omar umar omer oumar
orlando roland rolando
oscar oskar
osama usama ousama
osman othman uthman usman ousmane
otto
ovidiu
pascal pascual
penelope
petra
phuong
quan
quang
quoc
rafael raphael rafal
rahim raheem
rami
ramadan ramazan ramzan
ramona
rania
rashid rachid rasheed rashed reshid
rasul rasool
ravi
reem rim
regina
reinhard
renata renate
rene
reza riza ridha
riad riyad
rodica
rodrigo
roger rogelio rudiger
roman
rosalia rosalind
roxana roksana
ruben reuben
rudolf rudolph rodolfo
ruslan
rustam rustem
ruth
saad
sabina sabine
sabri
sabrina
sadiq sadek siddiq sadegh
safia safiya
said saeed saeid sayeed
saida
salah
salam
salman
saleh salih salah
salem salim saleem selim
salma selma
salvador salvatore
sami
samir sameer
samira samirah
sandra
sanjay
santiago
saud
sayed sayyid sayyed
selena selina
serena
shadi
shamil
shan
shane
sharif cherif sherif shareef
sharon
sheila
shirin shireen
silvia sylvia sylvie
silviu silvio
simion simon semyon semion symon simeon
simona simone
sofyan sufian soufiane
solomon salomon
sorin
stella estela estelle
stuart
suad souad
suleiman sulaiman suleman solomon soliman sulayman
suleyman suleyman
sultan
sunil
sven
tahir taher
tamar tamara
tamer
tarek tariq tarik
taras
thanh
thi
thu
tibor
tien
timur
tobias
tuan
turki
ulrich ulrike
umut
ursula orsolya
valentina valentine
vanessa
vera wiera
veronica veronika
vesna
vigo
violeta violetta
virgil virgilio
virginia
vitali vitaly vitalie vitaliy
vyacheslav viacheslav veaceslav
wael wail
wahid waheed
walid waleed oualid
wayne
wei
wen
werner
wilma
wolfgang
xiao
xin
yahya yehia yahia
yan
yasin yassin yaseen yassine
yasir yasser yaser
yi
ying
yolanda iolanda
yong
yulian iulian julian julien
yunus younes younis yunis
yvonne ivonne
yves
zahra zohra
zahir zaher
zaid zayd zayed
zainab zeinab zaynab zeynep zineb
zaki
zakaria zakariya zachariah zekeriya
zhen
zhi
ziad ziyad
zlatko
zoe zoya zoia
zoran
zuhair zoheir
`
  .trim()
  .split('\n');
