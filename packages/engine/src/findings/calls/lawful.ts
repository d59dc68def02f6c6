/** On what ground metadata is read: the end of the explanation of every detector that reads it. */
export const lawfulGround =
  'Who spoke with whom, and from where, is traffic and location data. It is read only where its owner’s terms allow ' +
  'cross-checking or operational analysis, which the owner needs a legal basis for (an order for a case, a time limit); ' +
  'calls of protected persons are left out.';
