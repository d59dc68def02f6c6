/**
 * The PDF's typography. The report comes in as data (`sys.inputs.report`, JSON), so no text of it is ever read as
 * markup. Faces are those that the compiler carries, and no others: the same report sets the same on every machine.
 */
export const typstTemplate = `
#let report = json(bytes(sys.inputs.report))
#let ink = rgb("#1b2733")
#let quiet = rgb("#5b6773")
#let hair = rgb("#c9d1d8")
#let blue = rgb("#1f4e79")
#let orange = rgb("#b4530a")
#let faces = ("Libertinus Serif", "DejaVu Sans Mono", "New Computer Modern")

#let day = if report.asOf == none { none } else {
  let parts = report.asOf.split("-").map(int)
  datetime(year: parts.at(0), month: parts.at(1), day: parts.at(2))
}
#set document(title: report.hub + ": " + report.title, author: report.hub, date: day)
#set text(font: faces, fallback: false, size: 10.5pt, fill: ink, lang: "en", number-type: "lining")
#set par(leading: 0.66em, spacing: 0.95em)
#show raw: set text(font: "DejaVu Sans Mono", fallback: false)

#let mark(note) = super(link(label("note-" + str(note)), text(fill: blue, "[" + str(note) + "]")), size: 0.62em)
#let inline(parts) = {
  for part in parts {
    if type(part) == str { part } else if "strong" in part { strong(part.strong) } else {
      strong(part.number); mark(part.note)
    }
  }
}

// Cover
#set page(paper: "a4", margin: 0mm)
#page(fill: rgb("#14324f"))[
  #set text(fill: white)
  #block(width: 100%, height: 100%, inset: (x: 25mm, top: 34mm, bottom: 22mm))[
    #text(size: 12.5pt, fill: rgb("#c9d9e8"), report.hub)
    #v(16mm)
    #text(size: 40pt, hyphenate: false)[#par(leading: 0.4em, report.title)]
    #v(2mm)
    #block(width: 110mm, text(size: 14pt, fill: rgb("#e2ebf3"), report.subtitle))
    #v(1fr)
    #pdf.artifact(image(bytes(report.coverThread), format: "svg", width: 160mm))
    #v(1fr)
    #line(length: 100%, stroke: 0.6pt + rgb("#3d5f80"))
    #v(1mm)
    #set text(size: 9pt, fill: rgb("#c9d9e8"))
    #grid(columns: (1fr, 62mm), column-gutter: 10mm,
      for line in report.handling { par(line) },
      {
        par[Snapshot #report.snapshot]
        if report.asOf != none { par[Contributions up to #report.asOf] }
      })
  ]
]

// Body
#counter(page).update(1)
#set page(
  paper: "a4",
  margin: (x: 25mm, top: 28mm, bottom: 24mm),
  header: context {
    set text(size: 8.5pt, fill: quiet)
    grid(columns: (1fr, auto), column-gutter: 8mm,
      box(width: 100%, height: 1.5em, clip: true, report.hub), report.title)
    v(-2.6mm)
    line(length: 100%, stroke: 0.4pt + hair)
  },
  footer: context {
    set text(size: 8.5pt, fill: quiet)
    grid(columns: (1fr, auto), report.handling.at(0), counter(page).display())
  },
)
#show heading.where(level: 1): it => {
  pagebreak(weak: true)
  block(below: 7mm, {
    text(size: 23pt, weight: "regular", fill: blue, hyphenate: false, it.body)
    v(-3mm)
    line(length: 100%, stroke: 0.6pt + hair)
  })
}
#show heading.where(level: 2): it => block(above: 8mm, below: 3.2mm, sticky: true,
  text(size: 13pt, weight: "semibold", it.body))
#show outline.entry: it => block(above: 3.4mm, it)

#block(below: 6mm, text(size: 23pt, fill: blue)[Contents])
#outline(title: none, depth: 1, indent: 0pt)
#v(14mm)
#block(fill: rgb("#f1f5f9"), stroke: (left: 2.4pt + blue), inset: (x: 5mm, y: 4mm), width: 100%, {
  text(weight: "semibold")[How to read this report]
  list(spacing: 0.8em, marker: text(fill: blue)[•], ..report.reading)
})

#let tiles(block-data) = block(breakable: false, above: 4mm, below: 6mm, grid(
  columns: (1fr,) * 4, column-gutter: 6mm, row-gutter: 6mm,
  ..block-data.tiles.map(tile => grid.cell(stroke: (top: 1.2pt + blue), inset: (top: 2.4mm), {
    set par(leading: 0.45em)
    text(size: 19pt, fill: blue, tile.number); mark(tile.note)
    v(-2.2mm)
    text(size: 8.8pt, fill: quiet, tile.label)
  })),
))

#let caption(words, notes) = block(sticky: true, below: 2.4mm, {
  text(weight: "semibold", size: 9.8pt, words)
  for note in notes { mark(note); h(1.5pt) }
})

#let data-table(data) = {
  let sides = data.columns.map(column => if column.align == "right" { right } else { left })
  let widths = data.columns.map(column => if "width" in column { column.width * 1fr } else if column.align == "right" { auto } else { 1fr })
  block(above: 6mm, below: 7mm, breakable: data.rows.len() > 16, width: if data.columns.len() <= 2 { 110mm } else { 100% }, {
    caption(data.caption, (data.note,))
    set text(size: 9.6pt, number-width: "tabular")
    set par(leading: 0.5em)
    table(
      columns: widths,
      align: (column, row) => sides.at(column) + top,
      stroke: none,
      inset: (x, y) => (left: if x == 0 { 0pt } else { 5pt }, right: if x == data.columns.len() - 1 { 0pt } else { 5pt }, y: 3.4pt),
      table.header(..data.columns.map(column => text(size: 8.8pt, fill: quiet, column.title))),
      table.hline(stroke: 0.7pt + ink),
      ..data.rows.enumerate().map(((index, row)) => (
        ..row,
        table.hline(stroke: if index == data.rows.len() - 1 { none } else { 0.4pt + rgb("#e3e8ec") }),
      )).flatten(),
      ..if "total" in data { (table.hline(stroke: 0.7pt + ink), ..data.total.map(value => strong(value))) },
    )
  })
}

#let chart(data) = block(breakable: false, above: 6mm, below: 7mm, {
  caption(data.caption, data.notes)
  if "remark" in data { block(below: 2.4mm, text(size: 8.8pt, fill: quiet, data.remark)) }
  image(bytes(data.svg), format: "svg", width: 100%, alt: data.alt)
})

#let show-block(data, before-figure) = {
  if data.kind == "heading" { heading(level: 2, data.text) }
  else if data.kind == "lead" { block(below: 5mm, { set text(size: 13pt); set par(leading: 0.6em); inline(data.text) }) }
  else if data.kind == "paragraph" { block(sticky: before-figure, inline(data.text)) }
  else if data.kind == "notice" {
    block(fill: rgb("#f1f5f9"), stroke: (left: 2.4pt + blue), inset: (x: 4mm, y: 3mm), width: 100%, breakable: false,
      text(size: 9.8pt, inline(data.text)))
  }
  else if data.kind == "template" {
    block(fill: rgb("#fdf6ef"), stroke: (paint: orange, thickness: 0.9pt, dash: "dashed"), inset: 4mm, width: 100%, breakable: false, {
      text(fill: orange, weight: "semibold")[To be filled. ]
      data.text
    })
  }
  else if data.kind == "list" { list(spacing: 0.9em, marker: text(fill: blue)[•], ..data.items.map(item => inline(item))) }
  else if data.kind == "tiles" { tiles(data) }
  else if data.kind == "table" { data-table(data) }
  else if data.kind == "chart" { chart(data) }
}

#let notes(groups) = {
  for group in groups {
    heading(level: 2, group.title)
    for note in group.notes [
      #block(breakable: true, below: 2.6mm, {
        set par(leading: 0.45em, spacing: 0.5em)
        grid(columns: (8mm, 1fr),
          text(size: 8.6pt, fill: blue, str(note.number)),
          {
            text(size: 8.6pt, note.title)
            linebreak()
            text(font: "DejaVu Sans Mono", size: 6pt, fill: quiet, hyphenate: false, note.query)
          })
      }) #label("note-" + str(note.number))
    ]
  }
}

#let names(definitions) = {
  heading(level: 2, "Names in the queries")
  for one in definitions {
    block(breakable: true, below: 2.6mm, {
      set par(leading: 0.45em, spacing: 0.5em)
      text(font: "DejaVu Sans Mono", size: 7.4pt, fill: blue, one.name)
      h(2mm)
      text(size: 8.6pt, one.meaning)
      linebreak()
      text(font: "DejaVu Sans Mono", size: 6pt, fill: quiet, hyphenate: false, one.query)
    })
  }
}

#for section in report.sections {
  heading(level: 1, section.title)
  for (index, data) in section.blocks.enumerate() {
    let next = section.blocks.at(index + 1, default: (kind: none))
    show-block(data, next.kind == "chart" or next.kind == "table")
  }
  if section.id == "endnotes" { notes(report.endnotes); names(report.definitions) }
}
`;
