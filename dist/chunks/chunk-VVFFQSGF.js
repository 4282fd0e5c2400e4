(function(require,module,exports){var l=Object.defineProperty;var c=Object.getOwnPropertyDescriptor;var d=Object.getOwnPropertyNames;var u=Object.prototype.hasOwnProperty;var f=(e,i)=>{for(var t in i)l(e,t,{get:i[t],enumerable:!0})},p=(e,i,t,r)=>{if(i&&typeof i=="object"||typeof i=="function")for(let n of d(i))!u.call(e,n)&&n!==t&&l(e,n,{get:()=>i[n],enumerable:!(r=c(i,n))||r.enumerable});return e};var y=e=>p(l({},"__esModule",{value:!0}),e);var w={};f(w,{a:()=>$});module.exports=y(w);function $(e){return`${[`# ${e.id}`,`**${e.title}.**`,g(e),`## Why

${e.rationale}`,s("Refused",e.invalid),s("Accepted",e.valid),v(e),h(e),j(e),e.references.length===0?"":`## References

${e.references.map(i=>`- <${i}>`).join(`
`)}`].filter(i=>i!=="").join(`

`)}
`}function g({severity:e,confidence:i,programs:t,roles:r,scope:n}){let a=i==="heuristic"?"only in `strict`":"in `recommended` and `strict`",o=t.length===0?"every program":t.join(", "),m=r.length===0?"":` (${r.join(", ")})`;return`| Severity | Confidence | On | For | Scope |
|---|---|---|---|---|
| ${e} | ${i} | ${a} | ${o}${m} | ${n} |`}function s(e,i){if(i.length===0)return"";let t=i.map(r=>{let n=r.name===""?"":`${r.name[0]?.toUpperCase()}${r.name.slice(1)}:

`,a=r.message===null?"":`

> ${r.message}${r.line===null?"":` (line ${r.line})`}`;return`${n}\`\`\`yaml
${r.manifest.trimEnd()}
\`\`\`${a}`});return`## ${e}

${t.join(`

`)}`}function v(e){let i=e.validations.flatMap(({recommendation:t,alternatives:r})=>{if(t===null)return[];let n=r.map(({field:a,value:o})=>`  - or \`${a}\`: \`${o.text}\``);return[`- \`${t.target}\` is recommended as \`${t.value.text}\``,...n]});return i.length===0?"":`## How the recommendation is computed

${i.join(`
`)}`}function h(e){if(e.params.size===0)return"";let i=[...e.params].map(([n,a])=>`| \`${n}\` | \`${JSON.stringify(a)}\` |`),[t]=e.params,r=t===void 0?"":`

\`\`\`yaml
policies:
  ${e.id}: {severity: ${e.severity}, params: {${t[0]}: ${JSON.stringify(t[1])}}}
\`\`\``;return`## Options

| Parameter | Default |
|---|---|
${i.join(`
`)}${r}`}function j(e){return`## How to ignore it

On the line or the line above:

\`\`\`yaml
# workerlint-ignore ${e.id} -- the reason
\`\`\`

On the workload or its pod template:

\`\`\`yaml
metadata:
  annotations:
    ignore.workerlint.dev/${e.id}: "the reason"
\`\`\`

Everywhere, in \`.workerlint.yaml\`:

\`\`\`yaml
policies:
  ${e.id}: off
\`\`\``}0&&(module.exports={a});

})
