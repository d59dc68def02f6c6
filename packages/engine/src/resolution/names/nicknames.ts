import { givenNames } from './given-names.ts';
import { englishShortForms } from './short-forms/english.ts';
import { otherShortForms } from './short-forms/other-languages.ts';

/**
 * Short and pet forms with the name that each stands for, in English, Slavic, Spanish, Romanian, German and Arabic
 * use, folded. A form that serves several names stands under each of them.
 */
const forms: Readonly<Record<string, string>> = {
  abigail: 'abby abbie gail',
  adrian: 'adi ade',
  aleksandr:
    'alexander alexandre alexandru alejandro aleksander aliaksandr alyaksandr oleksandr alex aleks alec alek sasha sascha sacha sanya shura xander sandu ale',
  aleksandra: 'alexandra alejandra alexa sandra sasha sascha lexi',
  alfred: 'alf alfie fred freddie',
  amanda: 'mandy mandi',
  anastasia: 'anastassia anastasiya nastassia nastya nastia nastja stacy stasia',
  andrew: 'andy drew andrei andrey andrej andreas andrzej andre andres ondrej',
  angela: 'angie angelica geli',
  ann: 'anna anne annie anya ania ana anita nan nancy',
  anthony: 'antony anton antonio tony toni antoine antoni',
  arthur: 'art artie artur',
  barbara: 'barb babs barbie basia varvara',
  benjamin: 'ben benny benji bibi',
  bogdan: 'bogdi dan',
  catherine:
    'katherine kathryn katarina ekaterina yekaterina katerina caterina catalina kate katie kathy cathy katya katja kat kasia kitty',
  charles: 'charlie chuck chaz carlos karl carl karol carlo charly',
  christina: 'christine kristina kristin kristen cristina krystyna tina chris chrissy kris',
  christopher: 'chris kit topher kristof cristobal christoph krzysztof',
  constantin: 'konstantin costel costin kostya costi konstantinos',
  daniel: 'dan danny dani danil daniil danila danylo',
  david: 'dave davey davy dawid',
  deborah: 'debra deb debbie',
  dmitri: 'dmitry dmitriy dimitri dmytro dima mitya dumitru mitica dimitrie dimitrios',
  dolores: 'lola loli',
  donald: 'don donny donnie',
  dorothy: 'dot dottie dolly dorothea',
  edward: 'ed eddie eddy ned ted teddy eduard eduardo edi',
  elena: 'helen helena lena alena olena yelena ileana lenuta ellen nelly',
  elizabeth:
    'elisabeth elisabeta elisaveta yelizaveta liz lizzie beth betty betsy eliza elsa lisa liza isabel isabella lilibet ella',
  emanuel: 'manuel emmanuel manny manolo manu',
  eugene: 'gene yevgeny evgeny evgeni yevhen zhenya jenya eugen',
  florentina: 'flori florica florina',
  francis: 'frank francisco francesco franciszek paco pancho kiko curro franz frankie frantisek frans franco',
  frederick: 'fred freddy freddie friedrich federico fede fritz rick',
  gabriel: 'gabe gabi gaby gavril gavriil',
  george:
    'georg georgi georgiy georges gheorghe georgios jorge jurgen yuri yury yuriy jiri jerzy gigi gica giorgi',
  gerald: 'gerry jerry gerard gerhard',
  gregory: 'greg gregor grigori grigory hryhoriy grzegorz grigore',
  guadalupe: 'lupe lupita',
  henry: 'hank harry hal heinrich enrique henri henryk kike quique',
  howard: 'howie',
  ignacio: 'nacho ignatius ignacy',
  igor: 'ihor igorek',
  irina: 'ira irene iryna irka',
  isaac: 'ike ishaq',
  ivan: 'vanya vanea ivanko',
  jacob: 'jake jakob jakub yakov iacob',
  james: 'jim jimmy jamie jaime jem jimbo',
  jane: 'janie jan janet jana',
  jennifer: 'jen jenny jenn',
  jeremy: 'jerry jeremiah jem',
  jessica: 'jess jessie',
  joan: 'joanna joanne jo joana ioana ivana',
  john: 'jon jack johnny johan johann johannes jan jean juan ioan ion giovanni hans hannes joao sean shaun juanito ionut nelu ionel',
  jonathan: 'jon jonny nathan',
  joseph: 'joe joey jo jose josef josip giuseppe yosef pepe yusuf youssef yousef iosif beppe jozef',
  joshua: 'josh',
  judith: 'judy judi',
  julia: 'julie yulia iulia juliya yuliya jules',
  kenneth: 'ken kenny',
  kimberly: 'kim',
  larisa: 'lara larissa lora',
  lawrence: 'larry laurence lorenzo laurentiu lars lauri',
  leonard: 'leo len lenny leonid leonardo lyonya',
  leopold: 'leo poldi',
  lucia: 'lucy luz lucie lucille',
  ludmila: 'lyudmila liudmila lyuda luda mila',
  luis: 'louis lou lewis ludwig luigi ludvik',
  magdalena: 'magda magdalene lena maggie madeleine',
  manuela: 'manu manoli emanuela',
  margaret:
    'maggie meg peggy peggie marge margie greta gretchen rita margarita margareta marguerite daisy malgorzata madge',
  maria:
    'mary marie mariya mariam maryam miriam molly polly masha marya marija mia mara maruja maricica mimi',
  mark: 'marc marco marcos markus marek marcus',
  martha: 'marta marty',
  martin: 'marty martyn',
  matthew: 'matt mateo matei matthias mateusz mattias matvey matty matteo',
  maximilian: 'max maxim maksim maxi maksym',
  mercedes: 'merche',
  michael:
    'mike mick mickey mikey mikhail mihail mykhailo miguel michal misha mischa mihai michel mikael michele micha',
  michelle: 'shelly micky',
  mohammed:
    'mohamed mohammad mohamad muhammad muhammed muhamad muhamed mohd mohamd mhd md mhmd mehmet mohamud mouhamed mamadou',
  morris: 'maurice morrie moritz mauricio moe',
  nadezhda: 'nadia nadya nadja nadiya',
  natalia: 'natalie nataliya natasha natalya nathalie nata',
  nathaniel: 'nathan nat nate',
  nicholas:
    'nicolas nikolas nikolai nikolay nicolae nick nicky nico niko kolya mykola mikolaj klaus claus nicu miklos',
  nicole: 'nicky nikki nicoleta',
  olga: 'olya olia olha',
  oleg: 'oleh',
  pamela: 'pam',
  patricia: 'pat patty patti patsy tricia trish pati',
  patrick: 'pat paddy patricio patryk padraig',
  paul: 'pavel pablo paulo paolo pasha pavlo pawel pal',
  peter: 'pete pedro piotr pyotr petr petru petro pietro pierre petya petre',
  philip: 'phil pip filip felipe philipp philippe',
  rachel: 'rae raquel rahel',
  radoslav: 'radek rado radu',
  ramon: 'moncho raymond ray raimund',
  raymond: 'ray raimundo',
  rebecca: 'becky becca rebeca',
  richard: 'rick ricky dick rich richie ricardo riccardo rysiek ryszard',
  robert: 'bob bobby rob robbie robby bert roberto rupert robi',
  ronald: 'ron ronnie ronny',
  rosario: 'charo',
  rose: 'rosa rosie rosemary rosita roza',
  samuel: 'sam sammy samuil',
  sarah: 'sara sally sadie zara sarita',
  sebastian: 'seb bastian sebi bastien',
  sergei: 'sergey serghei serhiy sergio serge seryozha serezha siarhei sergiu',
  sophia: 'sofia sophie sofiya sonya sonia sofie zofia',
  stanislav: 'stas slava stanislaw stan',
  stephen: 'steven steve stevie stefan stephan esteban stepan etienne istvan stefano szczepan stef',
  svetlana: 'sveta lana svitlana',
  susan: 'susanna susanne suzanne sue susie suzy zuzana susana',
  tatiana: 'tanya tania tatyana tetiana tanja',
  theodore: 'ted teddy theo fyodor fedor teodor teodoro fedir tudor',
  theresa: 'teresa terry tess tere terezia',
  thomas: 'tom tommy tomas tomasz toma tommaso tome',
  timothy: 'tim timmy timofey timo',
  valentin: 'val valya valik',
  valeria: 'val lera valerie valeriya',
  vasily: 'vasiliy vasile vasyl vasya basil vasil vasilis',
  victor: 'vic viktor vitya vittorio vick',
  victoria: 'vicky vicki vika viktoriya tori viktoria',
  vincent: 'vince vinnie vicente vincenzo chente',
  viorel: 'viorica',
  vladimir: 'vlad volodya vova volodymyr vladimiro uladzimir volodia wladimir',
  vladislav: 'vlad vladik slava wladyslaw vladyslav',
  walter: 'walt wally gualterio',
  william: 'bill billy will willy willie liam guillermo wilhelm willem guillaume memo',
  yaroslav: 'slava jaroslav yarik',
  yekaterina: 'katya katia kate',
  zachary: 'zach zack zak',
};

const named = Object.entries(forms).map(([name, list]) => `${name} ${list}`);
const shortForms = [englishShortForms, ...Object.values(otherShortForms)].flatMap((table) =>
  table.trim().split(/,\s*/),
);
/** A form that stands for more names than these says too little of which one it is. */
const mostMeanings = 2;

const meanings = new Map<string, number[]>();
let names = 0;
for (const line of [...named, ...givenNames]) mean(line.split(' '), [names++]);
// A name that is known already gives its meaning to its short forms; another is a name of its own.
for (const [name = '', ...short] of shortForms.map((line) => line.split(' '))) {
  const known = meanings.get(name) ?? [];
  if (known.length > 0 && known.length <= mostMeanings) mean(short, [...known]);
  else mean([name, ...short], [names++]);
}

function mean(words: readonly string[], of: readonly number[]): void {
  for (const word of words) meanings.set(word, [...new Set([...(meanings.get(word) ?? []), ...of])]);
}

/**
 * Numbers of the names that a given name may stand for: `bob` and `robert` share one, `pat` has that of `patrick` and
 * that of `patricia`. Empty when the table has none.
 */
export function namesOfNickname(given: string): readonly number[] {
  return meanings.get(given) ?? none;
}

const none: readonly number[] = [];
