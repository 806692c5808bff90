/* The index of a language, looked through on the device: titles, other words for them, summaries,
   and the school words that a page uses. */
import MiniSearch from "./minisearch.js"

/* Letters that readers type in more than one way become one: marks fall, Arabic forms meet. */
const fold = word => word
  .toLowerCase()
  .normalize("NFKD")
  .replace(/[\u0300-\u036f\u064b-\u065f\u0670\u0640\u200b-\u200d]/g, "")
  .replace(/đ/g, "d")
  .replace(/[أإآٱ]/g, "ا")
  .replace(/[ىي]/g, "ی")
  .replace(/ك/g, "ک")
  .replace(/ة/g, "ه")
  .normalize("NFC")

/* What is written onto a word and is none of it: “and”, “for” and “the” in Arabic, the plural in
   Persian, what makes a noun in Khmer, and the particles of Korean. */
const ADDED = {
  ar: /^(?:[وفبلک]?ال|لل)(?=..)/,
  fa: /(?<=..)ها(?:ی|یی|یم|یش|یت)?$/,
  km: /^(?:ការ|សេចក្តី)(?=..)/,
  ko: /(?<=..)(?:에서|에게|한테|까지|부터|으로|이나|처럼|하고|은|는|이|가|을|를|에|의|와|과|도|만|로)$/,
}
const WEIGHTS = { title: 4, words: 2, also: 1.5, summary: 1, uses: 1, slug: 0.5, scope: 0.3 }

const SMALL = /^[\p{Nd}\p{sc=Latin}\p{sc=Cyrillic}\p{sc=Armenian}\p{sc=Arabic}]{1,2}$/u

/* Fewer pages with all that was typed are followed by those with the most of it. */
const FEW = 8

/* The words of a language: how they are parted, and what is the same word to a reader. */
function wordsOf(language) {
  const segmenter = new Intl.Segmenter(language, { granularity: "word" })
  const segments = text => [...segmenter.segment(text)]
  // A Persian writer types a space where a half-space belongs; in Khmer a word may hold a break.
  const tokenize = text => segments(text.replace(/\u200c/g, " ").replace(/\u200b/g, ""))
    .filter(one => one.isWordLike).map(one => one.segment)
  /* A slip in one letter of Korean is not one in the whole syllable, so its letters are parted. */
  const term = word => {
    const bare = fold(word).replace(ADDED[language], "")
    return language === "ko" ? bare.normalize("NFD") : bare
  }
  return { segments, tokenize, term, phrase: text => tokenize(text).map(term).join(" ") }
}

