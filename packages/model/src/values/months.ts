// English, German, French, Romanian, Dutch, Spanish, Portuguese, Italian, Polish, Bulgarian, Russian, Ukrainian, folded.
const names: readonly (readonly string[])[] = [
  'january januar janner janvier ianuarie januari enero janeiro gennaio stycznia styczen yanuari yanvarya yanvar sichnya sichen gennaio ene gen sty ian yan',
  'february februar feber fevrier februarie februari febrero fevereiro febbraio lutego luty fevruari fevralya fevral lyutogo lyutiy fev lut',
  'march marz maerz mars martie maart marzo marco marca marzec mart marta bereznya berezen mrt',
  'april avril aprilie abril aprile kwietnia kwiecien aprelya aprel kvitnya kviten abr avr kwi',
  'may mai mei mayo maio maggio maja maj maya travnya traven mag',
  'june juni juin iunie junio junho giugno czerwca czerwiec yuni iyunya iyun chervnya cherven giu cze iun',
  'july juli juillet iulie julio julho luglio lipca lipiec yuli iyulya iyul lipnya lipen juil lug lip iul',
  'august aout augustus agosto sierpnia sierpien avgust avgusta serpnya serpen ago sie avg aou',
  'september septembre septembrie septiembre setembro settembre wrzesnia wrzesien septemvri sentyabrya sentyabr veresnya veresen set wrz sept',
  'october oktober octobre octombrie octubre outubro ottobre pazdziernika pazdziernik oktomvri oktyabrya oktyabr zhovtnya zhovten okt ott out paz',
  'november novembre noiembrie noviembre novembro listopada listopad noemvri noyabrya noyabr noi lis',
  'december dezember decembre decembrie diciembre dezembro dicembre grudnia grudzien dekemvri dekabrya dekabr grudnya gruden dez dic dek gru',
].map((line) => line.split(' '));

const byName = new Map<string, number>();
names.forEach((words, index) => {
  for (const word of words) {
    byName.set(word, index + 1);
    if (index !== 4 && !byName.has(word.slice(0, 3))) byName.set(word.slice(0, 3), index + 1);
  }
});
// Where three letters stand for two months in two languages, the commoner reading is English and German.
byName.set('mar', 3).set('mai', 5).set('jun', 6).set('jul', 7).set('lis', 11);

/** The month of a folded word, 1 to 12, or undefined. */
export function monthFrom(word: string): number | undefined {
  return byName.get(word);
}
