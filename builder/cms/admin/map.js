/* The widget of a field whose own fields the writer names, such as the cells of a table by their columns. */

const plain = value => value?.toJS?.() ?? value ?? {}
const words = value => (Array.isArray(value) ? value.join(", ") : String(value ?? ""))
const list = told => told.split(",").map(one => one.trim()).filter(Boolean)

/* The control; rows stay as they are typed, also while two of them have the same name. */
export function mapControl(createClass, h) {
  return createClass({
    getInitialState() {
      return { rows: Object.entries(plain(this.props.value)).map(([name, value]) => [name, words(value)]) }
    },

    change(rows) {
      this.setState({ rows })
      const several = this.props.field.get("lists")
      const named = rows.filter(([name]) => name.trim())
      this.props.onChange(Object.fromEntries(
        named.map(([name, told]) => [name.trim(), several ? list(told) : told])
      ))
    },

    isValid() {
      const names = this.state.rows.map(([name]) => name.trim())
      if (names.includes("")) return { error: { message: "Give each line a name, or remove it." } }
      return names.length === new Set(names).size || { error: { message: "Two lines have the same name." } }
    },

    row([name, told], number) {
      const { rows } = this.state
      const { classNameWrapper: className } = this.props
      const put = (at, value) => this.change(rows.map((row, other) =>
        other === number ? row.map((old, place) => (place === at ? value : old)) : row
      ))
      const label = `Line ${number + 1}`
      return h("div", { key: number, style: { display: "flex", gap: "8px", marginBottom: "8px" } },
        h("input", {
          className, value: name, "aria-label": `${label}: name`, style: { flex: "1" },
          onChange: event => put(0, event.target.value),
        }),
        h("textarea", {
          className, value: told, rows: 2, "aria-label": `${label}: words`, style: { flex: "3" },
          onChange: event => put(1, event.target.value),
        }),
        h("button", {
          type: "button", "aria-label": `${label}: remove`,
          onClick: () => this.change(rows.filter((_, other) => other !== number)),
        }, "Remove"))
    },

    render() {
      const { rows } = this.state
      return h("div", { id: this.props.forID },
        ...rows.map(this.row),
        h("button", { type: "button", onClick: () => this.change([...rows, ["", ""]]) }, "Add a line"))
    },
  })
}
