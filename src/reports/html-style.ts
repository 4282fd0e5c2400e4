/** The style of the HTML report. */

/** Light and dark by the reader's choice; plain on paper. */
export const PAGE_STYLE = `
:root { color-scheme: light dark; --text: #1f2328; --quiet: #59636e; --page: #fff; --panel: #f6f8fa; --line: #d1d9e0;
  --error: #cf222e; --warning: #bf8700; --info: #0969da; --clean: #1a7f37; --unknown: #818b98; --amount: #8c959f;
  --added: #dafbe1; --removed: #ffebe9; --marked: #fff8c5; --link: #0969da }
@media (prefers-color-scheme: dark) { :root { --text: #e6edf3; --quiet: #9198a1; --page: #0d1117; --panel: #151b23; --line: #3d444d;
  --error: #f85149; --warning: #d29922; --info: #4493f8; --clean: #3fb950; --unknown: #656c76; --amount: #656c76;
  --added: #12361f; --removed: #4b1a1d; --marked: #4a3a10; --link: #4493f8 } }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 72rem; padding: 1.5rem; font: 15px/1.5 system-ui, sans-serif; color: var(--text); background: var(--page) }
h1 { font-size: 1.5rem; margin: 0 0 .5rem } h2 { font-size: 1.2rem; margin: 2rem 0 .5rem } h3 { font-size: 1.05rem; margin: 0 0 .5rem }
a { color: var(--link) } small, .place, footer, caption, figcaption, .unset { color: var(--quiet) } small, .place, caption, figcaption { font-size: .87rem }
code, pre { font-family: ui-monospace, monospace; font-size: .87em } pre { margin: .5rem 0; padding: .5rem .75rem; overflow-x: auto; border-radius: 6px; background: var(--panel) }
.tiles { display: flex; flex-wrap: wrap; gap: .5rem; padding: 0; margin: 0; list-style: none }
.tile { padding: .35rem .8rem; border: 1px solid var(--line); border-left: 4px solid var(--line); border-radius: 6px } .tile strong { font-size: 1.2rem }
.tile.error { border-left-color: var(--error) } .tile.warning { border-left-color: var(--warning) } .tile.info { border-left-color: var(--info) } .tile.clean { border-left-color: var(--clean) }
#tools { display: flex; flex-wrap: wrap; gap: .5rem 1rem; align-items: center; margin: .5rem 0 } #tools[hidden] { display: none }
fieldset { border: 0; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: .25rem .9rem } legend { float: left; margin-right: .75rem; padding: 0 }
input[type=search] { font: inherit; padding: .2rem .5rem; min-width: 16rem; color: inherit; background: var(--page); border: 1px solid var(--line); border-radius: 6px }
.wide { overflow-x: auto } table { border-collapse: collapse; width: 100% } caption { caption-side: bottom; text-align: left; padding-top: .4rem }
th, td { padding: .4rem .6rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line) } td { white-space: nowrap }
.sort { font: inherit; font-weight: 600; color: inherit; background: none; border: 0; padding: 0; cursor: pointer } .sort::after { content: " \\2195"; color: var(--quiet) }
[aria-sort=ascending] .sort::after { content: " \\2191" } [aria-sort=descending] .sort::after { content: " \\2193" }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px }
.mark { display: inline-block; width: .7em; height: .7em; border-radius: 50%; background: var(--line) }
.mark.error, .badge.error { background: var(--error) } .mark.warning, .badge.warning { background: var(--warning) } .mark.info, .badge.info { background: var(--info) }
.mark.clean { background: var(--clean) } .mark.unknown { background: var(--unknown) }
svg { vertical-align: -2px } rect.error { fill: var(--error) } rect.warning { fill: var(--warning) } rect.info { fill: var(--info) } rect.clean { fill: var(--clean) }
rect.unknown { fill: var(--unknown) } rect.amount { fill: var(--amount) } rect.tick { fill: var(--text) }
.workload { margin: 0 0 1.5rem } article { border: 1px solid var(--line); border-left: 4px solid var(--line); border-radius: 6px; padding: .6rem .9rem; margin: 0 0 .75rem; break-inside: avoid }
article.error { border-left-color: var(--error) } article.warning { border-left-color: var(--warning) } article.info { border-left-color: var(--info) }
article p { margin: .25rem 0 } .badge { color: #fff; font-size: .8rem; padding: .1rem .5rem; border-radius: 1em } .badge.warning { color: #1f2328 }
.frame .number { color: var(--quiet); user-select: none } mark { background: var(--marked); color: inherit }
details table { width: auto; margin: .25rem 0 } details td { white-space: normal; padding: .2rem .8rem .2rem 0 } summary { cursor: pointer }
figure { margin: .5rem 0 0 } .diff del, .diff ins { text-decoration: none; display: inline-block; min-width: 100% } .diff del { background: var(--removed) } .diff ins { background: var(--added) }
.notes { padding-left: 1.2rem } footer { margin-top: 2rem; font-size: .87rem } [hidden] { display: none }
@media print { body { max-width: none; padding: 0 } #tools { display: none } .sort::after { content: "" !important } a { color: inherit } }
`
