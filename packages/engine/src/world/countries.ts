/** A country as the partners write it, with the beginnings of its mobile numbers and their remaining digits. */
export interface Country {
  readonly alpha2: string;
  readonly alpha3: string;
  readonly names: Readonly<Record<Language, string>>;
  readonly calling: string;
  readonly mobile: readonly string[];
  readonly digits: number;
}

export type Language = 'de' | 'ro' | 'fr' | 'uk' | 'nl' | 'es' | 'en';

// alpha-2, alpha-3, names in de, ro, fr, uk, nl, es, en, calling code, mobile prefixes, further digits
const rows = `
DE DEU|Deutschland|Germania|Allemagne|Німеччина|Duitsland|Alemania|Germany|49|151,160,170,171,175|8
RO ROU|Rumänien|România|Roumanie|Румунія|Roemenië|Rumanía|Romania|40|72,73,74,75,76|7
FR FRA|Frankreich|Franța|France|Франція|Frankrijk|Francia|France|33|61,62,64,66,67,68|7
UA UKR|Ukraine|Ucraina|Ukraine|Україна|Oekraïne|Ucrania|Ukraine|380|50,66,67,68,93,95,97|7
HR HRV|Kroatien|Croația|Croatie|Хорватія|Kroatië|Croacia|Croatia|385|91,92,95,99|7
NL NLD|Niederlande|Țările de Jos|Pays-Bas|Нідерланди|Nederland|Países Bajos|Netherlands|31|61,62,63,64,65|7
GB GBR|Vereinigtes Königreich|Regatul Unit|Royaume-Uni|Великобританія|Verenigd Koninkrijk|Reino Unido|United Kingdom|44|71,72,73|8
BE BEL|Belgien|Belgia|Belgique|Бельгія|België|Bélgica|Belgium|32|47,48,49|7
AT AUT|Österreich|Austria|Autriche|Австрія|Oostenrijk|Austria|Austria|43|660,664,676,699|7
US USA|Vereinigte Staaten|Statele Unite|États-Unis|США|Verenigde Staten|Estados Unidos|United States|1|2122,3053,3124,4155,7026,7137|6
BG BGR|Bulgarien|Bulgaria|Bulgarie|Болгарія|Bulgarije|Bulgaria|Bulgaria|359|87,88,89|7
ES ESP|Spanien|Spania|Espagne|Іспанія|Spanje|España|Spain|34|6|8
IT ITA|Italien|Italia|Italie|Італія|Italië|Italia|Italy|39|32,33,34|8
PL POL|Polen|Polonia|Pologne|Польща|Polen|Polonia|Poland|48|50,51,60,66,69|7
RU RUS|Russische Föderation|Rusia|Russie|Росія|Rusland|Rusia|Russian Federation|7|91,92,96|8
SY SYR|Syrien|Siria|Syrie|Сирія|Syrië|Siria|Syria|963|93,94,95,99|7
IQ IRQ|Irak|Irak|Irak|Ірак|Irak|Iraq|Iraq|964|77,78|8
NG NGA|Nigeria|Nigeria|Nigéria|Нігерія|Nigeria|Nigeria|Nigeria|234|803,805,806,813,903|7
VN VNM|Vietnam|Vietnam|Vietnam|В'єтнам|Vietnam|Vietnam|Vietnam|84|90,91,97,98|7
CN CHN|China|China|Chine|Китай|China|China|China|86|138,139,158|8
TR TUR|Türkei|Turcia|Turquie|Туреччина|Turkije|Turquía|Turkey|90|53,54|8
MA MAR|Marokko|Maroc|Maroc|Марокко|Marokko|Marruecos|Morocco|212|66,67|7
EG EGY|Ägypten|Egipt|Égypte|Єгипет|Egypte|Egipto|Egypt|20|10,11,12|8
RS SRB|Serbien|Serbia|Serbie|Сербія|Servië|Serbia|Serbia|381|62,63,64|7`;

export const countries: ReadonlyMap<string, Country> = new Map(
  rows
    .trim()
    .split('\n')
    .map((row) => {
      const [
        codes = '',
        de = '',
        ro = '',
        fr = '',
        uk = '',
        nl = '',
        es = '',
        en = '',
        calling = '',
        mobile = '',
        digits,
      ] = row.split('|');
      const [alpha2 = '', alpha3 = ''] = codes.split(' ');
      const names = { de, ro, fr, uk, nl, es, en };
      return [alpha2, { alpha2, alpha3, names, calling, mobile: mobile.split(','), digits: Number(digits) }];
    }),
);

export function countryOf(alpha2: string): Country {
  const country = countries.get(alpha2);
  if (country === undefined) throw new Error(`No country ${alpha2} in this world`);
  return country;
}
