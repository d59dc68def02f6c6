/** A language with its letters outside ASCII, the frequent ones first, and the code pages it is written in. */
export interface Language {
  readonly title: string;
  readonly letters: string;
  readonly encodings: readonly string[];
}

const western = ['windows-1252', 'iso-8859-15'];
const central = ['windows-1250', 'iso-8859-2'];
const baltic = ['windows-1257', 'iso-8859-13'];
const turkic = ['windows-1254'];
const cyrillic = ['windows-1251', 'koi8-u', 'iso-8859-5', 'ibm866'];
const greek = ['windows-1253', 'iso-8859-7'];
const hebrew = ['windows-1255', 'iso-8859-8'];
const arabic = ['windows-1256', 'iso-8859-6'];

/** Earlier ones win where the bytes cannot tell. */
export const languages: readonly Language[] = [
  { title: 'Western names', letters: 'éáíóüöäñçãèåøæëàúêßôïîõâûœ', encodings: western },
  { title: 'German', letters: 'üäöß', encodings: western },
  { title: 'French', letters: 'éèàêçôâîùûëï', encodings: western },
  { title: 'Spanish', letters: 'óíáéñúü', encodings: western },
  { title: 'Portuguese', letters: 'ãçáéíóêõâúà', encodings: western },
  { title: 'Italian', letters: 'àèéìòù', encodings: western },
  { title: 'Swedish', letters: 'äåöé', encodings: western },
  { title: 'Danish', letters: 'åøæé', encodings: western },
  { title: 'Icelandic', letters: 'áíðþöóéúæý', encodings: western },
  { title: 'Polish', letters: 'łąęóśżćńź', encodings: central },
  { title: 'Czech', letters: 'íáéěýřžčšůúťňďó', encodings: central },
  { title: 'Slovak', letters: 'áíéčšžýúľťňôďóä', encodings: central },
  { title: 'Hungarian', letters: 'áéíöóőüúű', encodings: central },
  { title: 'Romanian', letters: 'ăîâţş', encodings: central },
  { title: 'Croatian', letters: 'čćšžđ', encodings: central },
  { title: 'Central European names', letters: 'áéčšžíćöłüóřýąěęńşţăđëçőśż', encodings: central },
  { title: 'Turkish', letters: 'ışüğöçİâ', encodings: turkic },
  { title: 'Lithuanian', letters: 'ėšžįąčųūę', encodings: baltic },
  { title: 'Latvian', letters: 'āīēšņūļžčķģ', encodings: baltic },
  { title: 'Russian', letters: 'оеаинтсрвлкмдпуяыьгзбчйхжшюцщэфъё', encodings: cyrillic },
  { title: 'Bulgarian', letters: 'аоиентсрвлкмдпъзуяйгбчцщжшхфюь', encodings: cyrillic },
  { title: 'Ukrainian', letters: 'оаниітвреслкудмпзяьбгйчхжцюєшїщфґ', encodings: cyrillic },
  { title: 'Serbian', letters: 'аоиенртсјвукмдлпзгбчшцњћжхљфђџ', encodings: cyrillic },
  { title: 'Greek', letters: 'αοιετνσηρκπμςλυίόγάδέήχωθφύβώξζψ', encodings: greek },
  { title: 'Hebrew', letters: 'יוהלאמרתבנשדעקחפכםסגטזןךףצץ', encodings: hebrew },
  { title: 'Arabic', letters: 'ايلمنوردبعةتحسقفكأهىشجصخطضزذثغإظؤئءآ', encodings: arabic },
  { title: 'Persian', letters: 'ايرندهمتوبسشلکزفگعخقجآپحصطچضغظذثژ', encodings: arabic },
];
