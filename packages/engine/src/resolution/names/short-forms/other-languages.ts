/**
 * Short and pet forms of other languages: names, each with its forms behind it, folded. Facts of usage, put together for Clew.
 */
export const otherShortForms = {
  'Spanish, Portuguese': `
alberto beto tito, alejandro ale jandro alex, alfonso poncho fonso, alfredo fredo, antonia toni tona,
antonio toni tono antonito tonho toninho, arturo turo, beatriz bea betty bia, carlos carlitos calo carlinhos,
carolina caro lina, catalina cata lina, cecilia ceci, concepcion concha conchita, consuelo chelo, cristina cris tina,
daniela dani, diego dieguito, dolores lola loli lolita, eduardo edu lalo duda, enrique quique kike, ernesto neto,
esperanza espe, estefania estefi fani, federico fede fico kiko, felipe pipe feli, fernando fer nando fernandinho,
francisca paca paqui francis, francisco paco pancho curro kiko chico fran cisco chiquinho, gabriela gabi gaby, gonzalo gonza,
graciela chela, gregorio goyo, guadalupe lupe lupita, guillermo guille memo, gustavo gus guga, hector tito, hortensia tencha,
ignacio nacho, isabel isa chabela bel, jesus chucho chuy, joaquin quino joaco, jorge coque jorgito,
jose pepe josito ze zeca chepe, josefa pepa pepi fina, josefina fina pepa, juan juanito juancho, juana juani juanita,
julio julito, leonardo leo nardo, leticia leti, lourdes lula lulu, luis lucho luisito luisinho lula, luisa lucha,
manuel manolo manu manel lolo nelo, manuela manola manoli, marcelo chelo, margarita rita marga,
maria mari maruja marichu mariquita, mercedes merche meche, miguel miguelito migue, monica moni, natalia nati talia,
pablo pablito, patricia pati paty, pedro pedrito perico pedrinho, pilar pili, rafael rafa rafi, ramon moncho mon,
raquel raqui, raul rulo, ricardo richi ricky cardo, roberto berto beto robertito, rodrigo rodri rigo, rosario charo chayo,
salvador chava salva, santiago santi yago chago, sebastian seba sebas, sergio checo sergi, silvia chivi, soledad sole,
susana susi, teresa tere teresita, tomas tomasito, vicente chente, victoria vicky toya, virginia vicky
`,
  Italian: `
alessandra sandra ale, alessandro ale sandro, antonio tonio toni tonino nino, bartolomeo meo bartolo, beatrice bice,
caterina rina cate, domenico mimmo nico, elisabetta betta lisa, emanuele lele manu, federica fede chicca, filippo pippo,
francesca franca cesca, francesco franco checco ciccio cesco, gabriele lele, gaetano tano, giacomo mino,
giovanna gianna vanna nina, giovanni gianni nanni vanni, giuseppe beppe peppe pino peppino giuse, giuseppina pina giusy,
lorenzo renzo enzo, luigi gigi gino luigino, margherita rita marghe, mariangela mari, matteo teo, michele miki lele,
raffaele lello raffa, salvatore toto turi, stefania stefi, vincenzo enzo cenzo vince, vittorio vito
`,
  French: `
alexandre alex sacha, antoinette toinette, antoine toine titi, benoit ben, bernadette nadette, catherine cathy kate,
dominique dom domi, francois fanfan francis, frederic fred, georges jojo, gregoire greg, guillaume guigui, isabelle isa zaza,
jacqueline jacquie, jean jeannot, jeanne jeannette, joseph jo, laurent lolo, madeleine mado, marguerite margot, mathieu mat,
michel mimi michou, nicolas nico, pascale pascaline, philippe phil fifi, pierre pierrot, sebastien seb, stephane steph,
stephanie steph fanny, suzanne suzon, therese tete, veronique vero
`,
  'German, Dutch, Scandinavian': `
adelheid heidi adele, albrecht al, alexander alex xander sander lex, andreas andi anders dries, angelika geli angi,
anneliese anne liese, antje anna, bartholomaus bartel, bernhard bernd berni, brigitte gitte gitta birgit, burkhard hardy,
christian chris, cornelia conny nele, cornelis cees kees cor, dieter didi, dietrich dirk dieter, dorothea thea dora dorle,
eberhard ebbe, elfriede friedel, elisabeth lisa lisbeth elsbeth liesel lies elli sissi else ilse bettina lisl betje,
erwin win, ferdinand ferdi nand, franziska franzi fanny zenzi sissi, friederike rike friedel rieke,
friedrich fritz fiete friedel, georg schorsch jorg jurgen joris, gerhard gerd gert, gertrud trude traudl gerti,
gottfried friedel, gunther gunni, hannelore hanne lore, heinrich heinz heiner hein henk hinnerk, helmut helmi,
hendrik henk rik, hermann manni, hildegard hilde hilla gard, ingeborg inge, jacobus jaap ko koos cobus,
johanna hanna hanne jo, johannes hans jan hannes johan joop jens jo hansi, jonathan jon, josef sepp jupp seppi beppo,
karl kalle kalli, karoline lina line, katharina kathi kathe trine katrin kati karin nina tini, konrad kurt konny,
kornelius nelius, leonhard leo hardy, leopold poldi leo, lieselotte lilo lotte, ludwig lutz wiggerl,
magdalena leni magda lena, manfred manni fred, margarete grete gretel margot marga rita meta, maria mia mieke mitzi marike,
martina tina, mathias matze hias, maximilian max maxi, michael michi michel, nikolaus klaus niko nick, petronella nel nelly,
reinhard reini, reinhold reini, richard richie, rosemarie rosi romy, rudolf rudi rolf, sebastian basti wastl bas,
siegfried siggi sigi, stefan steffen, susanne susi sanne, theodor theo, theresia resi thea, thomas tom, ulrich uli utz,
ulrike uli rike, ursula uschi ulla ursel, valentin veltin, walburga burgl, walter walli, wilhelm willi willy helm wim,
wilhelmina mina minna willemijn, wolfgang wolf wolle wolfi
`,
  Romanian: `
adriana adi ada, alexandra sanda sandra alexa, alexandru alex sandu sandel alecu, ana anca anicuta nuta anisoara,
andreea andra deea, aurelia aura rela, aurel relu, constantin costel costi costica dinu titi ticu, constanta tanta tanti,
cornel nelu, cristian cristi, dumitra mitra, dumitru mitica mitu dima mitru, ecaterina catinca rina cati katy,
elena lenuta ileana nuta lena leana, elisabeta veta saveta beti, emil emilut, eugen jenica geani, florentin florin flo,
florin florinel, floarea florica, gabriela gabi gabita, georgeta geta jeta, gheorghe gigi ghita george gica gicu gogu gelu,
grigore gligor gore, ileana lenuta ilinca, ilie ilica liuta, ioan ion nelu ionel ionut ionica nelutu onu,
ioana oana ionela nela, ion nelu ionel ionut ionica nita, iosif sifu, irina ina, laurentiu lau lauri, magdalena magda lena,
marcel celu, maria maricica marioara mariuca miuta mura, marian marinel, mihaela mika ela miha, mihail mihai misu,
mihai misu mihaita, nicolae nicu nelu nae culae niculaie nicusor culita nicuta, nicoleta nico nicola leti, octavian tavi,
paraschiva chiva, paul paulica, petre petrica petru petrut, radu raducu raducanu, sebastian sebi seba, simona simo,
stefan fane stef stefanel, stefania fani stefi, teodor tudor doru teo todor, toader todor, traian traienut, valentin vali,
valeriu vali, vasile vasilica sile lica silica, vasilica lica, veronica vera nica, victor vica, victoria vica, viorel vio
`,
  'Russian, Ukrainian, Belarusian': `
aleksandr sasha shura sanya alik sashka sanyok oleksandr les lesyk, aleksandra sasha shura lesya asya olesya,
aleksei lyosha alyosha lesha alexei alexey aleksey oleksiy oleksii lyokha, alina alya lina, alla allochka,
anastasia nastya nastia asya stasya nastusya, anatoly tolya tolik, andrei andryusha dyusha andriy andrii, angelina lina gelya,
anna anya nyura anyuta nyusha asya anechka hanna hanya, anton tosha antosha, arkady arkasha, artem tyoma artyom tema,
boris borya, bogdan bodya bogdanchik, daniil danya danila, darya dasha dashenka odarka, denis den deniska,
dmitri dima mitya dimon dimka, eduard edik, ekaterina katya katyusha katerina kateryna,
elena lena lenochka alyona olena lesya, elizaveta liza lizaveta, evgenia zhenya evgeniya yevhenia,
evgeny zhenya zheka yevgeni, fyodor fedya fedir, gennady gena genka, georgy gosha zhora yegor egor heorhiy, gleb glebka,
grigory grisha hrysha, igor gosha ihor garik, ilya ilyusha, inna innochka, irina ira irochka irka iryna,
ivan vanya vanka vanyusha ivas, kirill kirya kyrylo, konstantin kostya kostyantyn, ksenia ksyusha oksana xenia ksenya aksinya,
larisa lara lorik, leonid lyonya lenya, lev lyova leva, lidia lida lidochka, lyubov lyuba lyubasha,
lyudmila lyuda lyusya mila lyuska, maksim max maks maksymko, margarita rita margo,
maria masha manya marusya mariya marichka musya, marina marisha maryna, mikhail misha mishka mykhailo mykhas,
nadezhda nadya nadiya nadyusha, natalia natasha nata natalka nataliya, nikita nikitka, nikolai kolya kolyan mykola mykolka,
oksana ksyusha ksana, oleg olezhka olezhek, olga olya olenka, oxana ksyusha, pavel pasha pavlik pavlo pavlus, polina polya,
pyotr petya petro petrus, roman roma romka, ruslan rusik rus, semyon syoma senya,
sergei seryozha sergiy seriy serhiy seryoga serhiyko, sofia sonya sofiyka, stanislav stas slava stasik, stepan styopa stepko,
svetlana sveta lana svitlana, taras tarasyk, tamara toma tamarka, tatiana tanya tata tetyana, timofei tima timosha,
vadim vadik vadym, valentin valya valik, valentina valya valyusha, valery valera, varvara varya,
vasily vasya vasyok vasyl vasylko, vera verochka vira, veronika nika vika, viktor vitya vityok, viktoria vika vita,
vitaly vitalik vitya vitaliy, vladimir volodya vova vovka volodymyr, vladislav vlad vladik slava, vsevolod seva,
vyacheslav slava slavik, yaroslav slava yarik yarko, yekaterina katya katyusha, yelena lena, yevgenia zhenya, yevgeny zhenya,
yulia yulya yulka yuliya, yuri yura yurik yurko, zinaida zina, zoya zoika
`,
  'Polish, Czech, Slovak': `
agnieszka aga agusia, aleksandra ola olenka, aleksander olek alek, andrzej jedrek jedrus, anna ania anka hania andzia anula,
barbara basia baska bara barka, boguslaw bogus bogdan, boleslaw bolek, bronislaw bronek, czeslaw czesiek, dorota dorotka,
elzbieta ela elka bozka, ewa ewka ewunia, ewelina ewela, frantisek franta fanda, franciszek franek, grazyna grazka,
grzegorz grzesiek grzes, halina hala halinka, henryk heniek, ireneusz irek, jacek jacus, jadwiga jadzia, jakub kuba kubus,
jan janek jas jasiek honza jenda janko janik, jaroslav jarda jara jarek, jaroslaw jarek, jerzy jurek, jiri jirka,
joanna asia aska, jozef joziek jozek jozko pepa, jozefa josefa, julia julka, kamil kamilek, karolina karola,
katarzyna kasia kaska, katerina katka kata, kazimierz kazik, krystyna krysia, krzysztof krzysiek krzys, ladislav lada laco,
leszek lech, lukasz luki, magdalena magda madzia lenka, malgorzata gosia malgosia gocha, marcin marcinek, marek mareczek,
maria marysia maja maryska marenka majka, mariusz mariuszek, mateusz mati, michal michalek misko, miroslaw mirek,
miroslav mirek mira miro, pawel pawelek, petr petya pepik, piotr piotrek piotrus, radoslaw radek, robert robus,
ryszard rysiek, slawomir slawek, stanislaw staszek stas stach, stanislav standa stano, stefan stefek, sylwia sylwka,
tadeusz tadek, teresa tereska, tomasz tomek, urszula ula, vaclav vasek venca, vladimir vlada vlado, vojtech vojta,
waclaw wacek, waldemar waldek, wieslaw wiesiek, wladyslaw wladek, wlodzimierz wlodek, wojciech wojtek, zbigniew zbyszek,
zdenek zdenko, zofia zosia zoska, zygmunt zyga, zuzana zuzka
`,
  'Bulgarian, Serbian, Croatian, Bosnian, Slovene, Macedonian': `
aleksandar sasa aco aleksa sasho aleko aca, aleksandra sanja sandra sashka, ana anka ancica, andrija andro,
anton toni ante tone, antun ante tuna, blagoje blaza, bojana boka, bozidar boza bozo, branislav brane bane, danijel dani,
danijela dana, dimitar mitko dimo mite, dimitrije mita, djordje djole djoka, dragan gane draga, dragoslav draga,
dusan dule duca, emil emcho, franjo franc, georgi gosho joro gocho, gordana goca, hristo itso,
ivan ivo vanja ivica vanyo janez, ivana iva ivka, ivelina ivi, ivo ivaylo, ivaylo ivo, jelena jela jeca, josip joso jozo joza,
katarina kata kaca, kiril kiro, krasimir krasi, krasimira krasi, ljubomir ljuba ljubo, lyubomir lyubo,
marija mara marica maca mare, marijana mara, mihailo mika, mihail misho, milan mile mico, miloslav milos, milorad mica,
miroslav mirko mika miro, mladen mlado, momcilo moma, natasa nata, nebojsa nesa, nikola nidza niko kole nikolce,
nikolay niki kolyo, nikolina nina, petar pera pero petko pesho perica, plamen plamenko, predrag pedja, radoslav rade,
radovan rade, ranko rade, rumen rumi, slobodan sloba boban, slavko slavoljub, snezana sneza, stanimir stanko,
stefan stevo steva, stoyan stoyko, svetoslav svetlyo, svetlana ceca, todor tosho todorcho, tomislav tomo toma, tsvetan tsetso,
tsvetelina tsveti, valentin valyo, vasil vasko, veselin vesko, vesna veca, vladimir vlado vlada vladko, vojislav voja,
yordan dancho, yordanka danka, zdravko zdravce, zeljko zele, zoran zoki, zorica zora, zvonimir zvone zvonko
`,
  Hungarian: `
andrea andi, andras bandi andris, anna panni annus, antal toni, attila ati, balazs bazsi, eleonora nora,
erzsebet erzsi bozsi zsoka bobe, eva evi, ferenc feri ferko, gabor gabi, gergely geri gergo, gyorgy gyuri, gyula gyuszi,
ilona ica ili, imre imi, istvan pisti pista isti, janos jani jancsi, jozsef joska joci, julianna juli, karoly karcsi,
katalin kati kata, krisztina kriszti, laszlo laci, lajos lali, margit manci, maria mari mariska marika, mihaly misi miska,
miklos miki, peter peti, pal pali, sandor sanyi, tamas tomi, terez teri, tibor tibi, vilmos vili, zoltan zoli,
zsuzsanna zsuzsa zsuzsi, zsofia zsofi
`,
  'Greek, Albanian': `
alexandros alekos alexis, anastasios tasos tassos, andreas andrikos, antonios antonis tonis, athanasios thanasis nasos sakis,
charalampos babis haris lambis, christos christakis, constantinos kostas kostis dinos costas, dimitra mimi,
dimitrios dimitris mitsos mimis jimmy, eirini rena, eleni lena lenio, elisavet veta, emmanouil manolis manos,
evangelia litsa eva, evangelos vangelis, georgios giorgos yorgos giorgis, ioannis giannis yannis, konstantina dina nantia,
konstantinos kostas kostis dinos ntinos, maria marika maro, michail michalis, nikolaos nikos, panagiota giota,
panagiotis panos takis, paraskevi vivi voula, petros petrakis, savvas savas, spyridon spyros, stavros stavrakis,
stylianos stelios, theodoros thodoris, vasileios vasilis, vasiliki vaso vasoula, aferdita dita, agron goni, arben beni,
gezim zimi, ilir lili, liridon doni
`,
  'Georgian, Armenian': `
aleksandre sandro aleko, davit dato datuna, ekaterine eka, giorgi gio gia, grigol gigla, ioane vano, ketevan keti keto,
mikheil misha miho, natela nato, nikoloz nika niko, tamar tako tamuna, vakhtang vato, hakob hako, hovhannes hovo,
karapet karo, sargis saro
`,
  'Turkish, Kurdish': `
abdullah apo, ahmet ahmo, ayse aysecik, emine emis, fatma fatos fadime, hatice hatce, huseyin huso, ibrahim ibo, ismail ismo,
mehmet memo memet, mustafa musti, suleyman sulo, zeynep zeyno
`,
  'Arabic, Persian, Somali, West African': `
abdirahman abdi, abdullah abdou abdo abdallah, abdelkader kader, abdulaziz aziz, abdulrahman abdou rahman,
fatima fatou fati fatoum batoul, fatoumata fatou, ibrahim ibra brahim, mamadou mamad doudou, mohammad mo hamoudi,
mohammed mo hamoudi moha, mustafa mus, yasmin yas, zahra zari, fatemeh fati, hossein hosi
`,
};
