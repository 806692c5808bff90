/* Words of the page with their {places} filled. */
export const say = (words, values) => words.replace(/\{(\w+)\}/g, (_, name) => values[name])
