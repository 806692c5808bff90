/* Starts Decap CMS with what the curriculum needs of its own: how files are kept, and fields named by the writer. */

import { read, write } from "./keeping.js"
import { mapControl } from "./map.js"

window.CMS_MANUAL_INIT = true
const script = document.createElement("script")
script.src = "decap-cms.js"
script.addEventListener("load", () => {
  const { CMS } = window
  /* The name stands in builder/cms/collections.py too. */
  CMS.registerCustomFormat("curriculum", "yml", { fromFile: read, toFile: write })
  CMS.registerWidget("map", mapControl(window.createClass, window.h))
  CMS.init()
})
document.head.append(script)
