/** The typst source of the PDF: a fixed text that lays out the data it reads and holds no word of its own. */

export const source = `
#let r = json("/report.json")
#let paint(role) = rgb(r.colours.at(role))
#let base = r.type.body * 1pt
#let small = r.type.small / r.type.body * 1em
#let quiet(body) = text(size: small, fill: paint("muted"), body)
#let said(body, ..look) = par(text(..look, body))
#let given(it) = it != none and it != ""

#set document(title: r.title + " · " + r.period, author: r.company, date: none)
#set text(font: "Inter", size: base, lang: r.language, fill: paint("ink"))
#set par(leading: 0.58em, spacing: 0.9em)
#set block(spacing: 0.9em)
#set list(marker: text(fill: paint("accent"))[•], indent: 0pt, body-indent: 0.5em, spacing: 0.55em)
#set page(
  paper: "a4",
  margin: (x: 17mm, top: 14mm, bottom: 17mm),
  footer-descent: 30%,
  footer: context {
    set text(size: 7pt, fill: paint("muted"))
    let page-text = r.labels.page.replace("{page}", str(here().page())).replace("{pages}", str(counter(page).final().first()))
    grid(
      columns: (1fr, auto), column-gutter: 12pt, row-gutter: 4pt,
      grid.cell(colspan: 2, line(length: 100%, stroke: 0.4pt + paint("rule"))),
      (r.company, r.title, r.period, r.confidentiality).filter(given).join(" · "), page-text,
    )
  },
)
#show heading: set block(above: 1.5em, below: 0.7em)
#show heading.where(level: 1): set text(size: 1.5em, weight: 600, tracking: -0.015em)
#show heading.where(level: 2): set text(size: 1.1em, weight: 600)
#show heading.where(level: 3): set text(size: 1.05em, weight: 600)
#show title: set text(size: r.type.title / r.type.body / 1.7 * 1em, weight: 600, tracking: -0.025em)
#show title: set par(leading: 0.35em)
#show figure.where(kind: table): set block(breakable: true)
#set table.cell(breakable: false)
#set figure(gap: 0.6em, numbering: none, supplement: none)
#set figure.caption(position: top)
#show figure.caption: it => block(sticky: true, width: 100%, align(left, text(weight: 600, it.body)))
#show figure: set align(left)
#show link: it => underline(stroke: 0.5pt + paint("rule"), offset: 0.2em, it)

#let masthead() = {
  block(below: 0.7em, grid(
    columns: (1fr, auto), column-gutter: 0.8em, align: horizon,
    if r.logo == none { text(size: 1.2em, weight: 600, r.company) } else { image(bytes(r.logo), format: "svg", height: 2.4em, alt: r.company) },
    quiet(r.confidentiality),
  ))
  line(length: 100%, stroke: 2pt + paint("accent"))
  block(above: 1.7em, below: 0.9em, title(r.title))
  block(below: 0.9em, said(size: 1.25em, weight: 500, fill: paint("accent"), r.period))
  let facts = (
    (r.labels.dataThrough, r.dataThrough), (r.labels.missingDays, r.missingDays),
    (r.labels.sources, r.sources.join(" · ")), (r.labels.contact, r.contact),
  ).filter(fact => given(fact.at(1)))
  block(said(size: small, facts.map(((name, it)) => {
    let fact = [#text(fill: paint("muted"), name) #it]
    if it.len() < 60 { box(fact) } else { fact }
  }).join(h(1.6em))))
}

#let pill(look, body) = {
  let (ink, fill, stroke) = (
    good: ("good", "goodSoft", none), bad: ("bad", "badSoft", none), changed: ("accent", "accentSoft", none),
    steady: ("ink", none, "rule"), early: ("muted", none, "rule"),
  ).at(look.look)
  box(
    radius: 1em, inset: (x: 0.55em), outset: (y: 0.28em),
    fill: if fill != none { paint(fill) },
    stroke: if stroke != none { (thickness: 0.5pt, paint: paint(stroke), dash: if look.look == "early" { "densely-dashed" }) },
    text(size: small, weight: 500, fill: paint(ink), [#look.mark #body]),
  )
}

// Beside: the small print in a column of its own within the cell, so that figures stand under figures.
#let cell(it, side, notes, main-width) = {
  set text(number-width: if side == "right" { "tabular" } else { "proportional" })
  let main = if it.pill != none { pill(it.pill, it.text) } else if it.definition != none { link(label(it.definition), it.text) } else { it.text }
  if it.small == "" { main }
  else if notes != "beside" {
    let parts = if notes == "split" { it.small.split(" · ") } else { (it.small,) }
    grid(row-gutter: if it.pill != none { 0.7em } else { 0.5em }, main, ..parts.map(quiet))
  }
  else if side == "right" { grid(columns: (1fr, main-width), column-gutter: 0.6em, align: right, quiet(it.small), main) }
  else { grid(columns: (main-width, 1fr), column-gutter: 0.6em, main, quiet(it.small)) }
}

#let table-block(it, size) = {
  set par(leading: 0.42em)
  let plan = it.layouts.at(size)
  let ems(width) = width / r.type.body * 1em
  figure(kind: table, caption: it.caption, block(width: 100%, align(left, table(
    columns: plan.widths.enumerate().map(((i, width)) => if i == 0 { 1fr } else { ems(width) + 1.2em }),
    align: it.columns.map(column => if column.align == "right" { right } else { left }),
    inset: (x, y) => (left: if x == 0 { 0pt } else { 1.2em }, right: 0pt, y: if plan.notes == "beside" { 0.62em } else { 0.5em }),
    stroke: (x, y) => (bottom: if y == 0 { 0.6pt + paint("ink") } else { 0.4pt + paint("rule") }),
    table.header(..it.columns.map(column => align(bottom, quiet(column.label)))),
    ..it.rows.map(row => row.enumerate().map(((i, one)) => cell(one, it.columns.at(i).align, plan.notes, ems(plan.mains.at(i))))).flatten(),
  ))))
  for note in it.notes { par(quiet(note)) }
}

#let picture(it, size) = {
  figure(
    kind: image, caption: it.title,
    block(width: 100%, align(left, image(bytes(it.svg), format: "svg", width: r.factors.at(size) * 100%, alt: it.summary))),
  )
  for note in it.notes { block(above: 0.4em, par(quiet(note))) }
}

#let insight(it) = block(above: 1em, width: 100%, breakable: false, stroke: (top: 0.4pt + paint("rule")), inset: (top: 0.8em), {
  block(below: 0.45em, heading(level: 2, it.headline))
  block(below: 0.6em, said(weight: 500, fill: paint("accent"), it.size))
  list(..it.because)
  block(above: 0.7em, par[#text(weight: 600, r.labels.advice) #h(0.3em) #it.advice #h(0.4em) #box(quiet[#r.labels.audience: #it.audience])])
})

#let decisions(it) = for (i, item) in it.items.enumerate() {
  let facts = ((r.labels.effect, item.effect), (r.labels.owner, item.owner), (r.labels.by, item.by)).filter(fact => given(fact.at(1)))
  block(above: 0.7em, width: 100%, breakable: false, stroke: (top: 0.4pt + paint("rule")), inset: (top: 0.65em), grid(
    columns: (1.6em, 1fr), row-gutter: 0.5em,
    grid.cell(rowspan: 2, text(size: 1.3em, weight: 600, fill: paint("accent"), str(i + 1))),
    said(weight: 500, item.what),
    said(size: 0.95em, facts.map(((name, it)) => [#quiet(name) #it]).join(h(1.6em))),
  ))
}

#let quotes(it) = block(above: 1.6em, grid(
  columns: (1fr,) * calc.clamp(it.items.len(), 1, 3), column-gutter: 1.8em, row-gutter: 1em,
  ..it.items.map(item => { block(below: 0.45em, par[“#item.text”]); par(quiet(item.from)) }),
))

#let definitions(it) = for item in it.items {
  block(above: 1em, breakable: false)[
    #block(below: 0.45em, said(weight: 600, item.term))#if item.id != none { label(item.id) }
    #par(item.text)
    #if item.rules != "" { block(above: 0.5em, par(quiet[#r.labels.rules: #item.rules])) }
  ]
}

#let set-block(it, size) = {
  if it.kind == "heading" { heading(level: 2, it.text) }
  else if it.kind == "paragraph" and it.at("tone", default: "plain") == "lead" { block(below: 1em, said(size: r.type.lead / r.type.body * 1em, it.text)) }
  else if it.kind == "paragraph" and it.at("tone", default: "plain") == "small" { block(par(quiet(it.text))) }
  else if it.kind == "paragraph" { block(par(it.text)) }
  else if it.kind == "note" { block(width: 100%, fill: paint("wash"), radius: 3pt, inset: 0.9em, above: 1.1em, below: 1.2em, { block(below: 0.5em, said(size: small, weight: 600, fill: paint("muted"), it.label)); par(it.text) }) }
  else if it.kind == "list" { list(..it.items) }
  else if it.kind == "table" { block(above: 1.7em, table-block(it, size)) }
  else if it.kind == "picture" { block(above: 1.9em, picture(it, size)) }
  else if it.kind == "pictures" { block(above: 1.9em, grid(columns: (1fr, 1fr), column-gutter: 1.8em, ..it.items.map(item => picture(item, size)))) }
  else if it.kind == "insight" { insight(it) }
  else if it.kind == "decisions" { decisions(it) }
  else if it.kind == "quotes" { quotes(it) }
  else if it.kind == "definitions" { definitions(it) }
}

#let sections(list, size) = for section in list {
  heading(level: 1, section.title)
  for it in section.blocks { set-block(it, size) }
}

// One page of paper: set as large as it fits; what cannot fit at a readable size flows on to the next.
#let fitted(body) = layout(sheet => {
  let at(size) = { set text(size: base * r.factors.at(size)); body(size) }
  let fits = range(r.factors.len()).find(size => measure(at(size), width: sheet.width).height <= sheet.height)
  at(if fits == none { 2 } else { fits })
})

#let (one, two, behind) = r.pages
#fitted(size => { masthead(); sections(one, size) })
#if two.len() > 0 { pagebreak(weak: true); fitted(size => sections(two, size)) }
#if behind.len() > 0 { pagebreak(weak: true); sections(behind, 0) }
#block(above: 2em, stroke: (top: 0.4pt + paint("rule")), inset: (top: 0.7em), width: 100%, par(quiet(r.foot)))
`;