/* A row as builder/search.py packs it. */
function record({ kinds, bands, strands }, language, row, id) {
  const [path, title, summary, kind = 0, ofBands = 0, ofStrands = 0, words = "", uses = [], english = 0] = row
  const facts = (facet, names, bits) => names.filter((_, n) => bits >> n & 1).map(one => `${facet}:${one}`)
  const scope = [`kind:${kinds[kind]}`, ...facts("band", bands, ofBands)]
  const made = { id, path, title, summary, words, uses, english, scope, also: "", kind: kinds[kind] }
  made.facts = new Set([...scope, ...facts("strand", strands, ofStrands)])
  made.slug = language === "en" ? "" : path.replace(/^[^/]*\//, "").replace(/[-/#]/g, " ")
  /* The explanation of a school word begins with its name in the reader's language. */
  if (made.kind === "term" && path.includes("#")) made.own = summary.split(/[:：՝៖]/)[0]
  return made
}

/* How much of the longer of two words they begin with alike. */
function alike(one, two) {
  let same = 0
  while (same < one.length && one[same] === two[same]) same++
  return same / Math.max(one.length, two.length)
}

/* What comes first where nothing else is asked for: a school word by any of its names, also in
   another form, and a page by its title. */
function firsts(records, groups, phrase) {
  const known = new Map()
  const learn = (words, id) => { if (!known.has(phrase(words))) known.set(phrase(words), id) }
  for (const { id, title, own, words } of records.filter(one => one.own)) {
    for (const name of [title, ...own.split(/[()（）]/), ...words.split(",")]) learn(name, id)
  }
  for (const [words, [first]] of groups) {
    if (records[first]?.own) for (const one of words.split(",")) learn(one, first)
  }
  const names = [...known]
  for (const { id, title } of records) learn(title, id)
  return words => {
    const asked = phrase(words)
    if (known.has(asked)) return known.get(asked)
    const near = names.map(([name, id]) => [alike(name, asked), id]).filter(([share]) => share > 0.7)
    return near.sort(([one], [two]) => two - one)[0]?.[1]
  }
}

/* `label` tells what readers call a kind and a band, by its fact. */
export async function finder(address, language, label) {
  const told = await (await fetch(address)).json()
  const { segments, tokenize, term, phrase } = wordsOf(language)
  const records = told.rows.map((row, id) => record(told, language, row, id))
  for (const [words, rows] of told.groups) for (const id of rows) records[id].also += ` ${words}`
  const first = firsts(records, told.groups, phrase)
  const spelled = new Map()
  const times = new Map()

  const index = new MiniSearch({
    fields: Object.keys(WEIGHTS),
    tokenize,
    processTerm: word => {
      const made = term(word)
      if (!spelled.has(made)) spelled.set(made, word)
      times.set(made, (times.get(made) ?? 0) + 1)
      return made || null
    },
    searchOptions: {
      boost: WEIGHTS,
      weights: { prefix: 0.5, fuzzy: 0.4 },
      prefix: word => word.length > 1,
      // A word that stands here is no slip: only its other forms are meant as well.
      fuzzy: word => spelled.has(word) ? word.length > 5 && 1 : word.length > 4 && 0.25,
      processTerm: word => term(word) || null,
    },
  })
  const names = ({ title, own, words }) => own ? `${title} ${own}` : words
  index.addAll(records.map(one => ({
    ...one,
    title: one.own ? names(one) : one.title,
    uses: one.uses.map(id => names(records[id])).join(" "),
    scope: one.scope.slice(0, one.scope.length > 3 ? 1 : 3).map(label).join(" "),
  })))

  /* What stands nearly everywhere, such as “how” or “AI”, tells little of what is meant, and so does
     a word of one or two letters or digits. */
  const telling = word => SMALL.test(word) ? 0.1 : Math.max(0.1, Math.log(records.length / (times.get(word) ?? 1)))

  /* What fits, the best first, with the words that were met. Small words such as “the” stand in few
     titles: a page may lack one and still fit best. */
  function search(words) {
    const [whole, part] = ["AND", "OR"].map(combineWith => index.search(words, { combineWith })
      .map(one => ({ ...one, score: one.score * one.queryTerms.reduce((sum, word) => sum + telling(word), 0) }))
      .sort((one, two) => two.score - one.score))
    const over = least => part.filter(one => one.score > least)
    const found = [...whole.length ? over(whole[0].score) : [], ...whole]
    if (whole.length < FEW) found.push(...over(part[0]?.score / 10))
    const met = new Map(found.map(one => [one.id, new Set(one.terms)]))
    const ids = [first(words), ...met.keys()].filter(id => id !== undefined)
    return [...new Set(ids)].map(id => ({ ...records[id], met: met.get(id) }))
  }

  /* The nearest words that find something, as they are spelled. */
  function near(words) {
    const found = tokenize(words).flatMap(word => {
      const best = index.search(word, { fuzzy: 0.5, prefix: false }).slice(0, 5)
      return [...new Set(best.flatMap(one => one.terms))].slice(0, 2)
    })
    return [...new Set(found)].slice(0, 4).map(one => spelled.get(one).toLowerCase())
  }

  return { records, search, near, segments, term }
}
