/** How often the police of any country leaves a field empty. */
export const gaps = {
  birth: 0.05,
  phone: 0.45,
  address: 0.35,
  plate: 0.6,
  document: 0.45,
  account: 0.8,
  employer: 0.3,
  role: 0.05,
  birthPlace: 0.25,
};
