// What the people of a platform's report write, invented. Some of it asks in words that no list of wordings foresees.

export type ChatLanguage = 'en' | 'fr' | 'de' | 'es' | 'ar';
export type Chat = 'teacher' | 'coach' | 'youthWorker' | 'shop' | 'classmate' | 'sibling';
type Asking = Readonly<
  Record<
    'age' | 'school' | 'home' | 'photo' | 'alone' | 'secrecy' | 'move' | 'offer' | 'meeting',
    readonly string[]
  >
>;

export const chats: Readonly<Record<ChatLanguage, Asking>> & Readonly<Record<Chat, readonly string[]>> = {
  en: {
    age: ['so how old are you?', 'how old r u', 'what year were you born in', '12? 13?'],
    school: ['which school do you go to?', 'what school are you at', 'are you at the one by the river'],
    home: ['where do you live then', 'do you live with both parents?', 'is it far to the centre from yours'],
    photo: ['send me a pic', 'got a pic of you?', 'I only saw your cat so far, and you?'],
    alone: ['are you alone right now?', 'are your parents home', 'anyone looking over your shoulder?'],
    secrecy: ['don’t tell anyone about us', 'this is our secret ok', 'best not mention me at home'],
    move: ['add me on snapchat, easier there', 'what’s your number', 'do you have telegram'],
    offer: [
      'I could buy you that phone',
      'want to earn money at the weekend? easy',
      'they look for girls for a modelling job',
    ],
    meeting: ['can we meet on Saturday', 'I can pick you up after', 'I am near your station on Friday'],
  },
  fr: {
    age: ['tu as quel âge ?', 'quel age as tu', 'tu es de quelle année'],
    school: ['tu vas à quelle école', 'quel collège ?', 'c’est celui près du parc ?'],
    home: ['tu habites où', 'quel quartier ?', 'tu vis avec qui'],
    photo: ['envoie une photo', 'une photo de toi stp', 'on voit pas ton visage sur ton profil'],
    alone: ['t’es seule là ?', 'tes parents sont là ?', 'personne derrière toi ?'],
    secrecy: ['ça reste entre nous', 'ne le dis à personne', 'garde ça pour toi'],
    move: ['ajoute moi sur snapchat', 'donne moi ton numéro', 'tu as whatsapp ?'],
    offer: [
      'je te paie le train',
      'tu veux gagner de l’argent ?',
      'une agence de mannequins cherche des filles',
    ],
    meeting: ['on peut se voir samedi ?', 'je viens te chercher', 'je serai à la gare vendredi'],
  },
  de: {
    age: ['wie alt bist du denn?', 'dein alter?', 'welcher Jahrgang'],
    school: ['auf welche Schule gehst du', 'in welche klasse gehst du', 'die am Fluss?'],
    home: ['wo wohnst du', 'bei wem wohnst du', 'weit von der Stadt?'],
    photo: ['schick mir ein Foto', 'hast du ein Bild von dir', 'man sieht dich gar nicht im Profil'],
    alone: ['bist du allein?', 'sind deine Eltern da', 'schaut wer mit?'],
    secrecy: ['das bleibt unter uns', 'sag deinen Eltern nichts', 'muss ja keiner wissen'],
    move: ['schreib mir auf WhatsApp', 'gib mir deine Nummer', 'hast du snapchat'],
    offer: ['ich kauf dir das Handy', 'willst du Geld verdienen?', 'ich zahle dein Ticket'],
    meeting: ['wollen wir uns treffen?', 'ich hol dich ab', 'bin Freitag am Bahnhof'],
  },
  es: {
    age: ['¿cuántos años tienes?', 'qué edad tienes', 'de qué año eres'],
    school: ['¿a qué colegio vas?', 'en qué curso estás', '¿el de la plaza?'],
    home: ['¿dónde vives?', 'con quién vives', '¿lejos del centro?'],
    photo: ['mándame una foto', 'una foto tuya?', 'en tu perfil no se te ve'],
    alone: ['¿estás sola?', 'hay alguien contigo?', '¿nadie mira?'],
    secrecy: ['no se lo digas a nadie', 'queda entre nosotros', 'mejor no lo cuentes'],
    move: ['dame tu número', 'tienes whatsapp?', 'agrégame en snapchat'],
    offer: ['te pago el billete', '¿quieres ganar dinero?', 'te compro el móvil'],
    meeting: ['¿podemos vernos el sábado?', 'paso a recogerte', 'el viernes estoy en la estación'],
  },
  ar: {
    age: ['كم عمرك؟', 'ما عمرك', 'مواليد أي سنة'],
    school: ['في أي مدرسة أنت؟', 'في أي صف', 'المدرسة القريبة من النهر؟'],
    home: ['أين تسكنين؟', 'في أي حي', 'بعيد عن المركز؟'],
    photo: ['أرسلي لي صورة', 'عندك صورة لك؟', 'لا أرى وجهك في الحساب'],
    alone: ['هل أنت وحدك؟', 'هل أحد معك', 'لا أحد بجانبك؟'],
    secrecy: ['لا تخبري أحدا', 'بيننا فقط', 'احتفظي بهذا لنفسك'],
    move: ['عندك واتساب؟', 'أعطيني رقمك', 'أضيفيني على سناب'],
    offer: ['سأشتري لك هاتفا', 'هدية لك', 'يبحثون عن فتيات للعمل'],
    meeting: ['هل نلتقي يوم السبت؟', 'أنتظرك عند المحطة', 'سأكون قريبا منك'],
  },
  teacher: [
    'homework for Friday is page 12',
    'which class are you in, 7a or 7b?',
    'please bring the form, signed by your parents',
    'Vergiss das Mathebuch nicht',
    'in welche Klasse kommst du nach den Ferien?',
    'the trip starts at 8, we meet up at the bus',
    'Gute Arbeit im Test',
    'how old is your reading card, do you need a new one',
  ],
  coach: [
    'training on Tuesday at 17:00, lets meet at the hall',
    'what year were you born? I need it for the squad list',
    'which school are you at, I will write them about the match day',
    'I need a photo of you for the player pass',
    'we have a whatsapp group for the team, what is your number',
    'ich hol dich ab mit dem Bus, wie die anderen',
    'a present for you all if we win',
    'welcher Jahrgang bist du? für den Pass',
  ],
  youthWorker: [
    'thanks for writing. how old are you, roughly?',
    'are you alone, or is somebody there who can help?',
    'what you tell me stays between us, unless you are in danger',
    'you can text me on this number any time',
    'we could meet up at the youth centre, with a friend if you like',
    'mit wem wohnst du zusammen?',
    'auf welche Schule gehst du? dort gibt es jemanden, der hilft',
  ],
  shop: [
    'thank you for your order',
    'you can also write us on whatsapp',
    'what is your address? the parcel came back',
    'a gift card of 5 euros for your next order',
    'please send a pic of the damage',
    'are your parents the account holders? then they have to confirm',
  ],
  classmate: [
    'which class are you in now',
    'lol how old is your brother',
    'add me on snapchat',
    'want to meet up after school?',
    'send me a pic of the board',
    'wer ist noch in der Gruppe',
    'Mathe war hart',
  ],
  sibling: [
    'are you home alone? when is mum back',
    'dont tell mum about the cake',
    'I can pick you up at six',
    'send me a pic of the dog',
    'wie war die Schule',
    'call me on whatsapp later',
  ],
};

export const smallTalk: Readonly<Record<ChatLanguage | 'answers', readonly string[]>> = {
  en: [
    'hey',
    'nice picture on your page',
    'what music do you like',
    'saw your post about the game',
    'haha same',
  ],
  fr: ['salut', 'j’aime bien tes vidéos', 'tu écoutes quoi', 'moi aussi'],
  de: ['hi', 'coole Videos', 'was hörst du so', 'kenn ich'],
  es: ['hola', 'me gustan tus vídeos', 'qué música escuchas', 'yo también'],
  ar: ['مرحبا', 'تعجبني فيديوهاتك', 'ماذا تسمعين', 'وأنا أيضا'],
  answers: ['ok', 'why', 'hi', 'maybe', 'don’t know', 'who are you', 'lol', 'no', 'yes'],
};

/** What relatives, neighbours and clubs write. */
export const ordinary: readonly string[] = [
  'hey',
  'happy birthday! how old are you now?',
  'send me a pic of the goal',
  'when does school end today',
  'the bike is repaired',
  'your parents said you can come along',
  'see you on Sunday at grandma’s',
  'which school are you going to after summer',
  'shall I pick you up',
  'nice picture on your page',
  'Probe ist um sechs',
  'merci pour la carte',
];
