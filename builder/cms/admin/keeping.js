/* How the editor reads and writes a file of the curriculum. Decap's own way would lose comments and the way
   things are written, and would take 1.10 for a number. Here a file keeps everything that the writer did not
   change: the editor carries the file's own text along, and what was changed is put into that. */

import { isMap, isScalar, isSeq, parseDocument, Scalar } from "./yaml/index.js"
import { stringifyString } from "./yaml/util.js"

/* The hidden field that carries the text; builder/cms/collections.py has it too. */
export const ORIGIN = "_origin"

const LONGEST = 96 // signs that a value may have on the line of its name
const NO_TEXT = /^(true|false|yes|no|on|off|y|n|null|~|[-+]?\.\d+|[-+]?\d[\d_]*\.[\d_]*(e[-+]?\d+)?)$/i

/* Every value is text, as in the builder: 010, 3-5 and 2026-11-22 stay as they are written. */
const parse = text =>
  parseDocument(text, { schema: "failsafe", customTags: withText, keepSourceTokens: true, merge: false })

const withText = tags => [...tags.filter(one => one.tag !== TEXT.tag), TEXT]

/* Text that nobody changed is written as it was, with its quotes and its line ends. */
const TEXT = {
  tag: "tag:yaml.org,2002:str",
  default: true,
  identify: value => typeof value === "string",
  resolve: text => text,
  stringify(item, context, onComment, onChompKeep) {
    const token = item.srcToken
    const options = { ...context.options, lineWidth: 110 }
    if (!token) return stringifyString(item, { ...context, options, actualString: true }, onComment, onChompKeep)
    if (token.type !== "block-scalar") return token.source
    const lines = token.source.replace(/\n*$/, "").split("\n")
    const margin = Math.min(...lines.filter(one => one.trim()).map(one => one.search(/\S/)))
    const indented = lines.map(one => (one.trim() ? context.indent + one.slice(margin) : ""))
    return [token.props.find(one => one.type === "block-scalar-header").source, ...indented].join("\n")
  },
}

/* The fields of a file, and its text in a field of its own. */
export function read(text) {
  const file = parse(text)
  if (file.errors.length) throw file.errors[0]
  return { ...told(file.contents), [ORIGIN]: text }
}

function told(node) {
  if (isMap(node)) return Object.fromEntries(node.items.map(one => [one.key.value, told(one.value)]))
  if (isSeq(node)) return node.items.map(told)
  const flag = node?.type === Scalar.PLAIN && ["true", "false"].includes(node.value)
  return flag ? node.value === "true" : node?.value ?? ""
}

/* The text of a file with these fields; names are new fields in the order in which they are added. */
export function write(fields, names = []) {
  const { [ORIGIN]: origin = "", ...given } = fields
  const file = parse(origin)
  if (!isMap(file.contents)) begin(file)
  const place = name => (names.includes(name) ? names.indexOf(name) : names.length)
  const sorted = Object.entries(given).sort(([one], [other]) => place(one) - place(other))
  file.contents = changed(file, file.contents, Object.fromEntries(sorted))
  file.contents.flow = false
  return file.toString({ lineWidth: 0, flowCollectionPadding: false })
}

/* A new file has only the line that names its schema; without this a blank line would follow it. */
function begin(file) {
  const line = file.commentBefore ?? file.comment
  file.contents = file.createNode({})
  file.contents.commentBefore = line
  file.commentBefore = file.comment = null
}

/* The node with this value: itself where nothing changed, so that its comments and quotes stay. */
function changed(file, node, value) {
  if (same(node, value)) return node
  if (isMap(node) && isObject(value)) return changedMap(file, node, value)
  if (Array.isArray(value)) return changedList(file, isSeq(node) ? node : file.createNode([]), value)
  if (isObject(value)) return changedMap(file, file.createNode({}), value)
  const scalar = isScalar(node) ? node : new Scalar("")
  scalar.srcToken = undefined
  scalar.value = String(value).trim()
  scalar.type = style(value)
  if (scalar.type === Scalar.BLOCK_LITERAL) scalar.value += "\n"
  return scalar
}

function changedMap(file, node, value) {
  node.items = node.items.filter(one => one.key.value in value)
  for (const one of node.items) {
    if (same(one.value, value[one.key.value])) continue
    const wanted = without(value[one.key.value])
    one.value = wanted === undefined ? null : changed(file, one.value, wanted)
  }
  node.items = node.items.filter(one => one.value !== null)
  const there = new Set(node.items.map(one => one.key.value))
  for (const [name, one] of Object.entries(value)) {
    const wanted = there.has(name) ? undefined : without(one)
    if (wanted !== undefined) node.items.push(file.createPair(name, null))
    if (wanted !== undefined) node.items.at(-1).value = changed(file, null, wanted)
  }
  return node
}

/* Items are known by their ids, so that each keeps its comments when it moves. */
function changedList(file, node, value) {
  const items = value.map(without).filter(one => one !== undefined)
  const old = new Map(node.items.map((one, number) => [identity(told(one), number), one]))
  node.items = items.map((one, number) => changed(file, old.get(identity(one, number)) ?? null, one))
  node.flow = items.every(one => !isObject(one)) && node.flow !== false
  return node
}

const identity = (item, number) =>
  isObject(item) ? item.id ?? item.code ?? item.on ?? `#${number}` : `=${item}`

/* What the writer filled in; undefined where that is nothing. An object that has no fields is meant so. */
function without(value) {
  if (Array.isArray(value)) {
    const items = value.map(without).filter(one => one !== undefined)
    return items.length ? items : undefined
  }
  if (isObject(value)) {
    const filled = Object.entries(value).map(([name, one]) => [name, without(one)])
    const kept = filled.filter(([, one]) => one !== undefined)
    return kept.length || !filled.length ? Object.fromEntries(kept) : undefined
  }
  return value === null || value === undefined || String(value).trim() === "" ? undefined : value
}

function same(node, value) {
  if (Array.isArray(value)) {
    return isSeq(node) && node.items.length === value.length && value.every((one, at) => same(node.items[at], one))
  }
  if (isObject(value)) {
    const names = Object.keys(value)
    return isMap(node) && node.items.length === names.length && names.every(one => same(node.get(one, true), value[one]))
  }
  return isScalar(node) && value !== null && value !== undefined && node.value === String(value)
}

function style(value) {
  const text = String(value).trim()
  if (text.includes("\n")) return Scalar.BLOCK_LITERAL
  if (typeof value === "string" && NO_TEXT.test(text)) return Scalar.QUOTE_DOUBLE
  return text.length > LONGEST ? Scalar.BLOCK_FOLDED : Scalar.PLAIN
}

const isObject = value => typeof value === "object" && value !== null && !Array.isArray(value)
