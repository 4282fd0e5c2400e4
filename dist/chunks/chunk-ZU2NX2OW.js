import{createRequire as __createRequire}from"node:module";const require=__createRequire(import.meta.url);
import{a as s}from"./chunk-FFGWNXSJ.js";function f(n){return`${[`# ${n.id}`,`**${n.title}.**`,l(n),`## Why

${n.rationale}`,$("Refused",n.invalid),$("Accepted",n.valid),m(n),u(n),d(n),n.references.length===0?"":`## References

${n.references.map(e=>`- <${e}>`).join(`
`)}`].filter(e=>e!=="").join(`

`)}
`}s(f,"policyMarkdown");function l({severity:n,confidence:r,programs:e,roles:t,scope:i}){let o=r==="heuristic"?"only in `strict`":"in `recommended` and `strict`",a=e.length===0?"every program":e.join(", "),c=t.length===0?"":` (${t.join(", ")})`;return`| Severity | Confidence | On | For | Scope |
|---|---|---|---|---|
| ${n} | ${r} | ${o} | ${a}${c} | ${i} |`}s(l,"facts");function $(n,r){if(r.length===0)return"";let e=r.map(t=>{let i=t.name===""?"":`${t.name[0]?.toUpperCase()}${t.name.slice(1)}:

`,o=t.message===null?"":`

> ${t.message}${t.line===null?"":` (line ${t.line})`}`;return`${i}\`\`\`yaml
${t.manifest.trimEnd()}
\`\`\`${o}`});return`## ${n}

${e.join(`

`)}`}s($,"examples");function m(n){let r=n.validations.flatMap(({recommendation:e,alternatives:t})=>{if(e===null)return[];let i=t.map(({field:o,value:a})=>`  - or \`${o}\`: \`${a.text}\``);return[`- \`${e.target}\` is recommended as \`${e.value.text}\``,...i]});return r.length===0?"":`## How the recommendation is computed

${r.join(`
`)}`}s(m,"recommendations");function u(n){if(n.params.size===0)return"";let r=[...n.params].map(([i,o])=>`| \`${i}\` | \`${JSON.stringify(o)}\` |`),[e]=n.params,t=e===void 0?"":`

\`\`\`yaml
policies:
  ${n.id}: {severity: ${n.severity}, params: {${e[0]}: ${JSON.stringify(e[1])}}}
\`\`\``;return`## Options

| Parameter | Default |
|---|---|
${r.join(`
`)}${t}`}s(u,"options");function d(n){return`## How to ignore it

On the line or the line above:

\`\`\`yaml
# workerlint-ignore ${n.id} -- the reason
\`\`\`

On the workload or its pod template:

\`\`\`yaml
metadata:
  annotations:
    ignore.workerlint.dev/${n.id}: "the reason"
\`\`\`

Everywhere, in \`.workerlint.yaml\`:

\`\`\`yaml
policies:
  ${n.id}: off
\`\`\``}s(d,"ignoring");export{f as a};
