// Arabic script writes few vowels, so letters alone give "mhmd". The commonest names are given with their vowels as
// they stand in most passports; the rest is romanised letter by letter, after ICAO Doc 9303 part 3 without its
// two-letter codes for emphatics.

const names: Readonly<Record<string, string>> = {
  محمد: 'mohammed',
  احمد: 'ahmed',
  محمود: 'mahmoud',
  علي: 'ali',
  حسن: 'hassan',
  حسين: 'hussein',
  عمر: 'omar',
  عثمان: 'othman',
  خالد: 'khaled',
  يوسف: 'yusuf',
  ابراهيم: 'ibrahim',
  مصطفي: 'mustafa',
  كريم: 'karim',
  رشيد: 'rashid',
  سعيد: 'said',
  سالم: 'salem',
  سليم: 'salim',
  سلمان: 'salman',
  سليمان: 'suleiman',
  عبد: 'abd',
  عبدالله: 'abdullah',
  الله: 'allah',
  رحمن: 'rahman',
  رحيم: 'rahim',
  عزيز: 'aziz',
  قادر: 'qader',
  كاظم: 'kadhim',
  جاسم: 'jassim',
  قاسم: 'qasim',
  هاشم: 'hashim',
  حميد: 'hamid',
  حمد: 'hamad',
  حمزه: 'hamza',
  طارق: 'tariq',
  زياد: 'ziad',
  زيد: 'zaid',
  فارس: 'fares',
  فيصل: 'faisal',
  فهد: 'fahd',
  ناصر: 'nasser',
  منصور: 'mansour',
  ماجد: 'majed',
  مجيد: 'majid',
  مالك: 'malik',
  ملك: 'malik',
  نور: 'nour',
  انور: 'anwar',
  بلال: 'bilal',
  جمال: 'jamal',
  كمال: 'kamal',
  جميل: 'jamil',
  وليد: 'walid',
  ياسر: 'yasser',
  ياسين: 'yassin',
  امين: 'amin',
  امير: 'amir',
  انس: 'anas',
  ايمن: 'ayman',
  اسامه: 'osama',
  اسماعيل: 'ismail',
  اسحاق: 'ishaq',
  ادريس: 'idris',
  اياد: 'iyad',
  بشار: 'bashar',
  بشير: 'bashir',
  باسم: 'bassem',
  تامر: 'tamer',
  جابر: 'jaber',
  جعفر: 'jafar',
  حازم: 'hazem',
  حاتم: 'hatem',
  داود: 'dawud',
  ربيع: 'rabie',
  رامي: 'rami',
  سامي: 'sami',
  سامر: 'samer',
  سمير: 'samir',
  شريف: 'sharif',
  صالح: 'saleh',
  صلاح: 'salah',
  صديق: 'siddiq',
  صديقي: 'siddiqui',
  ضياء: 'diaa',
  طه: 'taha',
  عادل: 'adel',
  عامر: 'amer',
  عباس: 'abbas',
  عدنان: 'adnan',
  عصام: 'issam',
  عماد: 'imad',
  غسان: 'ghassan',
  فؤاد: 'fouad',
  لطفي: 'lutfi',
  مراد: 'murad',
  مروان: 'marwan',
  معاذ: 'muadh',
  موسي: 'musa',
  عيسي: 'issa',
  يحيي: 'yahya',
  مهدي: 'mahdi',
  نبيل: 'nabil',
  هادي: 'hadi',
  هشام: 'hisham',
  هيثم: 'haitham',
  وسام: 'wissam',
  فاطمه: 'fatima',
  عائشه: 'aisha',
  مريم: 'maryam',
  زينب: 'zainab',
  خديجه: 'khadija',
  ليلي: 'layla',
  سعاد: 'suad',
  امينه: 'amina',
  امل: 'amal',
  ايمان: 'iman',
  هدي: 'huda',
  سلمي: 'salma',
  سميره: 'samira',
  رنا: 'rana',
  دين: 'din',
  حلبي: 'halabi',
  مصري: 'masri',
  عراقي: 'iraqi',
  بغدادي: 'baghdadi',
  نجار: 'najjar',
  حداد: 'haddad',
  خطيب: 'khatib',
  شامي: 'shami',
  حسيني: 'husseini',
  هاشمي: 'hashimi',
  بن: 'bin',
  ابو: 'abu',
  ام: 'um',
};

const letters: Readonly<Record<string, string>> = {
  ا: 'a',
  ب: 'b',
  ت: 't',
  ث: 'th',
  ج: 'j',
  ح: 'h',
  خ: 'kh',
  د: 'd',
  ذ: 'dh',
  ر: 'r',
  ز: 'z',
  س: 's',
  ش: 'sh',
  ص: 's',
  ض: 'd',
  ط: 't',
  ظ: 'z',
  ع: 'a',
  غ: 'gh',
  ف: 'f',
  ق: 'q',
  ك: 'k',
  ل: 'l',
  م: 'm',
  ن: 'n',
  ه: 'h',
  ة: 'a',
  ي: 'i',
  و: 'u',
  ء: '',
  ئ: 'i',
  ؤ: 'u',
  پ: 'p',
  چ: 'ch',
  ژ: 'zh',
  گ: 'g',
  ڤ: 'v',
};

const arabic = /^[\u0600-\u06ff\u0750-\u077f]+$/;
const marks = /[\u0640\u064b-\u065f\u0670\u0610-\u061a\u06d6-\u06ed]/g;

/** Whether a word is wholly in Arabic script. */
export function isArabicWord(word: string): boolean {
  return arabic.test(word);
}

/** An Arabic, Persian or Urdu word in Latin letters, the article set apart: "al rashid". */
export function latinFromArabic(word: string): string {
  const bare = word.replace(marks, '');
  const plain = bare
    .replace(/[أإآٱ]/g, 'ا')
    .replace(/[ىی]/g, 'ي')
    .replace(/ک/g, 'ك')
    .replace(/[ہھۀ]/g, 'ه');
  const known = lookUp(plain);
  if (known !== undefined) return known;
  // With a hamza the first letters belong to the name: ilham, allende.
  if (bare.startsWith('ال') && plain.length > 4) return `al ${latinFromArabic(plain.slice(2))}`;
  if (plain.startsWith('عبدال') && plain.length > 7) return `abd al ${latinFromArabic(plain.slice(5))}`;
  return bare.startsWith('إ') ? spell(plain).replace(/^a(?=[^ai])/, 'i') : spell(plain);
}

function lookUp(word: string): string | undefined {
  const ending = word.replace(/ة$/, 'ه');
  return Object.hasOwn(names, ending) ? names[ending] : undefined;
}

function spell(word: string): string {
  let text = '';
  for (let index = 0; index < word.length; index++) {
    const letter = word[index] as string;
    if (index === 0 && letter === 'ي') text += 'y';
    else if (index === 0 && letter === 'و') text += 'w';
    else text += letters[letter] ?? letter;
  }
  return text;
}
