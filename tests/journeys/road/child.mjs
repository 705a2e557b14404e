// The child of the story: on Millbrook's roll, suspended for seven school days, nobody's record yet.
export const child = { first: 'Jordan', last: 'Pikewell', name: 'Jordan Pikewell', words: 'I like animals. I dont like being shouted at. Mornings are ok.' };
