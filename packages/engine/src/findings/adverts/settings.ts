// The one setting of the search for templates, for log lines and adverts alike. docs/adverts.md says what each does.

/** Share of the words of both texts, in the same order, from which two texts may have one template. */
export const least = 0.7;

/** From here on they are the same text with a slip or an own word, and nothing else is asked. */
export const near = 0.9;

/** From here on two texts stay together when a group is looked at as a whole, whatever its leader is like. */
export const tight = 0.8;

/** A slot holds at most this many words, or a fifth of the text where that is more: beyond is text of its own. */
export const longestSlot = 8;

/** So many rare values of one place, and the place is a slot. */
export const openFrom = 3;

/** More values than this that recur, and the place is a slot: a city, a name. */
export const mostAlternatives = 5;

/** Where alternatives recur, rare values beside them count as slips up to this share of the texts. */
export const slips = 0.1;

/** Constant words times texts more than one that a template must bring to be worth telling; a mask is half a word. */
export const evidence = 7;

/** A constant part stands in all texts of a template but one in so many. */
export const exceptionOneIn = 20;
