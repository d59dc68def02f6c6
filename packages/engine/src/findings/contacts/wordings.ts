// In: nothing. Out: wordings by which a message is told to ask for something or to propose it, as data.
// Where they come from: written for Clew after the categories that studies of chats of convicted adults name, and after no
// chat: details of the profile, pictures and life at home and at school (friendship and relationship forming), who is near
// (risk assessment), secrecy (exclusivity), another channel, presents, meeting (R. O'Connell, A typology of cybersexploitation
// and on-line grooming practices, 2003; H. Whittle and others, Aggression and Violent Behavior 18, 62, 2013; N. Lorenzo-Dus and
// others, Discourse, Context and Media 12, 40, 2016; P. de Santisteban and others, Child Abuse & Neglect 80, 203, 2018).
// Invariant: nothing sexual is among them: whoever looks for a sequence of contacts need not read that.

/** What a message asks for or proposes. */
export const stages = [
  'age',
  'school',
  'home',
  'photo',
  'alone',
  'secrecy',
  'move',
  'offer',
  'meeting',
] as const;
export type Stage = (typeof stages)[number];

/** Phrases by stage, in English, French, German, Spanish and Arabic; apart by `|`. */
export const wordings: Readonly<Record<Stage, readonly string[]>> = {
  age: [
    'how old are you|how old r u|how old u|whats your age|what is your age|your age|which year are you in|what year were you born|when is your birthday',
    'quel age as tu|tu as quel age|ton age|t’as quel âge|en quelle année es-tu née?|c’est quand ton anniversaire|quelle année de naissance',
    'wie alt bist du|wie alt bist|dein alter|welcher jahrgang|wann hast du geburtstag|wann bist du geboren',
    'cuántos años tienes|qué edad tienes|tu edad|cuándo es tu cumpleaños|en qué año naciste',
    'كم عمرك|ما عمرك|عمرك كم|متى عيد ميلادك|في أي سنة ولدت',
  ],
  school: [
    'what school|which school|where do you go to school|your school|what grade are you in|which class are you in|when does school end',
    'quelle école|ton école|tu vas à quelle école|quel collège|ton collège|quel lycée|en quelle classe|tu finis à quelle heure',
    'welche schule|deine schule|auf welche schule|wo gehst du zur schule|in welche klasse|wann hast du schule aus|wann ist die schule aus',
    'qué colegio|a qué colegio vas|tu colegio|qué instituto|tu escuela|a qué escuela vas|en qué curso estás|a qué hora sales',
    'أي مدرسة|في أي مدرسة|مدرستك|في أي صف|متى تنتهي المدرسة',
  ],
  home: [
    'where do you live|which part of town|what is your address|whats your address|which street|who do you live with|do you live with',
    'tu habites où|où habites-tu|ton adresse|quel quartier|quelle rue|tu vis avec qui',
    'wo wohnst du|deine adresse|in welchem viertel|welche straße|bei wem wohnst du|mit wem wohnst du',
    'dónde vives|tu dirección|en qué barrio|en qué calle|con quién vives',
    'أين تسكن|أين تسكنين|عنوانك|في أي حي|مع من تعيش|مع من تعيشين',
  ],
  photo: [
    'send me a photo|send me a pic|send a pic|send pic|got a pic|a photo of you|picture of you|selfie|show me a photo|turn on your camera|turn your camera on|what do you look like',
    'envoie moi une photo|envoie une photo|une photo de toi|photo de toi|montre moi une photo|allume ta caméra|tu ressembles à quoi',
    'schick mir ein foto|schick mir ein bild|ein foto von dir|ein bild von dir|zeig mir ein foto|mach deine kamera an|wie siehst du aus',
    'mándame una foto|envíame una foto|una foto tuya|foto tuya|enséñame una foto|enciende la cámara|cómo eres físicamente',
    'أرسلي لي صورة|أرسل لي صورة|صورة لك|صورتك|افتحي الكاميرا|افتح الكاميرا|سيلفي',
  ],
  alone: [
    'are you alone|are u alone|home alone|is anyone with you|is anybody with you|are your parents home|are your parents there|who else is at home|do your parents check|can anyone see your screen|when do your parents come home',
    'tu es seule|tu es seul|t’es seule|t’es seul|toute seule à la maison|tes parents sont là|il y a quelqu’un avec toi|tes parents regardent|tes parents rentrent quand',
    'bist du allein|bist du alleine|allein zu hause|alleine zuhause|sind deine eltern da|ist jemand bei dir|lesen deine eltern mit|wann kommen deine eltern',
    'estás sola|estás solo|sola en casa|solo en casa|están tus padres|hay alguien contigo|tus padres miran|cuándo vuelven tus padres',
    'هل أنت وحدك|أنت وحدك|وحدك في البيت|هل والداك في البيت|هل أحد معك|متى يعود والداك',
  ],
  secrecy: [
    'dont tell anyone|do not tell anyone|dont tell your parents|dont tell your mum|dont tell your mom|our secret|our little secret|just between us|stays between us|keep it secret|delete this chat|delete the messages|delete our messages',
    'ne le dis à personne|dis rien à tes parents|ne dis rien à tes parents|n’en parle à personne|notre secret|ça reste entre nous|juste entre nous|efface les messages|supprime la conversation',
    'sag es niemandem|sag niemandem etwas|sag deinen eltern nichts|erzähl es keinem|unser geheimnis|bleibt unter uns|nur zwischen uns|lösch den chat|lösch die nachrichten',
    'no se lo digas a nadie|no digas nada a tus padres|nuestro secreto|queda entre nosotros|solo entre nosotros|borra el chat|borra los mensajes',
    'لا تخبري أحدا|لا تخبر أحدا|لا تقولي لأحد|لا تقل لأحد|سرنا|بيننا فقط|امسحي الرسائل|امسح الرسائل|احذفي المحادثة',
  ],
  move: [
    'whatsapp|whats app|snapchat|telegram|viber|signal|add me on|write me on|text me on|lets move to|another app|give me your number|whats your number|private chat|video call',
    'ajoute moi sur|écris moi sur|on passe sur|une autre appli|ton numéro|donne moi ton numéro|appel vidéo',
    'schreib mir auf|füg mich hinzu|lass uns auf|eine andere app|deine nummer|gib mir deine nummer|videoanruf',
    'agrégame en|escríbeme por|pasamos a|otra aplicación|tu número|dame tu número|videollamada',
    'واتساب|سناب شات|سناب|تلغرام|تيليجرام|أضيفيني على|أضفني على|رقمك|أعطني رقمك|أعطيني رقمك|مكالمة فيديو',
  ],
  offer: [
    'earn money|easy money|a job for you|work for me|modelling job|model agency|be a model|i will pay|ill pay|send you money|gift card|buy you|a present for you|a gift for you|pay for your ticket|pay your ticket',
    'gagner de l’argent|argent facile|un travail pour toi|devenir mannequin|agence de mannequins|je te paie|je t’achète|un cadeau pour toi|je paie ton billet|carte cadeau',
    'geld verdienen|leichtes geld|ein job für dich|arbeit für dich|als model|modelagentur|ich zahle dir|ich kauf dir|ein geschenk für dich|ich zahle dein ticket|gutscheinkarte',
    'ganar dinero|dinero fácil|un trabajo para ti|ser modelo|agencia de modelos|te pago|te compro|un regalo para ti|te pago el billete|tarjeta regalo',
    'تكسبين المال|تكسب المال|مال سهل|عمل لك|عرض أزياء|سأدفع لك|سأشتري لك|هدية لك|بطاقة هدية|أدفع تذكرتك',
  ],
  meeting: [
    'can we meet|meet me|meet up|lets meet|want to meet|i can pick you up|pick you up|come to my place|come to me|see you in person|wait for you at',
    'on se voit|on peut se voir|se rencontrer|viens me voir|viens chez moi|je viens te chercher|je t’attends|rendez-vous',
    'treffen wir uns|können wir uns treffen|wollen wir uns treffen|uns treffen|komm zu mir|ich hol dich ab|hole dich ab|ich warte auf dich',
    'podemos vernos|quedamos|nos vemos en|ven a mi casa|te recojo|paso a recogerte|te espero',
    'هل نلتقي|نلتقي|تعالي إلي|تعال إلي|تعالي عندي|آتي لأخذك|أنتظرك',
  ],
};

/** What is asked about the child. */
export const details: readonly Stage[] = ['age', 'school', 'home', 'photo'];
/** What is asked or said so that nobody notices. */
export const hiding: readonly Stage[] = ['alone', 'secrecy'];
/** What leads away from where others see it. */
export const steps: readonly Stage[] = ['move', 'offer', 'meeting'];
