(function(require,module,exports){var t=Object.defineProperty;var l=Object.getOwnPropertyDescriptor;var d=Object.getOwnPropertyNames;var m=Object.prototype.hasOwnProperty;var p=(e,r)=>{for(var i in r)t(e,i,{get:r[i],enumerable:!0})},s=(e,r,i,o)=>{if(r&&typeof r=="object"||typeof r=="function")for(let a of d(r))!m.call(e,a)&&a!==i&&t(e,a,{get:()=>r[a],enumerable:!(o=l(r,a))||o.enumerable});return e};var g=e=>s(t({},"__esModule",{value:!0}),e);var f={};p(f,{a:()=>n});module.exports=g(f);var n=`
:root { color-scheme: light dark; --text: light-dark(#1f2328, #e6edf3); --quiet: light-dark(#59636e, #9198a1); --page: light-dark(#fff, #0d1117);
  --panel: light-dark(#f6f8fa, #151b23); --line: light-dark(#d1d9e0, #3d444d); --link: light-dark(#0969da, #4493f8); --on: light-dark(#fff, #0d1117);
  --error: light-dark(#cf222e, #f85149); --warning: light-dark(#9a6700, #d29922); --info: light-dark(#0969da, #4493f8);
  --clean: light-dark(#1a7f37, #3fb950); --unknown: light-dark(#59636e, #9198a1); --amount: light-dark(#8c959f, #656c76);
  --added: light-dark(#dafbe1, #12361f); --removed: light-dark(#ffebe9, #4b1a1d); --marked: light-dark(#fff0a3, #5c4a0d) }
:root[data-theme=light] { color-scheme: light } :root[data-theme=dark] { color-scheme: dark }
* { box-sizing: border-box }
body { margin: 0 auto; max-width: 76rem; padding: 1.25rem 1.5rem; font: 15px/1.5 system-ui, sans-serif; color: var(--text); background: var(--page) }
h1 { font-size: 1.4rem; margin: 0 } h2 { font-size: 1.2rem; margin: 2rem 0 .5rem } h3 { font-size: 1.05rem; margin: 1.5rem 0 .5rem } h4 { font-size: 1rem; margin: 1.25rem 0 .4rem }
a { color: var(--link) } small, .place, footer, caption, figcaption, .unset { color: var(--quiet) } small, .place, caption, figcaption { font-size: .87rem }
code, pre { font-family: ui-monospace, "DejaVu Sans Mono", monospace; font-size: .87em; overflow-wrap: anywhere } pre { margin: .5rem 0; padding: .5rem .75rem; overflow-x: auto; border-radius: 6px; background: var(--panel) }
p > code, li > code { display: inline-block; max-width: 100% }
.spoken, .skip:not(:focus) { position: absolute; width: 1px; height: 1px; overflow: hidden; clip-path: inset(50%); white-space: nowrap }
.title { display: flex; justify-content: space-between; align-items: center; gap: 1rem; margin-bottom: .75rem } h2:focus, section:focus { outline: none }
button { font: inherit; color: inherit; background: var(--panel); border: 1px solid var(--line); border-radius: 6px; padding: .15rem .7rem; cursor: pointer }
.tiles, .legend { display: flex; flex-wrap: wrap; gap: .5rem; padding: 0; margin: 0; list-style: none } .legend { gap: 1rem; font-size: .87rem }
.tile { padding: .3rem .8rem; border: 1px solid var(--line); border-left: 4px solid var(--line); border-radius: 6px } .tile strong { font-size: 1.2rem }
.tile.error, article.error { border-left-color: var(--error) } .tile.warning, article.warning { border-left-color: var(--warning) } .tile.info, article.info { border-left-color: var(--info) } .tile.clean { border-left-color: var(--clean) }
.charts { display: grid; grid-template-columns: repeat(auto-fit, minmax(min(22rem, 100%), 1fr)); gap: 1rem; margin-top: .5rem }
.panel { margin: 0; padding: .75rem 1rem; border: 1px solid var(--line); border-radius: 6px } .panel h3 { margin: 0 }
.chart { display: block; width: 100%; height: auto; font-size: 11px } .chart text { fill: var(--quiet) } .chart .axis { fill: var(--text) } .grid { stroke: var(--line); stroke-width: .5 }
.measure { fill: none; stroke: var(--quiet); stroke-dasharray: 4 3 } .stem { fill: none; stroke: var(--text); stroke-width: 1.2 } .point { fill-opacity: .85; stroke: var(--page) } .chart a:hover .point { stroke: var(--text); stroke-width: 2 }
.point.error, rect.error { fill: var(--error) } .point.warning, rect.warning { fill: var(--warning) } .point.info, rect.info { fill: var(--info) } .point.clean, rect.clean { fill: var(--clean) }
.point.unknown { fill: var(--page); stroke: var(--unknown) } rect.unknown { fill: var(--unknown) } rect.amount { fill: var(--amount) } rect.tick { fill: var(--text) } .bar { vertical-align: -2px }
.mark.error { color: var(--error) } .mark.warning { color: var(--warning) } .mark.info { color: var(--info) } .mark.clean { color: var(--clean) } .mark.unknown { color: var(--unknown) }
.mark { display: inline-block; width: 1.1em }
#tools { display: flex; flex-wrap: wrap; gap: .5rem 1.25rem; align-items: center; margin: .5rem 0 }
fieldset { border: 0; padding: 0; margin: 0; display: flex; flex-wrap: wrap; gap: .25rem .9rem } legend { float: left; margin-right: .75rem; padding: 0 }
input[type=search] { font: inherit; padding: .2rem .5rem; min-width: 15rem; color: inherit; background: var(--page); border: 1px solid var(--quiet); border-radius: 6px }
input[type=search]::placeholder { color: var(--quiet); opacity: 1 } #shown { color: var(--quiet) }
.wide { overflow-x: auto; position: relative } table { border-collapse: collapse; width: 100% } caption { caption-side: bottom; text-align: left; padding-top: .4rem }
th, td { padding: .4rem .6rem; text-align: left; vertical-align: top; border-bottom: 1px solid var(--line) } #fleet-table td, .plan td { white-space: nowrap } #fleet-table td:first-child { white-space: normal; min-width: 13rem }
.sort { font-weight: 600; background: none; border: 0; padding: 0; white-space: nowrap } .sort::after { content: " \\2195"; color: var(--quiet) }
[aria-sort=ascending] .sort::after { content: " \\2191" } [aria-sort=descending] .sort::after { content: " \\2193" }
:focus-visible { outline: 2px solid var(--link); outline-offset: 2px }
.page { margin-top: 2.5rem; padding-top: 1rem; border-top: 1px solid var(--line) } nav a { margin-right: 1rem } .page h2 { margin-top: .75rem } .page > .place { margin: 0 }
.facts { display: flex; flex-wrap: wrap; gap: .5rem 2rem; margin: .5rem 0 } .facts dt { font-size: .87rem; color: var(--quiet) } .facts dd { margin: 0 }
.tree, .tree ul { list-style: none; margin: 0; padding-left: 1.25rem } .tree { padding-left: 0 } .tree ul { border-left: 1px solid var(--line); margin-left: .4rem; padding-left: .9rem } .tree li { padding: .15rem 0 }
.command { padding: .1rem .4rem; border-radius: 4px; background: var(--panel) } .broken { color: var(--error); margin: .25rem 0 }
.settings, .plan { width: auto; margin: .4rem 0 } .settings th, .settings td { font-weight: 400; padding: .2rem 1.2rem .2rem 0 } .settings thead th { color: var(--quiet); font-size: .87rem } .picked { background: var(--added) }
article { border: 1px solid var(--line); border-left: 4px solid var(--line); border-radius: 6px; padding: .6rem .9rem; margin: 0 0 .75rem; break-inside: avoid; scroll-margin-top: 1rem }
article p { margin: .25rem 0 } .badge { color: var(--on); font-size: .8rem; padding: .1rem .5rem; border-radius: 1em }
.badge.error { background: var(--error) } .badge.warning { background: var(--warning) } .badge.info { background: var(--info) }
.frame .number { color: var(--quiet); user-select: none } mark { background: var(--marked); color: inherit }
.steps { margin: .25rem 0; padding-left: 1.5rem } summary { cursor: pointer }
figure { margin: .5rem 0 0 } .diff del, .diff ins { text-decoration: none; display: inline-block; min-width: 100% } .diff del { background: var(--removed) } .diff ins { background: var(--added) }
.notes { padding-left: 1.2rem; overflow-wrap: anywhere } footer { margin-top: 2rem; font-size: .87rem } [hidden] { display: none !important }
@media screen { .away { display: none } }
@media (max-width: 40rem) { body { padding: 1rem } input[type=search] { min-width: 0; width: 100% } #tools label:first-child { width: 100% } }
@media print { #fleet-table { font-size: .8rem } #fleet-table th, #fleet-table td { padding: .25rem .4rem } #fleet-table .bar { width: 60px } #fleet-table td:first-child { min-width: 0 } :root { color-scheme: light !important } body { max-width: none; padding: 0 .5rem } #tools, #theme, nav, .filtered { display: none } .page { break-before: page; border: 0 } .panel, .plan, tr, figure { break-inside: avoid } .wide, pre { overflow: visible; white-space: pre-wrap } .sort::after { content: "" !important } a { color: inherit } }
`;0&&(module.exports={a});

})
